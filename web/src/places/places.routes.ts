import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frame } from '../frame.route.tsx';

/** `tim`: the words searched; `ngay`: the day they are asked for. */
const places = createRoute({
  getParentRoute: () => frame,
  path: '/dia-ban',
  validateSearch: (search): { tim?: string | undefined; ngay?: string | undefined } => {
    const { tim, ngay } = search;
    return {
      ...(typeof tim === 'string' && tim !== '' ? { tim: tim.slice(0, 200) } : {}),
      ...(typeof ngay === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(ngay) ? { ngay } : {}),
    };
  },
  component: lazyRouteComponent(() => import('./search/places.page.tsx'), 'PlacesPage'),
});

/** `daGhi`: it was just changed. */
const onePlace = createRoute({
  getParentRoute: () => frame,
  path: '/dia-ban/$placeId',
  validateSearch: (search): { daGhi?: true } => (search['daGhi'] === true ? { daGhi: true } : {}),
  component: lazyRouteComponent(() => import('./place/place.page.tsx'), 'PlacePage'),
});

const editPlace = createRoute({
  getParentRoute: () => frame,
  path: '/dia-ban/$placeId/sua',
  component: lazyRouteComponent(() => import('./edit/place-edit.page.tsx'), 'PlaceEditPage'),
});

/** Places: search, one unit, its changes. */
export const placeRoutes = [places, onePlace, editPlace] as const;
