import { subjects } from '@mangnon/domain/indicators/indicator.ts';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '../frame.route.tsx';

const short = (asked: unknown, most: number): string | undefined =>
  typeof asked === 'string' && asked !== '' ? asked.slice(0, most) : undefined;

/** `tim`: words; `vanBan`: number of a text, or `own`; `linhVuc`: the subject. */
const catalogue = createRoute({
  getParentRoute: () => frame,
  path: '/chi-so',
  validateSearch: (
    search: Record<string, unknown>,
  ): { tim?: string; vanBan?: string; linhVuc?: (typeof subjects)[number] } => {
    const [words, text] = [short(search['tim'], 200), short(search['vanBan'], 100)];
    const subject = subjects.find((one) => one === search['linhVuc']);
    return {
      ...(words === undefined ? {} : { tim: words }),
      ...(text === undefined ? {} : { vanBan: text }),
      ...(subject === undefined ? {} : { linhVuc: subject }),
    };
  },
  component: lazyRouteComponent(() => import('./catalogue.page.tsx'), 'CataloguePage'),
});

const one = createRoute({
  getParentRoute: () => frame,
  path: '/chi-so/$code',
  component: lazyRouteComponent(() => import('./indicator.page.tsx'), 'IndicatorPage'),
});

export const indicatorRoutes = [catalogue, one] as const;
