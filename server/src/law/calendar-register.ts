import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Calendar } from '@mangnon/domain/law/calendar/calendar.ts';
import { findCalendarDifference } from '@mangnon/domain/law/calendar/calendar-change.ts';
import { readSeedCalendar } from '@mangnon/domain/law/calendar/seed-calendar.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import {
  claimCalendarSeed,
  findKeptByPeople,
  loadCalendar,
  lockCalendar,
  writeCalendar,
} from './calendar-set.queries.ts';

/**
 * Takes the calendar of domain/src/law/calendar/*.json into the database, once for each version of the files. What a
 * person has put there or taken away stays so; what came from an older version of the files is brought to this one.
 * Copies of the program starting at once do it one after the other.
 */
export async function updateCalendar(database: Kysely<DB>): Promise<void> {
  const seed = readSeedCalendar();
  const checksum = createHash('sha256').update(writeCanonical(seed)).digest('hex');
  await database.transaction().execute(async (transaction) => {
    await lockCalendar(transaction);
    if (!(await claimCalendarSeed(transaction, checksum))) return;
    const before = await loadCalendar(transaction);
    const kept = await findKeptByPeople(transaction);
    const merge = <Key extends string | number, Item>(
      kind: string,
      stored: ReadonlyMap<Key, Item>,
      fresh: ReadonlyMap<Key, Item>,
    ) =>
      new Map([
        ...[...stored].filter(([key]) => kept.has(`${kind} ${key}`)),
        ...[...fresh].filter(([key]) => !kept.has(`${kind} ${key}`)),
      ]);
    const after: Calendar = {
      ...seed,
      years: new Map([...before.years, ...merge('calendar_year', before.years, seed.years)]),
      days: merge('calendar_day', before.days, seed.days),
      open: merge('calendar_open', before.open, seed.open),
    };
    await writeCalendar(transaction, findCalendarDifference(before, after));
  });
}

/** One text for one calendar: what is hashed to tell two of them apart. */
export function writeCanonical({ weeklyRest, years, days, open }: Calendar): string {
  const inOrder = <Key extends string | number, Item>(items: ReadonlyMap<Key, Item>) =>
    [...items].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, item]) => item);
  return JSON.stringify({ weeklyRest, years: inOrder(years), days: inOrder(days), open: inOrder(open) });
}
