import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '../frame.route.tsx';
import { readSearch } from './list/task-search.ts';

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

/** Tasks of a plan or of many: giving them, and looking over them. */
export const planTaskRoutes = [givePlan, taskList] as const;
