import { sql, type Kysely, type Transaction } from 'kysely';
import type { Calendar, CalendarDay, CalendarYear, OpenStretch } from '@mangnon/domain/law/calendar/calendar.ts';
import type { CalendarDifference } from '@mangnon/domain/law/calendar/calendar-change.ts';
import { weeklyRest } from '@mangnon/domain/law/calendar/seed-calendar.ts';
import type { DB } from '../platform/database/schema.generated.ts';

/** So that two who change the calendar do it one after the other; the loading of its files takes the same lock. */
export async function lockCalendar(database: Transaction<DB>): Promise<void> {
  await sql`select pg_advisory_xact_lock(4150016)`.execute(database);
}

/** The whole calendar: a few hundred rows, in one statement. */
export async function loadCalendar(database: Kysely<DB>): Promise<Calendar> {
  const { rows } = await sql<{ years: CalendarYear[]; days: CalendarDay[]; open: OpenStretch[] }>`
    select
      (select coalesce(json_agg(json_build_object('year', year, 'status', status, 'note', note) order by year), '[]')
        from calendar_year) as years,
      (select coalesce(json_agg(json_build_object('day', day, 'kind', kind, 'name', name, 'basis', basis,
          'article', article, 'trust', trust, 'source', source, 'note', note) order by day), '[]')
        from calendar_day) as days,
      (select coalesce(json_agg(json_build_object('from', from_day, 'to', to_day, 'name', name, 'note', note)
          order by from_day), '[]') from calendar_open) as open`.execute(database);
  const [found] = rows;
  if (found === undefined) throw new Error('a select without a table gives one row');
  return {
    weeklyRest,
    years: new Map(found.years.map((year) => [year.year, year])),
    days: new Map(found.days.map((day) => [day.day, day])),
    open: new Map(found.open.map((stretch) => [stretch.from, stretch])),
  };
}

/** Writes what differs, in a number of statements that does not grow with it. */
export async function writeCalendar(database: Transaction<DB>, difference: CalendarDifference): Promise<void> {
  const { years, days, open, removedDays, removedOpen } = difference;
  await sql`delete from calendar_day where day = any(${removedDays}::date[])`.execute(database);
  await sql`delete from calendar_open where from_day = any(${removedOpen}::date[])`.execute(database);
  await sql`
    insert into calendar_year (year, status, note)
    select year, status, note from json_populate_recordset(null::calendar_year, ${JSON.stringify(years)})
    on conflict (year) do update set status = excluded.status, note = excluded.note`.execute(database);
  await sql`
    insert into calendar_day (day, kind, name, basis, article, trust, source, note)
    select day, kind, name, basis, article, trust, source, note
    from json_populate_recordset(null::calendar_day, ${JSON.stringify(days)})
    on conflict (day) do update set kind = excluded.kind, name = excluded.name, basis = excluded.basis,
      article = excluded.article, trust = excluded.trust, source = excluded.source, note = excluded.note`.execute(
    database,
  );
  const stretches = open.map(({ from, to, name, note }) => ({ from_day: from, to_day: to, name, note }));
  await sql`
    insert into calendar_open (from_day, to_day, name, note)
    select from_day, to_day, name, note from json_populate_recordset(null::calendar_open, ${JSON.stringify(stretches)})
    on conflict (from_day) do update set to_day = excluded.to_day, name = excluded.name, note = excluded.note`.execute(
    database,
  );
}

/** The rows a person has put or taken away, as `calendar_day 2026-11-23`: files never overwrite them. */
export async function findKeptByPeople(database: Transaction<DB>): Promise<Set<string>> {
  const { rows } = await sql<{ kept: string }>`
    select 'calendar_year ' || year as kept from calendar_year where recorded_by is not null
    union all select 'calendar_day ' || day from calendar_day where recorded_by is not null
    union all select 'calendar_open ' || from_day from calendar_open where recorded_by is not null
    union all select kind || ' ' || key from calendar_version where removed and changed_by is not null`.execute(
    database,
  );
  return new Set(rows.map(({ kept }) => kept));
}

/** Says whether this version of the calendar's files was taken in before; if not, notes that it is now. */
export async function claimCalendarSeed(database: Transaction<DB>, checksum: string): Promise<boolean> {
  const { rows } = await sql`
    insert into calendar_seed (checksum, loaded_at) values (${checksum}, now()) on conflict do nothing
    returning checksum`.execute(database);
  return rows.length > 0;
}
