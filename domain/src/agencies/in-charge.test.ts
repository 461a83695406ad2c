import { describe, expect, test } from 'vitest';
import { findHolders, type DutyHere } from './in-charge.ts';
import { seedBook } from './testing/seed-register.ts';

type Level = Parameters<typeof findHolders>[1]['level'];
const ask = (level: Level, day: string, here: readonly DutyHere[] = []) =>
  findHolders(seedBook, { level, duty: 'children', day, placeId: null }, here).map(({ agencyId, part }) => [
    agencyId,
    part,
  ]);
const authority = (id: string) => [id, 'authority'];
const desk = (id: string) => [id, 'desk'];

describe('who is in charge of children', () => {
  test.each<[string, Level, unknown[]]>([
    ['2025-02-28', 'ministry', [authority('tw.bo_ldtbxh'), desk('tw.cuc_treem')]],
    ['2025-03-01', 'ministry', [authority('tw.bo_yte'), desk('tw.cuc_bmte')]],
    ['2025-12-31', 'ministry', [authority('tw.bo_yte'), desk('tw.cuc_bmte')]],
    ['2025-01-01', 'province', [authority('t.so_ldtbxh')]],
    ['2025-02-28', 'province', [authority('t.so_ldtbxh')]],
    ['2025-03-01', 'province', [authority('t.so_yte'), desk('t.so_yte.phong_btxh_te')]],
    ['2025-06-30', 'province', [authority('t.so_yte'), desk('t.so_yte.phong_btxh_te')]],
    ['2025-07-01', 'province', [authority('t.so_yte'), desk('t.so_yte.phong_btxh_te')]],
    ['2025-02-28', 'district', [authority('h.phong_ldtbxh')]],
    ['2025-03-01', 'district', [authority('h.vp_hdnd_ubnd')]],
    ['2025-06-30', 'district', [authority('h.vp_hdnd_ubnd')]],
    ['2025-07-01', 'district', []],
    ['2025-02-28', 'commune', [authority('x.ubnd'), desk('x.cc_vhxh_old')]],
    ['2025-06-30', 'commune', [authority('x.ubnd'), desk('x.cc_vhxh_old')]],
    ['2025-07-01', 'commune', [authority('x.ubnd'), desk('x.phong_vhxh')]],
    // Before the Law on Children was in force nothing is claimed.
    ['2017-05-31', 'province', []],
    ['2017-06-01', 'province', [authority('t.so_ldtbxh')]],
  ])('on %s at the level %s', (day, level, expected) => {
    expect(ask(level, day)).toEqual(expected);
  });

  test('a duty that nobody is written down for has no holder', () => {
    expect(findHolders(seedBook, { level: 'province', duty: 'poverty', day: '2025-05-01', placeId: null })).toEqual([]);
  });

  test('what the place says itself comes before what is so in general, in its time alone', () => {
    const late: DutyHere = {
      officeId: 'office',
      agencyId: 't.so_ldtbxh',
      duty: 'children',
      basis: 'Nghị quyết 12/NQ-HĐND',
      article: null,
      trust: 'verified',
      validFrom: '2025-03-01',
      validTo: '2025-03-14',
    };
    expect(ask('province', '2025-03-14', [late])).toEqual([authority('t.so_ldtbxh')]);
    expect(ask('province', '2025-03-15', [late])).toEqual([authority('t.so_yte'), desk('t.so_yte.phong_btxh_te')]);
    const [held] = findHolders(seedBook, { level: 'province', duty: 'children', day: '2025-03-14', placeId: null }, [
      late,
    ]);
    expect(held).toMatchObject({ said: 'place', officeId: 'office', basis: 'Nghị quyết 12/NQ-HĐND' });
  });

  test('every day of 2025 has one authority on each level that stood', () => {
    for (let at = Date.parse('2025-01-01'); at <= Date.parse('2025-12-31'); at += 86_400_000) {
      const day = new Date(at).toISOString().slice(0, 10);
      const levels: Level[] = ['ministry', 'province', 'commune'];
      for (const level of day <= '2025-06-30' ? [...levels, 'district' as const] : levels) {
        expect([day, level, ask(level, day).filter(([, part]) => part === 'authority').length]).toEqual([
          day,
          level,
          1,
        ]);
      }
    }
  });
});
