import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DutyHours } from './duty-hours.ts';
import { isOnDuty, readHours, writeHours } from './duty-hours-text.ts';

const office: DutyHours = [
  { days: [1, 2, 3, 4, 5], from: '07:30', to: '17:00' },
  { days: [6], from: '07:30', to: '11:30' },
];

test.each<[string, DutyHours | null]>([
  ['24/7', 'always'],
  ['24/24', 'always'],
  ['T2-T6 07:30-17:00; T7 07:30-11:30', office],
  ['t2 - t6 7h30 - 17h ; T7 7:30-11h30', office],
  ['T2,T4 08:00-09:00', [{ days: [1, 3], from: '08:00', to: '09:00' }]],
  ['T7,CN 0:00-24:00', [{ days: [6, 7], from: '00:00', to: '24:00' }]],
  ['', null],
  ['giờ hành chính', null],
  ['T8 07:00-08:00', null],
  ['T6-T2 07:00-08:00', null],
  ['T2 17:00-07:30', null],
  ['T2 07:61-08:00', null],
  ['T2 25:00-26:00', null],
])('reads «%s»', (text, hours) => {
  expect(readHours(text)).toEqual(hours);
});

test.each<[string, boolean]>([
  // 22/11/2026 is a Sunday; Viet Nam is seven hours ahead.
  ['2026-11-23T00:29:00Z', false],
  ['2026-11-23T00:30:00Z', true],
  ['2026-11-23T09:59:00Z', true],
  ['2026-11-23T10:00:00Z', false],
  ['2026-11-21T02:00:00Z', true],
  ['2026-11-21T05:00:00Z', false],
  ['2026-11-22T02:00:00Z', false],
  ['2026-11-22T18:00:00Z', false],
])('at %s somebody answers: %s', (instant, answered) => {
  expect(isOnDuty(office, new Date(instant))).toBe(answered);
  expect(isOnDuty('always', new Date(instant))).toBe(true);
});

test('what is written is read again as the same hours of the week', () => {
  const minutes = fc.tuple(fc.integer({ min: 0, max: 1438 }), fc.integer({ min: 1, max: 1439 }));
  const time = (at: number) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
  const stretch = fc
    .record({ days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), times: minutes })
    .filter(({ times: [from, to] }) => from < to)
    .map(({ days, times: [from, to] }) => ({ days: days.toSorted((a, b) => a - b), from: time(from), to: time(to) }));
  fc.assert(
    fc.property(fc.array(stretch, { minLength: 1, maxLength: 14 }), (hours) => {
      expect(readHours(writeHours(hours))).toEqual(hours);
    }),
  );
});
