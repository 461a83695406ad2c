import { sql, type Kysely, type Transaction } from 'kysely';
import type { ReportHeading } from '@mangnon/domain/reports/report-headings.ts';
import type { VersionState } from '@mangnon/domain/reports/report-version.workflow.ts';
import type { UnitRef } from '@mangnon/domain/tasks/task-words.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { presentValue } from './values.queries.ts';

/** The reports of a regime that were due on a day. */
export interface Due {
  readonly regimeId: string;
  readonly dueOn: string;
}

export interface ReceivedReport extends UnitRef {
  readonly no: number;
  readonly id: string;
  readonly version: number;
  readonly state: VersionState;
  readonly firstSentOn: string | null;
  readonly narrative: Readonly<Partial<Record<ReportHeading, { words: string }>>>;
}

/** What came, in every version that counts or waits: the accepted one and what was sent after it. Oldest version first. */
export async function listReceived(database: Kysely<DB>, { regimeId, dueOn }: Due): Promise<ReceivedReport[]> {
  const { rows } = await sql<ReceivedReport>`
    select no, id, version, state, agency_id as "agencyId", place_id as "placeId", narrative,
      (first_sent_at at time zone 'Asia/Ho_Chi_Minh')::date as "firstSentOn"
    from report_version where regime_id = ${regimeId}::uuid and due_on = ${dueOn}::date and first_sent_at is not null
      and state <> 'replaced'
    order by version`.execute(database);
  return rows;
}

export interface CellSum {
  readonly key: string;
  /** Sum of what was accepted; null where no unit gave a number. */
  readonly amount: number | null;
  /** Units that said something in this cell; of them accepted; of those not concerned. */
  readonly sent: number;
  readonly accepted: number;
  readonly notApplicable: number;
  readonly lastEntry: Date | null;
}

/** What each cell adds up to, from accepted reports alone: one question, whatever the number of units. */
export async function sumCells(database: Kysely<DB>, { regimeId, dueOn }: Due): Promise<CellSum[]> {
  const { rows } = await sql<CellSum>`
    select c.key, s.amount, s.sent::int as sent, s.accepted::int as accepted, s."notApplicable"::int as "notApplicable",
      s."lastEntry"
    from (
      select x.cell_id, sum(x.amount) filter (where x.standing) as amount,
        count(distinct v.unit) filter (where x.state <> 'no_report') as sent,
        count(*) filter (where x.standing and x.state <> 'no_report') as accepted,
        count(*) filter (where x.standing and x.state = 'not_applicable') as "notApplicable",
        max(x.entered_at) as "lastEntry"
      from report_version v join report_value x on x.version_no = v.no
      where v.regime_id = ${regimeId}::uuid and v.due_on = ${dueOn}::date and v.state in ('sent', 'accepted')
      group by x.cell_id) s
    join report_cell c on c.id = s.cell_id`.execute(database);
  return rows;
}

export interface RateAsked {
  readonly code: string;
  readonly numerator: string;
  readonly denominator: string;
}

export interface RateSum {
  readonly code: string;
  readonly numerator: number;
  readonly denominator: number;
  /** Units that told both sides. */
  readonly units: number;
  readonly lastEntry: Date | null;
}

/** Both sides of each rate, summed over the units that told both. */
export async function sumRates(
  database: Kysely<DB>,
  { regimeId, dueOn }: Due,
  rates: readonly RateAsked[],
): Promise<RateSum[]> {
  if (rates.length === 0) return [];
  const { rows } = await sql<RateSum>`
    with told as materialized (
      select v.unit, c.code, x.amount, x.entered_at
      from report_version v join report_value x on x.version_no = v.no and x.standing and x.amount is not null
      join report_cell c on c.id = x.cell_id and c.key = c.code
      where v.regime_id = ${regimeId}::uuid and v.due_on = ${dueOn}::date and v.state = 'accepted')
    select r.code, sum(up.amount) as numerator, sum(down.amount) as denominator, count(*)::int as units,
      max(greatest(up.entered_at, down.entered_at)) as "lastEntry"
    from jsonb_to_recordset(${JSON.stringify(rates)}::jsonb) as r (code text, numerator text, denominator text)
    join told up on up.code = r.numerator join told down on down.code = r.denominator and down.unit = up.unit
    group by r.code`.execute(database);
  return rows;
}

export interface CellOfUnit extends UnitRef {
  readonly value: ReturnType<typeof presentValue>;
  /** It is in the sum. */
  readonly counts: boolean;
}

/** What each unit said in one cell: as accepted, else as sent. */
export async function listCellOfUnits(
  database: Kysely<DB>,
  { regimeId, dueOn }: Due,
  key: string,
): Promise<CellOfUnit[]> {
  const { rows } = await sql<UnitRef & Parameters<typeof presentValue>[0] & { readonly standing: boolean }>`
    select distinct on (v.unit) v.agency_id as "agencyId", v.place_id as "placeId", x.state, x.amount, x.reason, x.words,
      x.standing
    from report_version v join report_value x on x.version_no = v.no
    where v.regime_id = ${regimeId}::uuid and v.due_on = ${dueOn}::date and v.state in ('sent', 'accepted')
      and x.cell_id = (select id from report_cell where key = ${key})
    order by v.unit, x.standing desc, v.no desc`.execute(database);
  return rows.map(({ agencyId, placeId, standing, ...row }) => ({
    agencyId,
    placeId,
    value: presentValue(row),
    counts: standing && (row.state === 'number' || row.state === 'zero'),
  }));
}

export interface StoredAdjustment {
  readonly id: string;
  readonly key: string;
  readonly amount: number;
  readonly reason: string;
  readonly madeAt: Date;
  readonly madeBy: string;
  readonly takenBack: boolean;
}

/** Adjustments that were made, oldest first; what only takes one back is told by it. */
export async function listAdjustments(database: Kysely<DB>, { regimeId, dueOn }: Due): Promise<StoredAdjustment[]> {
  const { rows } = await sql<StoredAdjustment>`
    select j.id, c.key, j.amount, j.reason, j.made_at as "madeAt", a.name as "madeBy",
      exists (select from report_adjustment b where b.takes_back = j.id) as "takenBack"
    from report_adjustment j join report_cell c on c.id = j.cell_id join account a on a.id = j.made_by
    where j.regime_id = ${regimeId}::uuid and j.due_on = ${dueOn}::date and j.takes_back is null
    order by j.made_at, j.id`.execute(database);
  return rows;
}

export interface NewAdjustment extends Due {
  readonly id: string;
  readonly key: string;
  readonly code: string;
  readonly parts: Readonly<Record<string, string>>;
  readonly placeId: string;
  readonly amount: number;
  readonly reason: string;
  readonly cutStart: string;
  readonly cutEnd: string;
  readonly takesBack: string | null;
}

/** Adds an adjustment; false where this id, or the taking back, is there already. */
export async function insertAdjustment(
  database: Transaction<DB>,
  made: NewAdjustment,
  by: { readonly accountId: string; readonly now: Date },
): Promise<boolean> {
  await sql`insert into report_period (cut_start, cut_end) values (${made.cutStart}::date, ${made.cutEnd}::date)
    on conflict do nothing`.execute(database);
  await sql`insert into report_cell (key, code, parts) values (${made.key}, ${made.code}, ${JSON.stringify(made.parts)}::jsonb)
    on conflict (key) do nothing`.execute(database);
  const { rows } = await sql`
    insert into report_adjustment (id, regime_id, due_on, period_id, cell_id, place_id, province_id, amount, reason, made_at,
      made_by, takes_back)
    select ${made.id}::uuid, ${made.regimeId}::uuid, ${made.dueOn}::date, p.id, c.id, pl.id, coalesce(pl.parent_id, pl.id),
      ${made.amount}, ${made.reason}, ${by.now}::timestamptz, ${by.accountId}::uuid, ${made.takesBack}::uuid
    from report_period p, report_cell c, place pl
    where p.cut_start = ${made.cutStart}::date and p.cut_end = ${made.cutEnd}::date and c.key = ${made.key}
      and pl.id = ${made.placeId}
    on conflict do nothing returning id`.execute(database);
  return rows.length > 0;
}
