import { placeId, type Place, type PlaceLevel, type Succession } from '../place.ts';
import { successionKey, type PlaceSet } from '../place-change.ts';

export const lastDay = '2025-06-30';
export const reformDay = '2025-07-01';

export function unit(
  code: string,
  name: string,
  level: PlaceLevel,
  parentId: string | null,
  more: Partial<Place> = {},
): Place {
  const types = { province: 'Tỉnh', district: 'Huyện', commune: 'Xã' } as const;
  const validFrom = more.validFrom ?? null;
  return {
    id: placeId(code, validFrom),
    code,
    level,
    name,
    type: types[level],
    parentId,
    validFrom,
    validTo: null,
    knownFrom: validFrom ?? '2025-03-01',
    changes: [],
    ...more,
  };
}

export function into(
  fromId: string,
  toId: string,
  kind: Succession['kind'],
  weight: number | null = null,
  on: string = reformDay,
): Succession {
  return { fromId, toId, on, kind, weight, trust: 'secondary' };
}

const old = { validTo: lastDay };
const now = { validFrom: reformDay };

/**
 * The invented province of Mộc Giang: a district with the communes a Khe Trúc, b Bản Lành, c Đồng Cói; the first and
 * four tenths of the second became the commune that took the first one's code, the rest and the third became another.
 */
export const madeUpPlaces: readonly Place[] = [
  unit('99', 'Mộc Giang', 'province', null, old),
  unit('990', 'Mộc', 'district', '99@', old),
  unit('99001', 'Khe Trúc', 'commune', '990@', old),
  unit('99004', 'Bản Lành', 'commune', '990@', old),
  unit('99007', 'Đồng Cói', 'commune', '990@', old),
  unit('99', 'Mộc Giang', 'province', null, now),
  unit('99001', 'Khe Trúc', 'commune', '99@2025-07-01', now),
  unit('99010', 'Bến Lau', 'commune', '99@2025-07-01', {
    ...now,
    changes: [{ from: '2026-04-30', type: 'Phường', name: 'Bến Lau' }],
  }),
];

export const madeUpSuccessions: readonly Succession[] = [
  into('99@', '99@2025-07-01', 'whole'),
  into('99001@', '99001@2025-07-01', 'whole'),
  into('99004@', '99001@2025-07-01', 'part', 0.4),
  into('99004@', '99010@2025-07-01', 'part', 0.6),
  into('99007@', '99010@2025-07-01', 'whole'),
];

export function madeUpSet(
  places: readonly Place[] = madeUpPlaces,
  successions: readonly Succession[] = madeUpSuccessions,
): PlaceSet {
  return {
    places: new Map(places.map((one) => [one.id, one])),
    successions: new Map(successions.map((step) => [successionKey(step), step])),
  };
}
