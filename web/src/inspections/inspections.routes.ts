import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '../frame.route.tsx';

const inspectionList = createRoute({
  getParentRoute: () => frame,
  path: '/kiem-tra',
  component: lazyRouteComponent(() => import('./list/inspections.page.tsx'), 'InspectionsPage'),
});

const oneInspection = createRoute({
  getParentRoute: () => frame,
  path: '/kiem-tra/$inspectionId',
  component: lazyRouteComponent(() => import('./inspection/inspection.page.tsx'), 'InspectionPage'),
});

const changeInspection = createRoute({
  getParentRoute: () => frame,
  path: '/kiem-tra/$inspectionId/sua',
  component: lazyRouteComponent(() => import('./edit/change-inspection.page.tsx'), 'ChangeInspectionPage'),
});

const newInspection = createRoute({
  getParentRoute: () => frame,
  path: '/ke-hoach/$planId/kiem-tra',
  component: lazyRouteComponent(() => import('./edit/new-inspection.page.tsx'), 'NewInspectionPage'),
});

/** Inspections of how plans are carried out. */
export const inspectionRoutes = [inspectionList, oneInspection, changeInspection, newInspection] as const;
