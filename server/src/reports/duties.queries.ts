import { sql, type Kysely, type Transaction } from 'kysely';
import type { DutyCounts } from '@mangnon/domain/reports/duty-state.ts';
import type { UnitRef } from '@mangnon/domain/tasks/task-words.ts';
import type { DB } from '../platform/database/schema.generated.ts';

/** A report of a regime: which, due when, and the last day it counts, on which its chain is looked at. */
export interface AskedPeriod {
  readonly regime_id: string;
  readonly due_on: string;
  readonly cut_end: string;
}

/**
 * Who has to send: each agency the clause names, in the place of the plan and in those below it of the agency's level, as places
 * and agencies stood on the last day counted: through districts until 30/06/2025, two levels after. A place that went on
 * whole and alone counts as that one; one that was merged asks nobody any more. What may stand several times in one
 * place (schools) is named by no clause in a way that tells which, and left out.
 */
const dutiesOf = (periods: readonly AskedPeriod[]) => sql`
  duty as (
    select distinct w.regime_id, w.due_on, a.id as agency_id, p.id as place_id, p.name as place_name,
      coalesce(above.parent_id, p.parent_id, p.id) as province_id
    from jsonb_to_recordset(${JSON.stringify(periods)}::jsonb) as w (regime_id uuid, due_on date, cut_end date)
    join report_regime g on g.id = w.regime_id
    join plan_place pl on pl.plan_id = g.plan_id
    join report_sender s on s.regime_id = g.id
    join agency a on a.id = s.agency_id and not a.several
      and (a.valid_from is null or a.valid_from <= w.cut_end) and (a.valid_to is null or a.valid_to >= w.cut_end)
    join lateral (
      with root as (
        select pl.place_id as id
        union select n.to_id from place_succession n where n.from_id = pl.place_id and n.kind = 'whole'
          and not exists (select from place_succession o where o.to_id = n.to_id and o.from_id <> n.from_id))
      select id from root
      union select c.id from root join place c on c.parent_id = root.id
      union select c.id from root join place d on d.parent_id = root.id join place c on c.parent_id = d.id) within on true
    join place p on p.id = within.id and p.level = a.level
      and (p.valid_from is null or p.valid_from <= w.cut_end) and (p.valid_to is null or p.valid_to >= w.cut_end)
    left join place above on above.id = p.parent_id)`;

export interface PeriodCounts extends DutyCounts {
  readonly regimeId: string;
  readonly dueOn: string;
  readonly units: number;
}

/** How each of the periods stands, in one question: the same rule as `stateOfDuty`. */
export async function countPeriods(
  database: Kysely<DB>,
  periods: readonly AskedPeriod[],
  today: string,
): Promise<PeriodCounts[]> {
  if (periods.length === 0) return [];
  const { rows } = await sql<PeriodCounts>`
    with ${dutiesOf(periods)}
    select d.regime_id as "regimeId", d.due_on as "dueOn", count(*) as units,
      count(*) filter (where s.sent_on <= d.due_on) as sent_on_time,
      count(*) filter (where s.sent_on > d.due_on) as sent_late,
      count(*) filter (where s.id is null and d.due_on >= ${today}::date) as not_yet_due,
      count(*) filter (where s.id is null and d.due_on < ${today}::date) as missing
    from duty d left join report_sending s using (regime_id, due_on, agency_id, place_id)
    group by d.regime_id, d.due_on`.execute(database);
  return rows;
}

export interface DutyRow extends UnitRef {
  readonly provinceId: string;
  readonly dueOn: string;
  readonly sentOn: string | null;
  readonly number: string | null;
  readonly words: string | null;
  readonly enteredAt: Date | null;
  readonly enteredBy: string | null;
}

/** Each unit that has to send in each of the periods, with what it sent; by place. */
export async function listDuties(database: Kysely<DB>, periods: readonly AskedPeriod[]): Promise<DutyRow[]> {
  if (periods.length === 0) return [];
  const { rows } = await sql<DutyRow>`
    with ${dutiesOf(periods)}
    select d.agency_id as "agencyId", d.place_id as "placeId", d.province_id as "provinceId", d.due_on as "dueOn",
      s.sent_on as "sentOn", s.number, s.words, s.entered_at as "enteredAt", account.name as "enteredBy"
    from duty d left join report_sending s using (regime_id, due_on, agency_id, place_id)
    left join account on account.id = s.entered_by
    order by d.due_on, d.place_name collate "vi-VN-x-icu", d.place_id, d.agency_id`.execute(database);
  return rows;
}

export interface DutyUnit extends UnitRef {
  readonly regimeId: string;
  readonly dueOn: string;
  readonly provinceId: string;
  readonly name: string;
}

/** Who has to send in each of the periods, within what this person watches over or sends. */
export async function listDutyUnits(database: Kysely<DB>, periods: readonly AskedPeriod[]): Promise<DutyUnit[]> {
  if (periods.length === 0) return [];
  const { rows } = await sql<DutyUnit>`
    with ${dutiesOf(periods)}
    select d.regime_id as "regimeId", d.due_on as "dueOn", d.agency_id as "agencyId", d.place_id as "placeId",
      d.province_id as "provinceId", a.name || ' ' || d.place_name as name
    from duty d join agency a on a.id = d.agency_id
    where (select app_nation('reports.version.read', 'core'))
      or d.province_id in (
        select unnest((select app_reach('reports.version.read', 'core', 'below_place'))::text[])
        union select n.from_id from place_succession n where n.kind = 'whole'
          and n.to_id = any ((select app_reach('reports.version.read', 'core', 'below_place'))::text[]))
      or d.place_id = any ((select app_reach('reports.version.read', 'core', 'own_place'))::text[])
      or d.agency_id || '|' || d.place_id = any ((select app_reach('reports.version.read', 'core', 'own_agency'))::text[])`.execute(
    database,
  );
  return rows;
}

/** Days on which who has to send may become another: places and agencies begin and end. In order. */
export async function listDutyEdges(database: Kysely<DB>): Promise<string[]> {
  const { rows } = await sql<{ day: string }>`
    select distinct day from (
      select valid_from as day from place union all select valid_to + 1 from place
      union all select valid_from from agency union all select valid_to + 1 from agency) edge
    where day is not null order by day`.execute(database);
  return rows.map(({ day }) => day);
}

export interface NewSending extends UnitRef {
  readonly id: string;
  readonly regimeId: string;
  readonly provinceId: string;
  readonly dueOn: string;
  readonly sentOn: string;
  readonly number: string | null;
  readonly words: string | null;
}

/** Writes down that a report was sent; false where another request was quicker. */
export async function insertSending(
  database: Transaction<DB>,
  sending: NewSending,
  by: { readonly accountId: string; readonly now: Date },
): Promise<boolean> {
  const { rows } = await sql`
    insert into report_sending (id, regime_id, agency_id, place_id, province_id, due_on, sent_on, number, words, entered_at,
      entered_by)
    values (${sending.id}::uuid, ${sending.regimeId}::uuid, ${sending.agencyId}, ${sending.placeId}, ${sending.provinceId},
      ${sending.dueOn}::date, ${sending.sentOn}::date, ${sending.number}, ${sending.words}, ${by.now}::timestamptz,
      ${by.accountId}::uuid)
    on conflict do nothing returning id`.execute(database);
  return rows.length > 0;
}

export interface StoredSending extends UnitRef {
  readonly id: string;
  readonly regimeId: string;
  readonly dueOn: string;
  readonly sentOn: string;
  readonly enteredBy: string;
}

/** What was sent under this id, or by this unit for this day: at most two rows. */
export async function findSendings(
  database: Transaction<DB>,
  { id, regimeId, dueOn, agencyId, placeId }: Omit<NewSending, 'provinceId' | 'sentOn' | 'number' | 'words'>,
): Promise<StoredSending[]> {
  const { rows } = await sql<StoredSending>`
    select id, regime_id as "regimeId", agency_id as "agencyId", place_id as "placeId", due_on as "dueOn", sent_on as "sentOn",
      entered_by as "enteredBy"
    from report_sending where id = ${id}::uuid or (regime_id = ${regimeId}::uuid and due_on = ${dueOn}::date
      and agency_id = ${agencyId} and place_id = ${placeId})`.execute(database);
  return rows;
}
