import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '../frame.route.tsx';

const agencies = createRoute({
  getParentRoute: () => frame,
  path: '/co-quan',
  component: lazyRouteComponent(() => import('./agencies.page.tsx'), 'AgenciesPage'),
});

/** `ngay`: the day they are asked for. */
const onDay = (search: Record<string, unknown>): { ngay?: string } => {
  const { ngay } = search;
  return typeof ngay === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(ngay) ? { ngay } : {};
};

const agenciesOfPlace = createRoute({
  getParentRoute: () => frame,
  path: '/co-quan/noi/$placeId',
  validateSearch: onDay,
  component: lazyRouteComponent(() => import('./offices/offices.page.tsx'), 'OfficesPage'),
});

const oneOffice = createRoute({
  getParentRoute: () => frame,
  path: '/co-quan/noi/$placeId/$officeId',
  validateSearch: onDay,
  component: lazyRouteComponent(() => import('./office/office.page.tsx'), 'OfficePage'),
});

const oneAgency = createRoute({
  getParentRoute: () => frame,
  path: '/co-quan/danh-muc/$agencyId',
  validateSearch: (search: Record<string, unknown>): { daGhi?: true } => (search['daGhi'] ? { daGhi: true } : {}),
  component: lazyRouteComponent(() => import('./register/agency.page.tsx'), 'AgencyPage'),
});

const addAgency = createRoute({
  getParentRoute: () => frame,
  path: '/co-quan/them-vao-danh-muc',
  component: lazyRouteComponent(() => import('./register/edit/agency-edit.page.tsx'), 'AgencyAddPage'),
});

const editAgency = createRoute({
  getParentRoute: () => frame,
  path: '/co-quan/danh-muc/$agencyId/sua',
  component: lazyRouteComponent(() => import('./register/edit/agency-edit.page.tsx'), 'AgencyEditPage'),
});

/** Agencies: those of a place, one of them, and the register with its forms. */
export const agencyRoutes = [agencies, agenciesOfPlace, oneOffice, oneAgency, addAgency, editAgency] as const;
