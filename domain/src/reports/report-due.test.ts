import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countDuties, dutyStates, listLacks, stateOfDuty } from './duty-state.ts';
import { readPeriodLaw } from './read-period-law.ts';
import { findDuePeriods, type ClausePeriod } from './report-due.ts';

const law = readPeriodLaw();

test.each<[ClausePeriod, number, number, string]>([
  ['3_months', 3, 10, 'Quý I/2026'],
  ['6_months', 6, 10, '6 tháng đầu năm 2026'],
  ['9_months', 9, 10, '9 tháng năm 2026'],
  ['year', 12, 10, 'Năm 2026'],
  ['year', 11, 15, 'Năm 2026'],
  ['year', 1, 15, 'Năm 2025'],
  ['6_months', 12, 15, '6 tháng cuối năm 2026'],
  ['month', 3, 20, 'Tháng 3/2026'],
])('%s by %i/%i is the report of %s', (period, month, day, label) => {
  const clause = { period, validFrom: '2026-01-01', validTo: '2026-12-31' };
  const [found, ...more] = findDuePeriods(law, { ...clause, due: { month, day } });
  expect(found?.label).toBe(label);
  expect(more).toEqual([]);
});

test('one report a year while the clause is in force, and none before or after', () => {
  const due = { month: 2, day: 29 };
  const found = findDuePeriods(law, { period: 'year', due, validFrom: '2024-03-01', validTo: '2028-12-31' });
  expect(found.map(({ dueOn }) => dueOn)).toEqual(['2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29']);
});

test('a duty stands in one state, the due day itself is in time, and parts add up', () => {
  expect(stateOfDuty('2026-06-20', null, '2026-06-20')).toBe('not_yet_due');
  expect(stateOfDuty('2026-06-20', null, '2026-06-21')).toBe('missing');
  expect(stateOfDuty('2026-06-20', '2026-06-20', '2026-07-01')).toBe('sent_on_time');
  expect(stateOfDuty('2026-06-20', '2026-06-21', '2026-06-21')).toBe('sent_late');
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...dutyStates)), (states) => {
      const counts = countDuties(states);
      expect(dutyStates.reduce((sum, state) => sum + counts[state], 0)).toBe(states.length);
    }),
  );
});

test('what a clause does not tell is named, not guessed', () => {
  expect(listLacks({ due: null, senders: [], receiver: null, placeId: null })).toEqual([
    'due',
    'senders',
    'receiver',
    'place',
  ]);
  const senders = [{ known: true }, { known: false }];
  expect(listLacks({ due: {}, senders, receiver: 'UBND tỉnh', placeId: '99@' })).toEqual(['sender_unknown']);
});
