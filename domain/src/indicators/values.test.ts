import { describe, expect, test } from 'vitest';
import { checkAgainstLast, checkRates } from './check-against.ts';
import { checkCells } from './check-cells.ts';
import { checkSums } from './check-sums.ts';
import { findBlockers, findingKey, tellFinding, type Finding } from './finding.ts';
import type { FormCell } from './form-cell.ts';
import { readTyped } from './read-typed.ts';
import { made, madeUpCatalogue as catalogue, flow, splits } from './testing/made-up-catalogue.ts';
import { makeCatalogue } from './catalogue.ts';
import { amountOf, isTold, value, type Value } from './value.ts';

const day = '2026-03-31';
const number = (amount: number): Value => ({ state: 'number', amount });
const none: Value = { state: 'zero', reason: 'none_found', words: null };
const silent: Value = { state: 'no_report' };
const cell = (code: string, said: Value | number, parts: FormCell['parts'] = {}): FormCell => ({
  code,
  parts,
  value: typeof said === 'number' ? number(said) : said,
});
const said = (findings: readonly Finding[]) => findings.map(({ severity, code, where }) => [severity, code, where]);

describe('the five states', () => {
  test('zero is a number, no report is none, and a withheld number is not told', () => {
    const states: Value[] = [
      number(3),
      none,
      silent,
      { state: 'not_applicable', reason: 'not_our_duty', words: null },
      { state: 'withheld' },
    ];
    expect(states.map(amountOf)).toEqual([3, 0, null, null, null]);
    expect(states.map(isTold)).toEqual([true, true, false, true, true]);
  });

  test('a number above zero, and a zero only with its reason', () => {
    expect(value.safeParse({ state: 'number', amount: 0 }).success).toBe(false);
    expect(value.safeParse({ state: 'zero' }).success).toBe(false);
    expect(value.safeParse({ state: 'number', amount: Number.NaN }).success).toBe(false);
    expect(value.safeParse({ state: 'no_report', amount: 3 }).success).toBe(false);
  });

  test.each([
    ['1.234', 1234],
    ['1.234.567', 1_234_567],
    ['12,5', 12.5],
    [' 7 ', 7],
    ['', null],
  ])('«%s» typed', (typed, amount) => {
    expect(readTyped(typed, 'ô')).toEqual({ ok: true, value: amount });
  });

  test.each([
    ['khoảng 20', 'indicators.not_a_number'],
    ['1.5', 'indicators.not_a_number'],
    ['=A1', 'indicators.not_a_number'],
    ['1,234.5', 'indicators.not_a_number'],
    ['-3', 'indicators.below_zero'],
  ])('«%s» typed is refused', (typed, code) => {
    expect(readTyped(typed, 'ô')).toMatchObject({ ok: false, refusal: { code } });
  });
});

describe('each cell by itself', () => {
  const pupils = made('n.pupils', { ...flow, atMost: 100 });
  const own = makeCatalogue([pupils], splits);
  test.each<[string, FormCell[], string]>([
    ['a number of zero', [cell('n.helped', 0)], 'indicators.zero_without_reason'],
    ['half a child', [cell('n.helped', 2.5)], 'indicators.not_whole'],
    ['less than none', [cell('n.helped', -1)], 'indicators.below_zero'],
    ['withheld from a superior', [cell('n.helped', { state: 'withheld' })], 'indicators.withheld_typed'],
    [
      'another reason and no words',
      [cell('n.helped', { state: 'zero', reason: 'other', words: null })],
      'indicators.reason_without_words',
    ],
    [
      'a cell twice, its parts in another order',
      [cell('n.helped', 2, { sex: 'female', group: 'a' }), cell('n.helped', 3, { group: 'a', sex: 'female' })],
      'indicators.cell_twice',
    ],
    ['a count nobody knows', [cell('n.gone', 2)], 'indicators.unknown_cell'],
    ['a rate typed in', [cell('r.helped', 2)], 'indicators.unknown_cell'],
    ['a part nobody knows', [cell('n.helped', 2, { sex: 'x' })], 'indicators.unknown_cell'],
    ['a split it does not have', [cell('n.children', 2, { group: 'a' })], 'indicators.unknown_cell'],
  ])('%s', (_what, cells, code) => {
    expect(checkCells(cells, catalogue, day).map((one) => [one.severity, one.code])).toEqual([['error', code]]);
  });

  test('more than there can be', () => {
    const [found] = checkCells([cell('n.pupils', 1101)], own, day);
    expect(found && tellFinding(found)).toEqual({
      vi: 'Chỉ tiêu n.pupils: 1.101 vượt quá mức lớn nhất có thể có (100).',
      en: 'Chỉ tiêu n.pupils: 1,101 is above the most there can be (100).',
    });
  });
});

describe('parts and wholes', () => {
  const sums = (...cells: FormCell[]) => said(checkSums(cells, catalogue, day));
  const girls = (amount: number | Value) => cell('n.helped', amount, { sex: 'female' });
  const boys = (amount: number | Value) => cell('n.helped', amount, { sex: 'male' });

  test('agree, or are told apart as error and warning', () => {
    expect(sums(cell('n.helped', 5), girls(3), boys(2))).toEqual([]);
    expect(sums(cell('n.helped', 4), girls(3), boys(2))).toEqual([
      ['error', 'indicators.parts_above_whole', 'n.helped'],
    ]);
    expect(sums(cell('n.helped', 6), girls(3), boys(2))).toEqual([
      ['warning', 'indicators.parts_below_whole', 'n.helped'],
    ]);
    expect(sums(cell('n.helped', none), girls(3), boys(2))).toEqual([
      ['error', 'indicators.parts_above_whole', 'n.helped'],
    ]);
  });

  test('a part that is not told is not zero', () => {
    expect(sums(cell('n.helped', 6), girls(3))).toEqual([]);
    expect(sums(cell('n.helped', 6), girls(3), boys(silent))).toEqual([]);
    expect(sums(cell('n.helped', 6), girls(3), boys(none))).toEqual([
      ['warning', 'indicators.parts_below_whole', 'n.helped'],
    ]);
    expect(sums(girls(3), boys(2))).toEqual([['error', 'indicators.parts_without_whole', 'n.helped']]);
  });

  test('groups that overlap may add up to more; none of them is above the whole', () => {
    const groups = (a: number, b: number) => [cell('n.helped', a, { group: 'a' }), cell('n.helped', b, { group: 'b' })];
    expect(sums(cell('n.helped', 5), ...groups(4, 4))).toEqual([]);
    expect(sums(cell('n.helped', 5), ...groups(6, 1))).toEqual([['error', 'indicators.part_above_whole', 'n.helped']]);
  });

  test('a list that is not closed may leave some out, and never has more', () => {
    const by = (amount: number) => [
      cell('n.helped', amount, { relation: 'neighbour' }),
      cell('n.helped', 1, { relation: 'teacher' }),
    ];
    expect(sums(cell('n.helped', 5), ...by(1))).toEqual([]);
    expect(sums(cell('n.helped', 5), ...by(5))).toEqual([['error', 'indicators.parts_above_whole', 'n.helped']]);
  });

  test('girls of a group add up within the group', () => {
    const inA = (amount: number, sex: string) => cell('n.helped', amount, { group: 'a', sex });
    const cells = [
      cell('n.helped', 9),
      cell('n.helped', 4, { group: 'a' }),
      inA(3, 'female'),
      inA(2, 'male'),
      girls(5),
      boys(4),
    ];
    expect(sums(...cells)).toEqual([['error', 'indicators.parts_above_whole', 'n.helped[group=a]']]);
  });
});

describe('beside other figures', () => {
  const against = (now: Value, before: Value) =>
    said(checkAgainstLast([cell('n.helped', now)], new Map([['n.helped', before]]), catalogue, day));

  test('far from the period before, up or down, or gone silent', () => {
    expect(against(number(21), number(10))).toEqual([['warning', 'indicators.far_from_last', 'n.helped']]);
    expect(against(number(10), number(21))).toEqual([['warning', 'indicators.far_from_last', 'n.helped']]);
    expect(against(none, number(12))).toEqual([['warning', 'indicators.far_from_last', 'n.helped']]);
    expect(against(silent, number(1))).toEqual([['warning', 'indicators.told_before', 'n.helped']]);
  });

  test('small numbers jump, and nobody is asked; nothing is said where there was nothing before', () => {
    expect(against(number(9), none)).toEqual([]);
    expect(against(number(20), number(10))).toEqual([]);
    expect(against(number(500), silent)).toEqual([]);
  });

  const rates = (helped: number, sisters: number[]) =>
    said(
      checkRates([cell('n.helped', helped), cell('n.children', 100)], new Map([['r.helped', sisters]]), catalogue, day),
    );

  test('a numerator above its denominator is an error', () => {
    expect(rates(101, [])).toEqual([['error', 'indicators.numerator_above', 'n.helped']]);
    expect(rates(100, [])).toEqual([]);
  });

  test('a rate far from its sisters is asked about, where enough of them have told', () => {
    const most = [48, 50, 51, 52, 49, 50];
    expect(rates(90, most)).toEqual([['warning', 'indicators.far_from_sisters', 'r.helped']]);
    expect(rates(53, most)).toEqual([]);
    expect(rates(90, most.slice(0, 4))).toEqual([]);
    expect(rates(98, Array<number>(6).fill(100))).toEqual([]);
    expect(rates(40, Array<number>(6).fill(100))).toEqual([['warning', 'indicators.far_from_sisters', 'r.helped']]);
    expect(rates(3, Array<number>(6).fill(0))).toEqual([]);
  });
});

describe('sending', () => {
  const warning = checkAgainstLast([cell('n.helped', 21)], new Map([['n.helped', number(10)]]), catalogue, day);
  const error = checkCells([cell('n.helped', 2.5)], catalogue, day);

  test('a warning is sent once it is explained, an error never', () => {
    const explain = (findings: readonly Finding[], words: string) =>
      findBlockers(findings, new Map(findings.map((one) => [findingKey(one), words])));
    expect(explain(warning, 'Thêm một đợt rà soát')).toEqual([]);
    expect(explain(warning, '  ')).toEqual(warning);
    expect(findBlockers(warning, new Map())).toEqual(warning);
    expect(explain(error, 'Đúng như vậy')).toEqual(error);
  });

  test('every sentence is filled in both languages', () => {
    for (const one of [...warning, ...error]) expect(JSON.stringify(tellFinding(one))).not.toMatch(/[{]\w+[}]/);
  });
});
