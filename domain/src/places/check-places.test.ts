import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fillSentence } from '../kernel/sentence.ts';
import { checkPlaces } from './check-places.ts';
import type { Place, Succession } from './place.ts';
import { placesRefusals } from './places.refusals.ts';
import { readSeedPlaces } from './seed-places.ts';
import { into, lastDay, madeUpPlaces, madeUpSuccessions, reformDay, unit } from './testing/made-up-places.ts';

const all = [...madeUpPlaces];
const newer = '99010@2025-07-01';
const replace = (id: string, more: Partial<Place>) => all.map((one) => (one.id === id ? { ...one, ...more } : one));
const weighted = (...weights: (number | null)[]) => [
  into('99004@', '99001@2025-07-01', 'part', weights[0] ?? null),
  into('99004@', newer, 'part', weights[1] ?? null),
];

describe('what is wrong with a set of places', () => {
  test('nothing, here', () => expect(checkPlaces(all, madeUpSuccessions)).toEqual([]));

  test.each<[string, string, Place[], Succession[]]>([
    [
      'places.code_twice',
      '99001@2025-01-01',
      [...all, unit('99001', 'Mộc', 'commune', '99@', { validFrom: '2025-01-01', validTo: '2025-06-01' })],
      [],
    ],
    ['places.ends_before_begin', newer, replace(newer, { validTo: '2025-06-01' }), []],
    ['places.unknown_place', '99001@', replace('99001@', { parentId: 'nowhere@' }), []],
    ['places.unknown_place', '99001@ > nowhere@', all, [into('99001@', 'nowhere@', 'whole')]],
    ['places.parent_missing', '99001@', replace('99001@', { parentId: null }), []],
    ['places.wrong_parent_level', '99001@', replace('99001@', { parentId: '99004@' }), []],
    ['places.outside_parent', '99004@', replace('99004@', { validTo: reformDay }), []],
    ['places.code_form', '990@', [...all, unit('990', 'Mộc', 'commune', '99@', { validTo: lastDay })], []],
    ['places.name_missing', newer, replace(newer, { name: ' ' }), []],
    ['places.formula_sign', newer, replace(newer, { name: '=1+1' }), []],
    ['places.change_outside', newer, replace(newer, { changes: [{ from: reformDay, type: 'Xã', name: 'Mộc' }] }), []],
    ['places.weights_not_one', '99004@', all, weighted(0.4, 0.5)],
    ['places.weight_missing', '99004@', all, weighted(0.4, null)],
    ['places.weight_without_part', `99007@ > ${newer}`, all, [into('99007@', newer, 'whole', 0.5)]],
    [
      'places.whole_and_more',
      `99004@ > ${newer}`,
      all,
      [into('99004@', '99001@2025-07-01', 'part'), into('99004@', newer, 'whole')],
    ],
    [
      'places.succession_twice',
      `99007@ > ${newer}`,
      all,
      [into('99007@', newer, 'whole'), into('99007@', newer, 'part')],
    ],
    ['places.succession_time', `99007@ > ${newer}`, all, [into('99007@', newer, 'whole', null, lastDay)]],
    ['places.succession_circle', '99001@', all, [into('99001@', '99004@', 'whole'), into('99004@', '99001@', 'whole')]],
  ])('%s at %s', (code, where, units, steps) => {
    const found = checkPlaces(units, steps).find((refusal) => refusal.code === code && refusal.where === where);
    expect(found).toBeDefined();
    const { vi, en } = placesRefusals[code as keyof typeof placesRefusals];
    for (const sentence of [vi, en]) expect(fillSentence(sentence, found?.details)).not.toMatch(/\{\w+\}/);
  });

  test('shares rounded to three places are one', () => {
    const third = [...weighted(0.333, 0.667)];
    expect(checkPlaces(all, third)).toEqual([]);
  });

  test('a unit may lose a part and go on standing', () => {
    const part = into('99001@2025-07-01', newer, 'part', null, '2026-01-01');
    expect(checkPlaces(all, [part])).toEqual([]);
  });
});

test('the units that come along are a sound set, with the counts of the two maps', () => {
  const read = (name: string) =>
    readFileSync(new URL(`../../../database/seed/places/${name}.csv`, import.meta.url), 'utf8');
  const { places, successions } = readSeedPlaces({
    before: read('units-before-2025-07'),
    from: read('units-from-2025-07'),
    successions: read('successions-2025-07'),
  });
  const count = (level: string, validFrom: string | null) =>
    places.filter((one) => one.level === level && one.validFrom === validFrom).length;
  expect([count('province', null), count('district', null), count('commune', null)]).toEqual([63, 696, 10035]);
  expect([count('province', reformDay), count('commune', reformDay)]).toEqual([34, 3321]);
  expect(places.filter(({ changes }) => changes.length > 0)).toHaveLength(11);
  expect(checkPlaces(places, successions)).toEqual([]);
  const split = Map.groupBy(
    successions.filter(({ trust }) => trust === 'secondary'),
    ({ fromId }) => fromId,
  );
  expect([...split.values()].filter((steps) => steps.length > 1)).toHaveLength(443);
});
