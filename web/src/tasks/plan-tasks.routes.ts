import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '../frame.route.tsx';
import { readSearch } from './list/task-search.ts';
import { readComparison } from './units/comparison-search.ts';

const givePlan = createRoute({
  getParentRoute: () => frame,
  path: '/ke-hoach/$planId/giao-viec',
  component: lazyRouteComponent(() => import('./giving/giving.page.tsx'), 'GivingPage'),
});

const taskList = createRoute({
  getParentRoute: () => frame,
  path: '/nhiem-vu',
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import('./list/tasks.page.tsx'), 'TasksPage'),
});

/** `noi`: the place looked over, where it is another than that of one's posts. */
const elsewhere = (search: Record<string, unknown>): { noi?: string } =>
  typeof search['noi'] === 'string' && search['noi'] !== '' ? { noi: search['noi'].slice(0, 20) } : {};

const heads = createRoute({
  getParentRoute: () => frame,
  path: '/nguoi-dung-dau',
  validateSearch: elsewhere,
  component: lazyRouteComponent(() => import('./units/heads.page.tsx'), 'HeadsPage'),
});

const comparison = createRoute({
  getParentRoute: () => frame,
  path: '/nguoi-dung-dau/so-sanh',
  validateSearch: readComparison,
  component: lazyRouteComponent(() => import('./units/comparison.page.tsx'), 'ComparisonPage'),
});

const unit = createRoute({
  getParentRoute: () => frame,
  path: '/don-vi/$placeId/$agencyId',
  component: lazyRouteComponent(() => import('./units/unit.page.tsx'), 'UnitPage'),
});

/** Tasks of a plan or of many: giving them, looking over them, and over who answers for them. */
export const planTaskRoutes = [givePlan, taskList, heads, comparison, unit] as const;
