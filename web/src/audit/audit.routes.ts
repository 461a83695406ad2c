import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '../frame.route.tsx';

/** `nguoi`: of this person; `hoso`: about this record; `tu`, `den`: between these days. */
const audit = createRoute({
  getParentRoute: () => frame,
  path: '/nhat-ky',
  validateSearch: (search): { nguoi?: string | undefined; hoso?: string | undefined; tu?: string; den?: string } => {
    const { nguoi, hoso, tu, den } = search;
    const isDay = (day: unknown): day is string => typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day);
    return {
      ...(typeof nguoi === 'string' ? { nguoi } : {}),
      ...(typeof hoso === 'string' ? { hoso } : {}),
      ...(isDay(tu) ? { tu } : {}),
      ...(isDay(den) ? { den } : {}),
    };
  },
  component: lazyRouteComponent(() => import('./audit.page.tsx'), 'AuditPage'),
});

/** Who did and saw what. */
export const auditRoutes = [audit] as const;
