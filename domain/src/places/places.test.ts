import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkPlaces } from './check-places.ts';
import type { Place, Succession } from './place.ts';
import { findByCode, makePlaceBook } from './place-book.ts';
import { findReportingChain } from './reporting-chain.ts';
import { compareWithBefore, findCover, findPredecessors } from './succession.ts';

const unit = (id: string, level: Place['level'], parentId: string | null, from: string | null, to: string | null) => ({
  id,
  code: id.split('@')[0] ?? '',
  level,
  name: id,
  type: 'Xã',
  parentId,
  validFrom: from,
  validTo: to,
});
const old = '2025-06-30';
const now = '2025-07-01';
const into = (fromId: string, toId: string, kind: Succession['kind'], weight: number | null = null): Succession => ({
  fromId,
  toId,
  on: now,
  kind,
  weight,
  trust: 'secondary',
});

// An invented province: district h with communes a, b, c; a and half of b became m, the rest of b and c became n.
const places: Place[] = [
  unit('01@', 'province', null, null, old),
  unit('001@', 'district', '01@', null, old),
  unit('a@', 'commune', '001@', null, old),
  unit('b@', 'commune', '001@', null, old),
  unit('c@', 'commune', '001@', null, old),
  unit('01@2025-07-01', 'province', null, now, null),
  unit('a@2025-07-01', 'commune', '01@2025-07-01', now, null),
  unit('n@2025-07-01', 'commune', '01@2025-07-01', now, null),
];
const successions = [
  into('01@', '01@2025-07-01', 'whole'),
  into('a@', 'a@2025-07-01', 'whole'),
  into('b@', 'a@2025-07-01', 'part', 0.4),
  into('b@', 'n@2025-07-01', 'part', 0.6),
  into('c@', 'n@2025-07-01', 'whole'),
];
const book = makePlaceBook(places, successions);

describe('places over time', () => {
  test('one code means another unit before and after', () => {
    expect(findByCode(book, 'a', '2025-06-30')?.id).toBe('a@');
    expect(findByCode(book, 'a', '2025-07-01')?.id).toBe('a@2025-07-01');
    expect(findByCode(book, 'b', '2025-07-01')).toBeUndefined();
  });

  test('a split unit is covered by its parts with their shares; a unit that stands covers itself', () => {
    const cover = findCover(book, 'b@', '2026-01-01').map(({ place, kind, weight }) => [place.id, kind, weight]);
    expect(cover).toEqual([
      ['a@2025-07-01', 'part', 0.4],
      ['n@2025-07-01', 'part', 0.6],
    ]);
    expect(findCover(book, 'b@', '2025-01-01').map(({ place, kind }) => [place.id, kind])).toEqual([['b@', 'same']]);
    expect(findCover(book, 'unheard-of', '2026-01-01')).toEqual([]);
  });

  test('a succession after the day asked for is not followed', () => {
    expect(findCover(book, 'a@', '2025-07-01').map(({ place }) => place.id)).toEqual(['a@2025-07-01']);
    const later = makePlaceBook(places, [{ ...into('a@', 'a@2025-07-01', 'whole'), on: '2027-01-01' }]);
    expect(findCover(later, 'a@', '2026-01-01')).toEqual([]);
  });

  test('predecessors and comparability', () => {
    expect(findPredecessors(book, 'n@2025-07-01').map(({ place }) => place.id)).toEqual(['b@', 'c@']);
    expect(compareWithBefore(book, 'n@2025-07-01')).toBe('estimate');
    expect(compareWithBefore(book, '01@2025-07-01')).toBe('sum');
    expect(compareWithBefore(book, 'c@')).toBe('same');
    const unweighted = makePlaceBook(places, [into('b@', 'n@2025-07-01', 'part')]);
    expect(compareWithBefore(unweighted, 'n@2025-07-01')).toBe('not_comparable');
  });

  test('the reporting chain has a district until June 2025 and none after', () => {
    const levels = (id: string, day: string) => findReportingChain(book, id, day)?.map(({ level }) => level);
    expect(levels('a@', '2025-06-30')).toEqual(['commune', 'district', 'province', 'ministry']);
    expect(levels('a@2025-07-01', '2025-07-01')).toEqual(['commune', 'province', 'ministry']);
    expect(findReportingChain(book, 'a@', '2025-07-01')).toBeNull();
  });
});

describe('what is wrong with a set of places', () => {
  const codes = (units: Place[], steps: Succession[]) => checkPlaces(units, steps).map(({ code }) => code);
  const [province, district, a, b] = places as [Place, Place, Place, Place];

  test('nothing, here', () => expect(checkPlaces(places, successions)).toEqual([]));

  test.each([
    ['places.code_twice', [province, district, a, { ...a, id: 'a@2025-01-01', validFrom: '2025-01-01' }], []],
    ['places.ends_before_begin', [{ ...province, validFrom: '2025-07-02' }], []],
    ['places.unknown_place', [{ ...a, parentId: 'nowhere@' }], []],
    ['places.unknown_place', [province, district, a], [into('a@', 'nowhere@', 'whole')]],
    ['places.outside_parent', [province, district, { ...a, validTo: '2025-07-01' }], []],
    [
      'places.weights_not_one',
      places,
      [into('b@', 'a@2025-07-01', 'part', 0.4), into('b@', 'n@2025-07-01', 'part', 0.5)],
    ],
    ['places.weight_missing', places, [into('b@', 'a@2025-07-01', 'part', 0.4), into('b@', 'n@2025-07-01', 'part')]],
    ['places.succession_circle', [province, district, a, b], [into('a@', 'b@', 'whole'), into('b@', 'a@', 'whole')]],
  ])('%s', (code, units, steps) => {
    expect(codes(units, steps)).toContain(code);
  });

  test('a circle ends the walk', () => {
    const circle = makePlaceBook([a, b], [into('a@', 'b@', 'whole'), into('b@', 'a@', 'whole')]);
    expect(findCover(circle, 'a@', '2026-01-01')).toEqual([]);
  });
});

test('the units that come along: counts of the map before and from July 2025', () => {
  const rows = (name: string) =>
    readFileSync(new URL(`../../../database/seed/places/${name}.csv`, import.meta.url), 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
  const count = (name: string, level: string) => rows(name).filter(([first]) => first === level).length;
  expect(['province', 'district', 'commune'].map((level) => count('units-before-2025-07', level))).toEqual([
    63, 696, 10035,
  ]);
  expect(['province', 'commune'].map((level) => count('units-from-2025-07', level))).toEqual([34, 3321]);
  const parts = rows('successions-2025-07').filter(([, , , , trust]) => trust === 'secondary');
  const perOld = Map.groupBy(parts, ([code]) => code);
  expect([...perOld.values()].filter((steps) => steps.length > 1)).toHaveLength(443);
});
