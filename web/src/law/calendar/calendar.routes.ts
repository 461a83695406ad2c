import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '../../frame.route.tsx';

/** `nam`: the year shown. */
const calendar = createRoute({
  getParentRoute: () => frame,
  path: '/lich-lam-viec',
  validateSearch: (search): { nam?: number } => {
    const year = Number(search['nam']);
    return Number.isInteger(year) && year > 2000 && year < 2200 ? { nam: year } : {};
  },
  component: lazyRouteComponent(() => import('./calendar.page.tsx'), 'CalendarPage'),
});

export const calendarRoutes = [calendar] as const;
