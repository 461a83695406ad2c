import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '../frame.route.tsx';

/** `chuaDoc`: those not read alone. */
const notices = createRoute({
  getParentRoute: () => frame,
  path: '/thong-bao',
  validateSearch: (search): { chuaDoc?: true } => (search['chuaDoc'] === true ? { chuaDoc: true } : {}),
  component: lazyRouteComponent(() => import('./notices.page.tsx'), 'NoticesPage'),
});

const mailState = createRoute({
  getParentRoute: () => frame,
  path: '/nhac-han',
  component: lazyRouteComponent(() => import('./reminders.page.tsx'), 'RemindersPage'),
});

/** What a person was told, and what the administrator keeps of it. */
export const attentionRoutes = [notices, mailState] as const;
