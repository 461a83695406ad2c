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

/** Who has to report what by when, by the clauses of adopted plans. */
export const reportRoutes = [regimes, oneRegime] as const;
