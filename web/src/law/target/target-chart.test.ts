import type { TargetPage } from '@mangnon/domain/law/target.api.ts';
import { expect, it } from 'vitest';
import { chartOf } from './target-chart.ts';

const page = (values: Record<number, number>, start: { year: number; value: number } | null = null) =>
  ({
    values: Object.entries(values).map(([year, value]) => ({ year: Number(year), value })),
    path: [],
    standing: { goal: 60 },
    target: { year: 2030 },
    start,
  }) as unknown as TargetPage;

it('leaves a gap where a year is missing', () => {
  const chart = chartOf(page({ 2024: 30, 2025: 34, 2027: 50 }));
  expect(chart?.runs.map((run) => run.map(({ year }) => year))).toEqual([[2024, 2025], [2027]]);
  expect(chart?.years).toEqual([2024, 2025, 2026, 2027, 2028, 2029, 2030]);
});

it('begins at the start, and draws nothing from nothing', () => {
  expect(chartOf(page({ 2025: 34 }, { year: 2024, value: 30 }))?.runs).toHaveLength(1);
  expect(chartOf(page({}))).toBeNull();
});
