import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '../frame.route.tsx';

const plans = createRoute({
  getParentRoute: () => frame,
  path: '/ke-hoach',
  validateSearch: (search): { tim?: string } => {
    const words = search['tim'];
    return typeof words === 'string' && words !== '' ? { tim: words.slice(0, 200) } : {};
  },
  component: lazyRouteComponent(() => import('./list/plans.page.tsx'), 'PlansPage'),
});

/** `ban`: the draft being read, so that a reload goes on watching it. */
const uploadPlan = createRoute({
  getParentRoute: () => frame,
  path: '/ke-hoach/tai-len',
  validateSearch: (search): { ban?: string } => (typeof search['ban'] === 'string' ? { ban: search['ban'] } : {}),
  component: lazyRouteComponent(() => import('./upload/upload.page.tsx'), 'UploadPage'),
});

const reviewDraft = createRoute({
  getParentRoute: () => frame,
  path: '/ke-hoach/du-thao/$draftId',
  component: lazyRouteComponent(() => import('./review/review.page.tsx'), 'ReviewPage'),
});

const adoptedPlan = createRoute({
  getParentRoute: () => frame,
  path: '/ke-hoach/$planId',
  component: lazyRouteComponent(() => import('./plan/plan.page.tsx'), 'PlanPage'),
});

/** Plans: the list, the upload, the review, the adopted plan. */
export const planRoutes = [plans, uploadPlan, reviewDraft, adoptedPlan] as const;
