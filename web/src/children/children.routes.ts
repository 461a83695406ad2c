import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '../frame.route.tsx';

const children = createRoute({
  getParentRoute: () => frame,
  path: '/tre-em',
  component: lazyRouteComponent(() => import('./list/children.page.tsx'), 'ChildrenPage'),
});

const registerChild = createRoute({
  getParentRoute: () => frame,
  path: '/tre-em/moi',
  component: lazyRouteComponent(() => import('./register/register-child.page.tsx'), 'RegisterChildPage'),
});

const oneChild = createRoute({
  getParentRoute: () => frame,
  path: '/tre-em/$childId',
  component: lazyRouteComponent(() => import('./child/child.page.tsx'), 'ChildPage'),
});

/** Children: the list, registering, one child. */
export const childRoutes = [children, registerChild, oneChild] as const;
