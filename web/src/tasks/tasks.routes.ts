import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '../frame.route.tsx';

const myWork = createRoute({
  getParentRoute: () => frame,
  path: '/viec-cua-toi',
  component: lazyRouteComponent(() => import('./my-work/my-work.page.tsx'), 'MyWorkPage'),
});

const task = createRoute({
  getParentRoute: () => frame,
  path: '/nhiem-vu/$taskId',
  component: lazyRouteComponent(() => import('./task/task.page.tsx'), 'TaskPage'),
});

/** Tasks that plans give to units: what waits for a person, and one task. */
export const taskRoutes = [myWork, task] as const;
