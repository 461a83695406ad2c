import { describe, expect, it } from 'vitest';
import { formatBytes, formatDay, formatInstant, formatNumber } from './format.ts';
import { countDays } from './today.ts';

describe('dates and numbers as offices write them', () => {
  it('writes whole and part dates', () => {
    expect(formatDay('2026-03-09')).toBe('09/03/2026');
    expect(formatDay('2020-10')).toBe('10/2020');
    expect(formatDay('2021')).toBe('2021');
  });
  it('tells the time of Vietnam, over midnight too', () => {
    expect(formatInstant('2026-11-21T22:05:00Z')).toBe('05:05 22/11/2026');
    expect(formatInstant('2026-11-21T17:00:00Z')).toBe('00:00 22/11/2026');
  });
  it('writes numbers with a decimal comma', () => {
    expect(formatNumber(1234.5, 'vi')).toBe('1.234,5');
    expect(formatNumber(1234.5, 'en')).toBe('1,234.5');
  });
  it('writes file sizes', () => {
    expect(formatBytes(999, 'vi')).toBe('999 B');
    expect(formatBytes(1_432_000, 'vi')).toBe('1,4 MB');
  });
  it('counts days over a change of month', () => {
    expect(countDays('2026-02-27', '2026-03-01')).toBe(2);
    expect(countDays('2026-03-02', '2026-03-01')).toBe(-1);
  });
});
