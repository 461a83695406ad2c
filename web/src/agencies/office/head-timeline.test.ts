import { describe, expect, it } from 'vitest';
import { drawTimeline, type Stretch } from './head-timeline.ts';

const stretch = (id: string, role: Stretch['role'], validFrom: string, validTo: string | null): Stretch => ({
  id,
  name: id,
  role,
  validFrom,
  validTo,
});

describe('the time of heads and deputies', () => {
  it('is drawn in whole years, heads above deputies, the open end at the right edge', () => {
    const { from, to, years, mark, bars } = drawTimeline(
      [
        stretch('deputy', 'deputy', '2024-01-01', null),
        stretch('second', 'head', '2025-07-01', null),
        stretch('first', 'head', '2024-01-01', '2025-06-30'),
      ],
      '2025-01-01',
    );
    expect([from, to]).toEqual(['2024-01-01', '2026-01-01']);
    expect(years.map(({ year }) => year)).toEqual([2024, 2025]);
    expect(mark).toBeCloseTo((366 / 731) * 100);
    expect(bars.map(({ id }) => id)).toEqual(['first', 'second', 'deputy']);
    const [first, second, deputy] = bars;
    // One begins on the day after the other ended: the bars touch.
    expect((first?.left ?? 0) + (first?.width ?? 0)).toBeCloseTo(second?.left ?? 0);
    expect((second?.left ?? 0) + (second?.width ?? 0)).toBeCloseTo(100);
    expect(deputy).toMatchObject({ left: 0, width: 100 });
  });

  it('takes in the day asked for, and shows even a single day', () => {
    const { years, bars, mark } = drawTimeline([stretch('one', 'head', '2020-05-05', '2020-05-05')], '2026-11-22');
    expect(years).toHaveLength(7);
    expect(bars[0]?.width).toBe(0.5);
    expect(mark).toBeGreaterThan(95);
    expect(mark).toBeLessThan(100);
  });
});
