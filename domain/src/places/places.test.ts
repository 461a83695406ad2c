import { describe, expect, test } from 'vitest';
import { compareWithAfter, compareWithBefore } from './comparability.ts';
import { findStanding, fullNameOn } from './place.ts';
import { findByCode, makePlaceBook } from './place-book.ts';
import { findReportingChain } from './reporting-chain.ts';
import { findCover, findPredecessors, findUnitsHere } from './succession.ts';
import { into, lastDay, madeUpPlaces, madeUpSuccessions, reformDay, unit } from './testing/made-up-places.ts';

const book = makePlaceBook(madeUpPlaces, madeUpSuccessions);
const covers = (id: string, day: string) =>
  findCover(book, id, day).map(({ place, kind, weight }) => [place.id, kind, weight]);

describe('places over time', () => {
  test('one code means another unit before and after', () => {
    expect(findByCode(book, '99001', lastDay)?.id).toBe('99001@');
    expect(findByCode(book, '99001', reformDay)?.id).toBe('99001@2025-07-01');
    expect(findByCode(book, '99004', reformDay)).toBeUndefined();
  });

  test.each([
    ['2025-02-28', 'unknown'],
    ['2025-03-01', 'stood'],
    [lastDay, 'stood'],
    [reformDay, 'ended'],
  ])('an old unit whose beginning nobody told: %s %s', (day, standing) => {
    expect(findStanding(unit('99001', 'Khe Trúc', 'commune', null, { validTo: lastDay }), day)).toBe(standing);
  });

  test('a new unit before its first day: not yet', () => {
    expect(findStanding(unit('99010', 'Bến Lau', 'commune', null, { validFrom: reformDay }), lastDay)).toBe('not_yet');
  });

  test('a unit bears the type of the day', () => {
    const [found] = madeUpPlaces.filter(({ id }) => id === '99010@2025-07-01');
    const on = (day: string) => found && fullNameOn(found, day);
    expect([on('2025-06-30'), on('2026-04-29'), on('2026-04-30')]).toEqual([
      'Xã Bến Lau',
      'Xã Bến Lau',
      'Phường Bến Lau',
    ]);
  });

  test('a split unit is covered by its parts with their shares; a unit that stands covers itself', () => {
    expect(covers('99004@', '2026-01-01')).toEqual([
      ['99001@2025-07-01', 'part', 0.4],
      ['99010@2025-07-01', 'part', 0.6],
    ]);
    expect(covers('99004@', '2025-04-01')).toEqual([['99004@', 'same', 1]]);
    expect(covers('unheard-of', '2026-01-01')).toEqual([]);
  });

  test('parts that meet again in one unit make the whole', () => {
    const later = unit('99020', 'Mộc', 'commune', '99@2025-07-01', { validFrom: '2030-01-01' });
    const ended = madeUpPlaces.map((one) =>
      one.level === 'commune' && one.validFrom === reformDay ? { ...one, validTo: '2029-12-31' } : one,
    );
    const steps = [
      ...madeUpSuccessions,
      into('99001@2025-07-01', later.id, 'whole', null, '2030-01-01'),
      into('99010@2025-07-01', later.id, 'whole', null, '2030-01-01'),
    ];
    const cover = findCover(makePlaceBook([...ended, later], steps), '99004@', '2030-01-01');
    expect(cover.map(({ place, kind, weight }) => [place.id, kind, weight])).toEqual([[later.id, 'whole', 1]]);
  });

  test('a succession after the day asked for is not followed', () => {
    expect(covers('99001@', reformDay)).toEqual([['99001@2025-07-01', 'whole', 1]]);
    const later = makePlaceBook(madeUpPlaces, [{ ...into('99001@', '99001@2025-07-01', 'whole'), on: '2027-01-01' }]);
    expect(findCover(later, '99001@', '2026-01-01')).toEqual([]);
  });

  test('what was here: the older units with how much of each lies here, and how far back anybody knows', () => {
    const here = (day: string) => {
      const { units, known } = findUnitsHere(book, '99001@2025-07-01', day);
      return { units: units.map(({ place, kind, weight }) => [place.id, kind, weight]), known };
    };
    const older = [
      ['99001@', 'whole', 1],
      ['99004@', 'part', 0.4],
    ];
    expect(here(lastDay)).toEqual({ units: older, known: true });
    expect(here('1999-01-01')).toEqual({ units: older, known: false });
    expect(here(reformDay)).toEqual({ units: [['99001@2025-07-01', 'same', 1]], known: true });
  });

  test('predecessors, and whether figures can be compared', () => {
    expect(findPredecessors(book, '99010@2025-07-01').map(({ place }) => place.id)).toEqual(['99004@', '99007@']);
    expect(compareWithBefore(book, '99010@2025-07-01')).toBe('estimate');
    expect(compareWithBefore(book, '99@2025-07-01')).toBe('same');
    expect(compareWithBefore(book, '99007@')).toBe('unknown');
    const of = (...steps: Parameters<typeof into>[]) =>
      makePlaceBook(
        madeUpPlaces,
        steps.map((step) => into(...step)),
      );
    const target = '99010@2025-07-01';
    expect(compareWithBefore(of(['99004@', target, 'part']), target)).toBe('not_comparable');
    expect(compareWithBefore(of(['99004@', target, 'unknown']), target)).toBe('not_comparable');
    expect(compareWithBefore(of(['99004@', target, 'whole'], ['99007@', target, 'whole']), target)).toBe('sum');
    expect(compareWithAfter(book, '99004@')).toBe('estimate');
    expect(compareWithAfter(book, '99007@')).toBe('sum');
    expect(compareWithAfter(book, '99@')).toBe('same');
    expect(compareWithAfter(of(['99004@', target, 'part']), '99004@')).toBe('not_comparable');
    expect(compareWithAfter(book, target)).toBe('unknown');
  });

  test('the reporting chain has a district until June 2025 and none after', () => {
    const levels = (id: string, day: string) => findReportingChain(book, id, day)?.map(({ level }) => level);
    expect(levels('99001@', lastDay)).toEqual(['commune', 'district', 'province', 'ministry']);
    expect(levels('99001@2025-07-01', reformDay)).toEqual(['commune', 'province', 'ministry']);
    expect(findReportingChain(book, '99001@', reformDay)).toBeNull();
    expect(findReportingChain(book, '99001@', '2025-02-28')).toBeNull();
  });

  test('a circle ends the walk', () => {
    const circle = makePlaceBook(madeUpPlaces, [into('99001@', '99004@', 'whole'), into('99004@', '99001@', 'whole')]);
    expect(findCover(circle, '99001@', '2026-01-01')).toEqual([]);
  });
});
