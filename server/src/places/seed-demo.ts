import type { Place, Succession } from '@mangnon/domain/places/place.ts';
import { placeId } from '@mangnon/domain/places/place.ts';
import type { DemoSeed } from '../platform/module.ts';
import { addPlaces } from './place-register.ts';

const reform = '2025-07-01';
const old = { validFrom: null, validTo: '2025-06-30', knownFrom: '2025-03-01', changes: [] };
const now = { validFrom: reform, validTo: null, knownFrom: reform, changes: [] };

const province = placeId('99', null);
const provinceNow = placeId('99', reform);

function communes(parentCode: string, ...names: readonly (readonly [code: string, type: string, name: string])[]) {
  const parentId = placeId(parentCode, null);
  return names.map(([code, type, name]): Place => ({
    ...old,
    id: placeId(code, null),
    code,
    level: 'commune',
    type,
    name,
    parentId,
  }));
}

/** The invented province of Mộc Giang, under codes no real unit has: three districts until June 2025, five units after. */
const places: readonly Place[] = [
  { ...old, id: province, code: '99', level: 'province', type: 'Tỉnh', name: 'Mộc Giang', parentId: null },
  ...(
    [
      ['990', 'Thành phố', 'Mộc Giang'],
      ['991', 'Huyện', 'Khe Trúc'],
      ['992', 'Huyện', 'Đồng Cói'],
    ] as const
  ).map(([code, type, name]): Place => ({
    ...old,
    id: placeId(code, null),
    code,
    level: 'district',
    type,
    name,
    parentId: province,
  })),
  ...communes('990', ['99001', 'Phường', 'Cầu Mộc'], ['99004', 'Phường', 'Chợ Giang'], ['99007', 'Xã', 'Bến Lau']),
  ...communes('991', ['99010', 'Thị trấn', 'Khe Trúc'], ['99013', 'Xã', 'Nà Hoà'], ['99016', 'Xã', 'Bản Lành']),
  ...communes('992', ['99019', 'Xã', 'Đồng Cói'], ['99022', 'Xã', 'Cói Hạ']),
  { ...now, id: provinceNow, code: '99', level: 'province', type: 'Tỉnh', name: 'Mộc Giang', parentId: null },
  ...(
    [
      ['99004', 'Phường', 'Mộc Giang'],
      ['99007', 'Xã', 'Bến Lau'],
      ['99010', 'Xã', 'Khe Trúc'],
      ['99016', 'Xã', 'Bản Lành'],
      ['99019', 'Xã', 'Đồng Cói'],
    ] as const
  ).map(([code, type, name]): Place => ({
    ...now,
    id: placeId(code, reform),
    code,
    level: 'commune',
    type,
    name,
    parentId: provinceNow,
    changes: name === 'Bến Lau' ? [{ from: '2026-04-30', type: 'Phường', name }] : [],
  })),
];

const steps: readonly (readonly [from: string, to: string, weight?: number])[] = [
  ['99', '99'],
  ['99001', '99004'],
  ['99004', '99004'],
  ['99007', '99007'],
  ['99010', '99010'],
  // Split by people counted on the day: seven in ten went to Khe Trúc.
  ['99013', '99010', 0.7],
  ['99013', '99016', 0.3],
  ['99016', '99016'],
  ['99019', '99019'],
  ['99022', '99019'],
];

const successions = steps.map(([from, to, weight]): Succession => ({
  fromId: placeId(from, null),
  toId: placeId(to, reform),
  on: reform,
  kind: weight === undefined ? 'whole' : 'part',
  weight: weight ?? null,
  trust: 'verified',
}));

export async function seedDemoPlaces({ database }: DemoSeed): Promise<void> {
  await addPlaces(database, places, successions);
}
