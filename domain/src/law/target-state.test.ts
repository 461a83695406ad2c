import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  computeStanding,
  type TargetFigures,
  type TargetGoal,
  type TargetState,
  type TargetWhy,
} from './target-state.ts';

const share: TargetGoal = { comparator: '>=', value: 80, valueTo: null, unit: '%', year: 2030 };
const rate: TargetGoal = { ...share, comparator: '<', value: 9, unit: '‰ trẻ đẻ sống' };
const cut: TargetGoal = { ...share, comparator: 'decrease_by', value: 5, valueTo: 7 };
const fewer: TargetGoal = { ...cut, value: null, valueTo: null, year: null, unit: 'vụ' };
const told = (start: number | null, values: Record<number, number>): TargetFigures => ({
  against: 'baseline',
  start: start === null ? null : { year: 2020, value: start },
  values: Object.entries(values).map(([year, value]) => ({ year: Number(year), value })),
});
const yearly = (values: Record<number, number>): TargetFigures => ({ ...told(null, values), against: 'previous_year' });

const cases: [string, TargetGoal, TargetFigures, TargetState, TargetWhy][] = [
  ['nothing told', share, told(50, {}), 'no_figure', 'no_value'],
  ['met', share, told(null, { 2026: 80 }), 'reached', 'limit_met'],
  ['below the line', share, told(50, { 2025: 64.9 }), 'off_way', 'behind_path'],
  ['on the line', share, told(50, { 2025: 65 }), 'on_way', 'ahead_of_path'],
  ['one figure, no start', share, told(null, { 2025: 65 }), 'no_figure', 'no_start'],
  ['the first figure as start', share, told(null, { 2020: 50, 2025: 65 }), 'on_way', 'ahead_of_path'],
  ['its year has come', share, told(50, { 2030: 79.9 }), 'off_way', 'year_over'],
  ['fewer is better', rate, told(14, { 2025: 11 }), 'on_way', 'ahead_of_path'],
  ['the limit itself is not below it', rate, told(14, { 2030: 9 }), 'off_way', 'year_over'],
  ['5 % to 7 % of what', cut, told(null, { 2026: 90, 2027: 80 }), 'no_figure', 'no_start'],
  ['5 % to 7 % of 100', cut, told(100, { 2030: 95 }), 'reached', 'limit_met'],
  ['4 % is too little', cut, told(100, { 2030: 96 }), 'off_way', 'year_over'],
  ['a year less', { ...cut, year: null }, yearly({ 2025: 100, 2026: 94 }), 'reached', 'limit_met'],
  ['a year hardly less', { ...cut, year: null }, yearly({ 2025: 100, 2026: 97 }), 'off_way', 'limit_missed'],
  ['the year before is missing', cut, yearly({ 2024: 100, 2026: 94 }), 'no_figure', 'no_start'],
  ['a bare direction', fewer, told(40, { 2026: 39 }), 'reached', 'limit_met'],
  ['against a bare direction', fewer, told(40, { 2026: 41 }), 'off_way', 'limit_missed'],
];

describe('computeStanding', () => {
  it.each(cases)('%s', (_, goal, figures, state, why) =>
    expect(computeStanding(goal, figures)).toMatchObject({ state, why }),
  );

  it('never grows worse when the latest figure grows better', () => {
    const rank: Record<TargetState, number> = { no_figure: 0, off_way: 1, on_way: 2, reached: 3 };
    const figure = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(figure, figure, figure, fc.integer({ min: 2021, max: 2035 }), (start, one, other, year) => {
        const stand = (value: number) => rank[computeStanding(share, told(start, { [year]: value })).state];
        expect(stand(Math.max(one, other))).toBeGreaterThanOrEqual(stand(Math.min(one, other)));
      }),
    );
  });
});
