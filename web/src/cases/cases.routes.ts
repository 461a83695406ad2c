import { caseStates, type CaseLine } from '@mangnon/domain/cases/cases.api.ts';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '../frame.route.tsx';

/** `la`: in this state; `cuaToi`: assigned to me. */
const cases = createRoute({
  getParentRoute: () => frame,
  path: '/ho-so',
  validateSearch: (search): { la?: CaseLine['state'] | undefined; cuaToi?: true | undefined } => {
    const state = caseStates.find((one) => one === search['la']);
    return { ...(state ? { la: state } : {}), ...(search['cuaToi'] === true ? { cuaToi: true } : {}) };
  },
  component: lazyRouteComponent(() => import('./list/cases.page.tsx'), 'CasesPage'),
});

const oneCase = createRoute({
  getParentRoute: () => frame,
  path: '/ho-so/$caseId',
  component: lazyRouteComponent(() => import('./case/case.page.tsx'), 'CasePage'),
});

const brokenGlass = createRoute({
  getParentRoute: () => frame,
  path: '/mo-khan-cap',
  component: lazyRouteComponent(() => import('./glass/broken-glass.page.tsx'), 'BrokenGlassPage'),
});

/** Cases: the list, one case, what was opened in need. */
export const caseRoutes = [cases, oneCase, brokenGlass] as const;
