import { describe, expect, test } from 'vitest';
import { readSeedCalendar } from '../law/calendar/seed-calendar.ts';
import { findDigestMoments } from './digest-moments.ts';
import type { Digest } from './notice-choice.ts';

const calendar = readSeedCalendar();
function momentOf(now: string, digest: Digest, hour: number | null, weekday: number | null): string | undefined {
  const moments = findDigestMoments(calendar, new Date(now));
  return moments.find((one) => one.digest === digest && one.hour === hour && one.weekday === weekday)?.moment;
}

describe('until when notices go into a mail', () => {
  test.each([
    // now (UTC; Viet Nam is seven hours ahead), hour, last mail of working days
    ['2026-11-30T00:00:00Z', 7, '2026-11-30T00:00:00.000Z'],
    ['2026-11-29T23:59:59Z', 7, '2026-11-27T00:00:00.000Z'],
    ['2026-11-30T16:59:00Z', 23, '2026-11-30T16:00:00.000Z'],
    ['2026-11-24T03:00:00Z', 7, '2026-11-23T00:00:00.000Z'],
    ['2026-02-22T03:00:00Z', 7, '2026-02-13T00:00:00.000Z'],
    ['2026-08-22T03:00:00Z', 7, '2026-08-22T00:00:00.000Z'],
  ])('daily: at %s and %i o’clock', (now, hour, moment) => expect(momentOf(now, 'daily', hour, null)).toBe(moment));

  test.each([
    ['2026-11-30T03:00:00Z', 1, '2026-11-30T00:00:00.000Z'],
    ['2026-11-30T03:00:00Z', 5, '2026-11-27T00:00:00.000Z'],
    // Tuesday 24 November 2026 is a holiday: the mail of that week goes on Wednesday.
    ['2026-11-24T03:00:00Z', 2, '2026-11-17T00:00:00.000Z'],
    ['2026-11-25T03:00:00Z', 2, '2026-11-25T00:00:00.000Z'],
    // No working day in the week of Tết.
    ['2026-02-22T03:00:00Z', 1, '2026-02-09T00:00:00.000Z'],
  ])('weekly: at %s, weekday %i', (now, weekday, moment) => expect(momentOf(now, 'weekly', 7, weekday)).toBe(moment));

  test('at once is now, and never has no moment', () => {
    expect(momentOf('2026-11-29T10:00:00Z', 'at_once', null, null)).toBe('2026-11-29T10:00:00.000Z');
    expect(findDigestMoments(calendar, new Date('2026-11-29T10:00:00Z')).some(({ digest }) => digest === 'never')).toBe(
      false,
    );
  });
});
