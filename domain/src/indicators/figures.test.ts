import { describe, expect, test } from 'vitest';
import { makePlaceBook } from '../places/place-book.ts';
import { lastDay, madeUpPlaces, madeUpSuccessions } from '../places/testing/made-up-places.ts';
import { addOverPeriods } from './add-over-periods.ts';
import { addOverPlaces } from './add-over-places.ts';
import { figureOfEntry, type Entry, type Figure } from './figure.ts';
import { matchEntries } from './match-entries.ts';
import { computeChange, computeRate } from './rate.ts';
import { monthsOf } from './testing/made-up-world.ts';
import { figureOnTodaysMap } from './todays-map.ts';
import type { Value } from './value.ts';

const january = { from: '2025-12-15', to: '2026-01-14' };
const duty = (unit: string) => ({ unit, ...january });
const entry = (unit: string, value: Value, more: Partial<Entry> = {}): Entry => ({
  unit,
  ...january,
  value,
  accepted: true,
  enteredOn: '2026-01-16',
  ...more,
});
const number = (amount: number): Value => ({ state: 'number', amount });
const zero: Value = { state: 'zero', reason: 'none_found', words: null };
const told = (amount: number, more: Partial<Entry> = {}): Figure =>
  figureOfEntry(duty('x'), entry('x', number(amount), more));
const ofValue = (value: Value): Figure => figureOfEntry(duty('x'), entry('x', value));
const silent = figureOfEntry(duty('x'), undefined);

const communes = { unit: 'tỉnh', below: ['a', 'b', 'c'].map((unit) => ({ unit, below: [] })) };
const province = (figures: Record<string, Figure>, rule: 'sum' | 'none' = 'sum') =>
  addOverPlaces(communes, (unit) => figures[unit], rule);

describe('the figure of a province', () => {
  test('is live and partial, and names who is missing', () => {
    const { amount, state, completeness } = province({
      a: figureOfEntry(duty('a'), entry('a', number(5), { enteredOn: '2026-01-18' })),
      b: figureOfEntry(duty('b'), undefined),
      c: figureOfEntry(duty('c'), entry('c', number(100), { accepted: false, enteredOn: '2026-01-20' })),
    });
    expect([state, amount]).toEqual(['number', 5]);
    expect(completeness).toEqual({
      due: 3,
      sent: 2,
      accepted: 1,
      missing: [duty('b'), duty('c')],
      lastEntry: '2026-01-20',
    });
  });

  test('three zeros are zero, three silences are none, three that are not concerned are not', () => {
    const all = (figure: Figure) => province({ a: figure, b: figure, c: figure });
    expect(all(ofValue(zero))).toMatchObject({ state: 'number', amount: 0 });
    expect(all(silent)).toMatchObject({ state: 'no_report', amount: null });
    expect(all(ofValue({ state: 'not_applicable', reason: 'not_our_duty', words: null }))).toMatchObject({
      state: 'not_applicable',
      amount: null,
      completeness: { due: 3, accepted: 3, missing: [] },
    });
  });

  test('a withheld part withholds the sum', () => {
    expect(province({ a: told(5), b: ofValue({ state: 'withheld' }), c: told(1) })).toMatchObject({
      state: 'withheld',
      amount: null,
    });
  });

  test('what is not added over places stands side by side', () => {
    const apart = province({ a: told(5), b: told(2), c: told(1) }, 'none');
    expect([apart.state, apart.amount, apart.rows.length]).toEqual(['not_added', null, 3]);
    expect(province({ a: told(5) }, 'none').rows).toHaveLength(3);
    expect(addOverPlaces({ unit: 'tỉnh', below: [] }, () => told(7), 'none').amount).toBe(7);
  });
});

describe('a longer period', () => {
  const months = monthsOf(2026, 'administrative');
  const quarter = { from: '2025-12-15', to: '2026-03-14' };
  const of = (figures: Figure[]) => figures.map((figure, at) => ({ ...(months[at] ?? january), figure }));
  const add = (figures: Figure[], rule: 'sum' | 'last' | 'none') => {
    const result = addOverPeriods(of(figures), quarter, rule);
    return result.ok
      ? [result.value.state, result.value.amount, result.value.completeness.accepted]
      : result.refusal.code;
  };

  test('sums what happens, takes the last of what stands, and adds nothing where one person would count twice', () => {
    const figures = [told(3), told(4), told(5)];
    expect(add(figures, 'sum')).toEqual(['number', 12, 3]);
    expect(add(figures, 'last')).toEqual(['number', 5, 1]);
    expect(add(figures, 'none')).toEqual(['not_added', null, 3]);
  });

  test('a stock whose last month is missing has no figure: an earlier one does not take its place', () => {
    expect(add([told(3), told(4), silent], 'last')).toEqual(['no_report', null, 0]);
    expect(add([told(3), silent, told(5)], 'sum')).toEqual(['number', 8, 2]);
  });

  test('what is told for the whole period needs no adding', () => {
    const whole = addOverPeriods([{ ...quarter, figure: told(9) }], quarter, 'none');
    expect(whole.ok && whole.value.amount).toBe(9);
  });

  test.each([
    ['a month is missing', [0, 2], '2026-01-15'],
    ['a month is there twice', [0, 1, 1, 2], '2026-01-15'],
    ['it ends too early', [0, 1], '2026-02-15'],
    ['it ends too late', [0, 1, 2, 3], '2026-04-15'],
    ['there is none', [], '2025-12-15'],
  ])('is refused where %s', (_what, which, day) => {
    const periods = which.map((at) => ({ ...(months[at] ?? january), figure: told(1) }));
    expect(addOverPeriods(periods, quarter, 'sum')).toMatchObject({
      ok: false,
      refusal: { code: 'indicators.periods_do_not_meet', details: { day } },
    });
  });

  test('months of the one calendar never make up a quarter of the other', () => {
    const periods = monthsOf(2026, 'statistical')
      .slice(0, 3)
      .map((month) => ({ ...month, figure: told(1) }));
    expect(addOverPeriods(periods, quarter, 'sum').ok).toBe(false);
  });
});

describe('a rate', () => {
  const pair = (of: string, numerator: Figure, denominator: Figure) => ({ of, numerator, denominator });

  test('is no mean of rates, and leaves out who told one side alone', () => {
    const rate = computeRate(
      [pair('a', told(1), told(10)), pair('b', told(90), told(990)), pair('c', told(50), silent)],
      100,
    );
    expect(rate).toMatchObject({ state: 'number', amount: 9.1, numerator: 91, denominator: 1000 });
    expect(rate.completeness).toMatchObject({ due: 3, accepted: 2, missing: [{ unit: 'x' }] });
  });

  test('over nothing there is none; a withheld side withholds it', () => {
    expect(computeRate([pair('a', ofValue(zero), ofValue(zero))], 100)).toMatchObject({
      state: 'no_base',
      amount: null,
    });
    expect(computeRate([pair('a', ofValue(zero), told(4))], 100)).toMatchObject({ state: 'number', amount: 0 });
    expect(computeRate([pair('a', told(4), ofValue({ state: 'withheld' }))], 100).state).toBe('withheld');
    expect(computeRate([], 100)).toMatchObject({ state: 'no_report', completeness: { due: 0 } });
  });

  test('a fall of the sums, of the units that told both years', () => {
    const change = computeChange([
      pair('a', told(90), told(100)),
      pair('b', told(99), told(100)),
      pair('c', silent, told(9)),
    ]);
    expect(change.amount).toBeCloseTo(-5.5);
    expect(computeChange([pair('a', told(3), ofValue(zero))])).toMatchObject({ state: 'no_base', amount: null });
  });
});

describe('what was entered for what was due', () => {
  test('two accepted reports for one duty are refused; of others the last is told as sent', () => {
    const twice = [entry('a', number(1)), entry('a', number(2))];
    expect(matchEntries([duty('a')], twice)).toMatchObject({
      ok: false,
      refusal: { code: 'indicators.told_twice', details: { unit: 'a' } },
    });
    const again = [
      entry('a', number(2), { accepted: false, enteredOn: '2026-01-19' }),
      entry('a', number(1), { accepted: false, enteredOn: '2026-01-17' }),
    ];
    const matched = matchEntries([duty('a')], again);
    expect(matched.ok && matched.value.figures[0]?.figure.completeness).toMatchObject({
      sent: 1,
      accepted: 0,
      lastEntry: '2026-01-19',
    });
    const corrected = matchEntries([duty('a')], [...again, entry('a', number(7))]);
    expect(corrected.ok && corrected.value.figures[0]?.figure.amount).toBe(7);
  });

  test('a report of a unit that owed none is named and never counted', () => {
    const stray = entry('xã đã hết', number(40));
    const matched = matchEntries([duty('a')], [entry('a', number(1)), stray]);
    expect(matched.ok && matched.value.undue).toEqual([stray]);
    expect(matched.ok && matched.value.figures.map(({ figure }) => figure.amount)).toEqual([1]);
  });
});

describe('on today’s map', () => {
  const book = makePlaceBook(madeUpPlaces, madeUpSuccessions);
  const old: Record<string, Figure> = { '99001@': told(10), '99004@': told(100), '99007@': told(7), '99@': told(117) };
  const mapped = (id: string, rule: 'sum' | 'none' = 'sum') =>
    figureOnTodaysMap(book, id, lastDay, (unit) => old[unit], rule);

  test('a split commune goes by its shares and makes an estimate; the province as a whole needs none', () => {
    expect(mapped('99001@2025-07-01')).toMatchObject({
      comparability: 'estimate',
      figure: { amount: 50, estimate: true },
    });
    expect(mapped('99010@2025-07-01')).toMatchObject({
      comparability: 'estimate',
      figure: { amount: 67, estimate: true },
    });
    expect(mapped('99@2025-07-01')).toMatchObject({ comparability: 'same', figure: { amount: 117, estimate: false } });
  });

  test('what is not added over places is not comparable once units were joined', () => {
    expect(mapped('99001@2025-07-01', 'none')).toMatchObject({
      comparability: 'not_comparable',
      figure: { amount: null },
    });
    expect(mapped('99@2025-07-01', 'none')).toMatchObject({ comparability: 'same', figure: { amount: 117 } });
  });

  test('a day before all sources, or a unit nobody knows: no figure', () => {
    const early = figureOnTodaysMap(book, '99001@2025-07-01', '1999-01-01', (unit) => old[unit], 'sum');
    expect([early.comparability, early.figure.amount]).toEqual(['unknown', null]);
    expect(mapped('unheard-of')).toMatchObject({ comparability: 'unknown', figure: { amount: null } });
  });

  test('who told nothing is missing in the estimate too', () => {
    const partial = figureOnTodaysMap(
      book,
      '99001@2025-07-01',
      lastDay,
      (unit) => (unit === '99004@' ? silent : old[unit]),
      'sum',
    );
    expect(partial.figure).toMatchObject({ amount: 10, completeness: { due: 2, accepted: 1 } });
  });
});
