import { sql, type Kysely, type Transaction } from 'kysely';
import type { Regime } from '@mangnon/domain/reports/reports.api.ts';
import { mostRegimes } from '@mangnon/domain/reports/reports.api.ts';
import type { DB } from '../platform/database/schema.generated.ts';

export interface NewSender {
  readonly regime_id: string;
  readonly position: number;
  readonly printed: string;
  readonly agency_id: string | null;
}

/**
 * Opens the regimes of a plan: two statements, however many clauses. They are in force from the day the plan was issued to the end
 * of the last year it names.
 */
export async function insertRegimes(
  database: Transaction<DB>,
  planId: string,
  senders: readonly NewSender[],
  by: { readonly accountId: string; readonly now: Date },
): Promise<void> {
  await sql`
    insert into report_regime (id, plan_id, valid_from, valid_to, opened_at, opened_by)
    select r.id, p.id, d.first, make_date(greatest(extract(year from d.first)::int,
        (select max(extract(year from due_to))::int from plan_task where plan_id = p.id),
        (select max(year) from plan_target where plan_id = p.id)), 12, 31),
      ${by.now}::timestamptz, ${by.accountId}::uuid
    from plan_reporting r join plan p on p.id = r.plan_id
    cross join lateral (select case length(p.issued_on) when 10 then p.issued_on::date
      else make_date(coalesce(left(p.issued_on, 4)::int,
        extract(year from p.adopted_at at time zone 'Asia/Ho_Chi_Minh')::int), 1, 1) end as first) d
    where p.id = ${planId}::uuid`.execute(database);
  await sql`
    insert into report_sender (regime_id, position, printed, agency_id)
    select regime_id, position, printed, agency_id
    from jsonb_to_recordset(${JSON.stringify(senders)}::jsonb)
      as s (regime_id uuid, position integer, printed text, agency_id text)
    where length(btrim(printed)) > 0`.execute(database);
}

export interface StoredRegime extends Omit<Regime, 'lacks'> {
  readonly placeId: string | null;
}

const regimeRow = sql`
  select g.id, json_build_object('id', p.id, 'number', p.number, 'title', p.title) as plan, r.period,
    case when r.due_month is not null then json_build_object('month', r.due_month, 'day', r.due_day) end as due,
    coalesce((select json_agg(json_build_object('printed', s.printed, 'known', a.id is not null) order by s.position)
      from report_sender s left join agency a on a.id = s.agency_id and a.level <> 'central' and not a.several
      where s.regime_id = g.id), '[]') as senders,
    r.receiver, r.via, g.valid_from as "validFrom", g.valid_to as "validTo", pl.place_id as "placeId",
    count(*) over () as total
  from report_regime g join plan_reporting r on r.id = g.id join plan p on p.id = g.plan_id
  left join plan_place pl on pl.plan_id = g.plan_id`;

/** Regimes, those of the plan adopted last first, each plan's in the order of its text. Cut at `mostRegimes`. */
export async function findRegimes(
  database: Kysely<DB>,
  planId: string | undefined,
): Promise<{ readonly rows: readonly StoredRegime[]; readonly total: number }> {
  const { rows } = await sql<StoredRegime & { readonly total: number }>`${regimeRow}
    where ${planId ?? null}::uuid is null or g.plan_id = ${planId ?? null}::uuid
    order by p.adopted_at desc, p.id, r.position limit ${mostRegimes}`.execute(database);
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

export async function findRegime(database: Kysely<DB>, id: string): Promise<StoredRegime | undefined> {
  const { rows } = await sql<StoredRegime & { readonly total: number }>`${regimeRow} where g.id = ${id}::uuid`.execute(
    database,
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  const { total: _total, ...regime } = row;
  return regime;
}

/** Whether an agency can send in a place: it stands there, or in the places below, and once in each. */
export async function fitsPlace(database: Kysely<DB>, agencyId: string, placeId: string): Promise<boolean> {
  const { rows } = await sql`
    select from agency a join place p on p.id = ${placeId}
    where a.id = ${agencyId} and not a.several and (a.place_id is null or a.place_id = p.id)
      and case p.level when 'province' then a.level in ('province', 'district', 'commune')
        when 'district' then a.level in ('district', 'commune') else a.level = 'commune' end`.execute(database);
  return rows.length > 0;
}

/** Writes down that an agency sends, under the name of the register; said again it changes nothing. */
export async function insertSender(
  database: Transaction<DB>,
  regimeId: string,
  agencyId: string,
  by: { readonly accountId: string; readonly now: Date },
): Promise<void> {
  await sql`
    insert into report_sender (regime_id, position, printed, agency_id, told_at, told_by)
    select ${regimeId}::uuid, (select coalesce(max(position), 0) + 1 from report_sender where regime_id = ${regimeId}::uuid),
      a.name, a.id, ${by.now}::timestamptz, ${by.accountId}::uuid
    from agency a where a.id = ${agencyId}
      and not exists (select from report_sender s where s.regime_id = ${regimeId}::uuid and s.agency_id = a.id)`.execute(
    database,
  );
}

/** One teller at a time: positions follow one another. */
export async function lockRegime(database: Transaction<DB>, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('report_regime ' || ${id}::text, 0))`.execute(database);
}
