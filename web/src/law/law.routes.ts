import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '../frame.route.tsx';

const texts = createRoute({
  getParentRoute: () => frame,
  path: '/van-ban',
  validateSearch: ({ tim }): { tim?: string } =>
    typeof tim === 'string' && tim !== '' ? { tim: tim.slice(0, 200) } : {},
  component: lazyRouteComponent(() => import('./texts/texts.page.tsx'), 'TextsPage'),
});

const review = createRoute({
  getParentRoute: () => frame,
  path: '/van-ban/ra-soat',
  component: lazyRouteComponent(() => import('./review/review.page.tsx'), 'ReviewPage'),
});

const text = createRoute({
  getParentRoute: () => frame,
  path: '/van-ban/$textId',
  component: lazyRouteComponent(() => import('./text/text.page.tsx'), 'TextPage'),
});

/** `cap`: provinces or communes; `tinh`: the communes of this province, one by one. */
const top = createRoute({
  getParentRoute: () => frame,
  path: '/van-ban/$higherId/nhin-tu-tren',
  validateSearch: ({ cap, tinh }): { cap?: 'xa'; tinh?: string } => ({
    ...(cap === 'xa' ? { cap } : {}),
    ...(typeof tinh === 'string' && cap === 'xa' ? { tinh: tinh.slice(0, 20) } : {}),
  }),
  component: lazyRouteComponent(() => import('./top/top.page.tsx'), 'TopPage'),
});

const links = createRoute({
  getParentRoute: () => frame,
  path: '/ke-hoach/$planId/lien-ket',
  component: lazyRouteComponent(() => import('./links/links.page.tsx'), 'LinksPage'),
});

const thread = createRoute({
  getParentRoute: () => frame,
  path: '/mach/$itemId',
  component: lazyRouteComponent(() => import('./thread/thread.page.tsx'), 'ThreadPage'),
});

/** `noi`: of a target of the country, the place whose figures are shown. */
const target = createRoute({
  getParentRoute: () => frame,
  path: '/chi-tieu/$targetId',
  validateSearch: ({ noi }): { noi?: string } =>
    typeof noi === 'string' && noi !== '' ? { noi: noi.slice(0, 20) } : {},
  component: lazyRouteComponent(() => import('./target/target.page.tsx'), 'TargetPage'),
});

/** The law above the plans: texts, what carries out what, the thread, targets, the review of texts. */
export const lawRoutes = [texts, review, text, top, links, thread, target] as const;
