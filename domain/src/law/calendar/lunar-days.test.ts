import { SolarDate } from '@nghiavuive/lunar_date_vi';
import { describe, expect, test } from 'vitest';
import rows from './lunar-days.json' with { type: 'json' };

function toLunar(iso: string): string {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  const {
    day: lunarDay,
    month: lunarMonth,
    year: lunarYear,
    leap_month: leap,
  } = new SolarDate({ year, month, day }).toLunarDate().get();
  return `${lunarDay}/${lunarMonth}${leap ? ' nhuận' : ''}/${lunarYear}`;
}

describe('the days of the lunar calendar', () => {
  test.each(rows)('$year', ({ year, tet, hungKings }) => {
    expect(toLunar(tet)).toBe(`1/1/${year}`);
    expect(toLunar(hungKings)).toBe(`10/3/${year}`);
  });

  // From notices and almanacs, not from the computation; 2030 is a year in which China begins another day.
  test.each([['2025-01-29'], ['2026-02-17'], ['2027-02-06'], ['2030-02-02']])('Tết is on %s', (day) =>
    expect(rows.map(({ tet }) => tet)).toContain(day),
  );
});
