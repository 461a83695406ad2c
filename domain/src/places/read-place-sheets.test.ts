import { describe, expect, test } from 'vitest';
import { checkPlaces } from './check-places.ts';
import { applyPlaceChanges, type PlaceChange } from './place-change.ts';
import { findDifference, findTouched } from './place-difference.ts';
import type { Sheet, SheetCell } from '../kernel/workbook/sheet.ts';
import { placeSheets } from './places-sheet.ts';
import { readPlaceSheets } from './read-place-sheets.ts';
import { into, madeUpSet } from './testing/made-up-places.ts';
import { writePlaceSheets } from './write-place-sheets.ts';

const set = madeUpSet();
const units = (...rows: SheetCell[][]): Sheet => ({
  name: placeSheets.units.name,
  rows: [placeSheets.units.columns, ...rows],
});
const successions = (...rows: SheetCell[][]): Sheet => ({
  name: placeSheets.successions.name,
  rows: [placeSheets.successions.columns, ...rows],
});
const good: SheetCell[] = ['99013', 'Xã', 'Xã', 'Nà Lúa', '99', { day: '2026-01-01' }, null];
const read = (...sheets: Sheet[]) => {
  const result = readPlaceSheets(set, sheets);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
const bad = (...sheets: Sheet[]) =>
  read(...sheets).badRows.map(({ sheet, row, column, refusal }) => [sheet, row, column, refusal.code]);

describe('a workbook of units', () => {
  test('what was written out comes back and changes nothing', () => {
    const sheets = writePlaceSheets(
      [...set.places.values()],
      [...set.successions.values()],
      (id) => set.places.get(id)?.code,
    );
    const back = read(...sheets);
    expect(back.badRows).toEqual([]);
    expect(findDifference(set, back.set)).toEqual({
      addedPlaces: [],
      changedPlaces: [],
      addedSuccessions: [],
      changedSuccessions: [],
      removedSuccessions: [],
    });
  });

  test('a new unit, a new last day, a new share', () => {
    const { set: after, badRows } = read(
      units(good, ['99007', 'xa', 'Xã', 'Đồng Cói', '990', null, '30/6/2025']),
      successions(
        ['99004', null, '99001', '01/07/2025', '2025-07-01', 'một phần', '0,25', 'Đã kiểm chứng'],
        ['99004', null, '99010', '01/07/2025', '2025-07-01', 'Một phần', 0.75, 'đã kiểm chứng'],
      ),
    );
    expect(badRows).toEqual([]);
    const difference = findDifference(set, after);
    expect(difference.addedPlaces.map(({ id, parentId }) => [id, parentId])).toEqual([
      ['99013@2026-01-01', '99@2025-07-01'],
    ]);
    expect(difference.changedPlaces).toEqual([]);
    expect(difference.changedSuccessions.map(({ after: { weight, trust } }) => [weight, trust])).toEqual([
      [0.25, 'verified'],
      [0.75, 'verified'],
    ]);
  });

  const u = placeSheets.units.name;
  const but = (at: number, cell: SheetCell) =>
    ['99016', ...good.slice(1)].map((old, index) => (index === at ? cell : old));
  test.each<[string, SheetCell[], unknown[]]>([
    ['a formula', but(3, { formula: 'A1' }), [u, 3, 'Tên', 'workbook.cell_formula']],
    ['a text that would run', but(3, '=HYPERLINK("x")'), [u, 3, 'Tên', 'workbook.cell_formula']],
    ['+', but(3, '+1'), [u, 3, 'Tên', 'workbook.cell_formula']],
    ['-', but(3, '-1'), [u, 3, 'Tên', 'workbook.cell_formula']],
    ['@', but(2, '@SUM(1)'), [u, 3, 'Loại', 'workbook.cell_formula']],
    ['no name', but(3, '  '), [u, 3, 'Tên', 'workbook.cell_missing']],
    ['an endless name', but(3, 'x'.repeat(121)), [u, 3, 'Tên', 'workbook.cell_too_long']],
    ['a level nobody knows', but(1, 'Thôn'), [u, 3, 'Cấp', 'workbook.cell_choice']],
    ['31 February', but(5, '31/02/2026'), [u, 3, 'Hiệu lực từ', 'workbook.cell_date']],
    ['no beginning', but(5, null), [u, 3, 'Hiệu lực từ', 'places.begin_missing']],
    ['a parent nobody knows', but(4, '77'), [u, 3, 'Mã cấp trên', 'places.unknown_place']],
    ['a code that lost its zero', but(0, 9001), [u, 3, null, 'places.code_form']],
    ['a code in use', but(0, '99010'), [u, 3, null, 'places.code_twice']],
    ['an end before the beginning', but(6, '2025-12-31'), [u, 3, null, 'places.ends_before_begin']],
    ['the same row again', good, [u, 3, null, 'workbook.row_twice']],
  ])('%s is told by row and column', (_, row, told) => {
    expect(bad(units(good, row))).toEqual([told]);
  });

  const k = placeSheets.successions.name;
  test.each<[string, SheetCell[], unknown[]]>([
    [
      'a share above one',
      ['99004', null, '99010', '2025-07-01', '2025-07-01', 'Một phần', '1,5', 'Chưa kiểm chứng'],
      [k, 2, 'Tỷ lệ', 'workbook.cell_number'],
    ],
    [
      'shares that are not one',
      ['99004', null, '99010', '2025-07-01', '2025-07-01', 'Một phần', '0,5', 'Chưa kiểm chứng'],
      [k, 2, null, 'places.weights_not_one'],
    ],
    [
      'an unknown unit',
      ['99004', null, '99099', '2025-07-01', '2025-07-01', 'Một phần', null, 'Chưa kiểm chứng'],
      [k, 2, null, 'places.unknown_place'],
    ],
  ])('%s', (_, row, told) => expect(bad(successions(row))).toContainEqual(told));

  test.each<[string, Sheet[], string]>([
    ['another workbook', [{ name: 'Sheet1', rows: [['a']] }], 'workbook.sheet_missing'],
    [
      'a column gone',
      [
        {
          name: u,
          rows: [
            ['Mã', 'Cấp'],
            ['1', '2'],
          ],
        },
      ],
      'workbook.column_missing',
    ],
    ['headings alone', [units()], 'workbook.nothing_in_file'],
  ])('%s is refused whole', (_, sheets, code) => {
    expect(readPlaceSheets(set, sheets)).toMatchObject({ ok: false, refusal: { code } });
  });

  test('columns may stand in another order, and among others', () => {
    const turned: Sheet = {
      name: u,
      rows: [
        ['Ghi chú', ...placeSheets.units.columns.toReversed()],
        [null, ...good.toReversed()],
      ],
    };
    expect(read(turned).set.places.has('99013@2026-01-01')).toBe(true);
  });
});

describe('what an officer does to the list', () => {
  const merger: PlaceChange[] = [
    { change: 'end_unit', placeId: '99001@2025-07-01', validTo: '2026-12-31' },
    { change: 'end_unit', placeId: '99010@2025-07-01', validTo: '2026-12-31' },
    {
      change: 'add_unit',
      code: '99001',
      level: 'commune',
      type: 'Phường',
      name: 'Mộc Giang',
      parentId: '99@2025-07-01',
      validFrom: '2027-01-01',
    },
    { change: 'put_succession', ...into('99001@2025-07-01', '99001@2027-01-01', 'whole', null, '2027-01-01') },
    { change: 'put_succession', ...into('99010@2025-07-01', '99001@2027-01-01', 'whole', null, '2027-01-01') },
  ];

  test('a merger is one act', () => {
    const done = applyPlaceChanges(set, merger);
    if (!done.ok) throw new Error(done.refusal.code);
    expect(checkPlaces([...done.value.places.values()], [...done.value.successions.values()])).toEqual([]);
    const difference = findDifference(set, done.value);
    expect(difference.addedPlaces).toHaveLength(1);
    expect(difference.changedPlaces).toHaveLength(2);
    expect(difference.addedSuccessions).toHaveLength(2);
    expect(findTouched(done.value, difference).map(({ id }) => id)).toEqual(['99001@2027-01-01']);
  });

  test('half of it is not sound', () => {
    const done = applyPlaceChanges(set, merger.slice(2));
    if (!done.ok) throw new Error(done.refusal.code);
    const codes = checkPlaces([...done.value.places.values()], [...done.value.successions.values()]);
    expect(codes.map(({ code }) => code)).toContain('places.code_twice');
  });

  test('a new name of a province touches all below it', () => {
    const done = applyPlaceChanges(set, [
      { change: 'rename_unit', placeId: '99@2025-07-01', from: '2026-04-30', type: 'Thành phố', name: 'Mộc Giang' },
    ]);
    if (!done.ok) throw new Error(done.refusal.code);
    const touched = findTouched(done.value, findDifference(set, done.value)).map(({ id }) => id);
    expect(touched.toSorted()).toEqual(['99001@2025-07-01', '99010@2025-07-01', '99@2025-07-01']);
  });

  test.each<[string, PlaceChange]>([
    ['places.unknown_place', { change: 'end_unit', placeId: 'nowhere@', validTo: '2026-01-01' }],
    ['places.unknown_place', { change: 'remove_succession', fromId: 'a@', toId: 'b@' }],
    ['places.ended_already', { change: 'end_unit', placeId: '99001@', validTo: '2026-01-01' }],
    [
      'places.exists_already',
      {
        change: 'add_unit',
        code: '99010',
        level: 'commune',
        type: 'Xã',
        name: 'Bến Lau',
        parentId: null,
        validFrom: '2025-07-01',
      },
    ],
  ])('%s names the change', (code, change) => {
    expect(applyPlaceChanges(set, [change])).toMatchObject({ ok: false, refusal: { code, where: 'changes.0' } });
  });
});
