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
  component: lazyRouteComponent(() => import('./register/agency.page.tsx'), 'AgencyPage'),
});

/** Agencies: those of a place, one of them, and the register. */
export const agencyRoutes = [agencies, agenciesOfPlace, oneOffice, oneAgency] as const;
