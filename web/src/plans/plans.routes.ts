import { manuscriptSources, type ManuscriptSource } from '@mangnon/domain/plans/writing/manuscripts.api.ts';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { planViews, type PlanViewName } from './plan/views/plan-views.ts';
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

/** `cau`: the sentence to be shown, by the id of its fact. */
const adoptedPlan = createRoute({
  getParentRoute: () => frame,
  path: '/ke-hoach/$planId',
  validateSearch: (search): { cau?: string; xem?: PlanViewName } => {
    const xem = planViews.find((one) => one === search['xem']);
    return {
      ...(typeof search['cau'] === 'string' ? { cau: search['cau'] } : {}),
      ...(xem === undefined ? {} : { xem }),
    };
  },
  component: lazyRouteComponent(() => import('./plan/plan.page.tsx'), 'PlanPage'),
});

const writings = createRoute({
  getParentRoute: () => frame,
  path: '/ke-hoach/soan-thao',
  component: lazyRouteComponent(() => import('./writing/list/writing-list.page.tsx'), 'WritingListPage'),
});

/** `tu`: from what a plan begins; `keHoach`: the plan it begins from. */
const newManuscript = createRoute({
  getParentRoute: () => frame,
  path: '/ke-hoach/soan-thao/moi',
  validateSearch: (search): { tu?: ManuscriptSource; keHoach?: string } => {
    const source = manuscriptSources.find((one) => one === search['tu']);
    const planId = search['keHoach'];
    return {
      ...(source === undefined ? {} : { tu: source }),
      ...(typeof planId === 'string' ? { keHoach: planId } : {}),
    };
  },
  component: lazyRouteComponent(() => import('./writing/list/new-manuscript.page.tsx'), 'NewManuscriptPage'),
});

const writing = createRoute({
  getParentRoute: () => frame,
  path: '/ke-hoach/soan-thao/$manuscriptId',
  component: lazyRouteComponent(() => import('./writing/editor/writing.page.tsx'), 'WritingPage'),
});

const manuscriptDifference = createRoute({
  getParentRoute: () => frame,
  path: '/ke-hoach/soan-thao/$manuscriptId/so-sanh',
  component: lazyRouteComponent(() => import('./writing/versions/difference.page.tsx'), 'ManuscriptDifferencePage'),
});

const planDifference = createRoute({
  getParentRoute: () => frame,
  path: '/ke-hoach/$planId/so-sanh',
  component: lazyRouteComponent(() => import('./writing/versions/difference.page.tsx'), 'PlanDifferencePage'),
});

/** Plans: the list, the upload, the review, the writing, the adopted plan and its versions. */
export const planRoutes = [
  plans,
  uploadPlan,
  reviewDraft,
  adoptedPlan,
  writings,
  newManuscript,
  writing,
  manuscriptDifference,
  planDifference,
] as const;
