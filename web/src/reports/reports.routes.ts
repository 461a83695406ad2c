import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '../frame.route.tsx';

/** `keHoach`: only the regimes of this plan. */
const regimes = createRoute({
  getParentRoute: () => frame,
  path: '/che-do-bao-cao',
  validateSearch: ({ keHoach }: Record<string, unknown>): { keHoach?: string } =>
    typeof keHoach === 'string' ? { keHoach } : {},
  component: lazyRouteComponent(() => import('./regimes.page.tsx'), 'RegimesPage'),
});

const oneRegime = createRoute({
  getParentRoute: () => frame,
  path: '/che-do-bao-cao/$regimeId',
  component: lazyRouteComponent(() => import('./regime.page.tsx'), 'RegimePage'),
});

/** A router reads what looks like a number as one. */
const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? `${value}` : '');

/** `han` the due day, `coQuan` and `diaBan` the unit. */
const findVersion = createRoute({
  getParentRoute: () => frame,
  path: '/che-do-bao-cao/$regimeId/bao-cao',
  validateSearch: (search: Record<string, unknown>) => ({
    han: textOf(search['han']),
    coQuan: textOf(search['coQuan']),
    diaBan: textOf(search['diaBan']),
  }),
  component: lazyRouteComponent(() => import('./report/find-version.page.tsx'), 'FindVersionPage'),
});

const oneVersion = createRoute({
  getParentRoute: () => frame,
  path: '/bao-cao/$versionId',
  component: lazyRouteComponent(() => import('./report/version.page.tsx'), 'VersionPage'),
});

const form = createRoute({
  getParentRoute: () => frame,
  path: '/che-do-bao-cao/$regimeId/bieu-mau',
  component: lazyRouteComponent(() => import('./form/form.page.tsx'), 'FormPage'),
});

const consolidation = createRoute({
  getParentRoute: () => frame,
  path: '/che-do-bao-cao/$regimeId/tong-hop/$dueOn',
  component: lazyRouteComponent(() => import('./consolidation/consolidation.page.tsx'), 'ConsolidationPage'),
});

/** Who has to report what by when, by the clauses of adopted plans. */
export const reportRoutes = [regimes, oneRegime, findVersion, oneVersion, form, consolidation] as const;
