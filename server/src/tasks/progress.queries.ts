import { sql, type Transaction } from 'kysely';
import type { DB } from '../platform/database/schema.generated.ts';
import type { TaskScope } from './held-units.ts';

type Database = Transaction<DB>;

/** The scope columns in the order of every table of tasks. */
export const scopeOf = ({ placeId, provinceId, unit, requesterPlaceId }: TaskScope) => ({
  place_id: placeId,
  province_id: provinceId,
  unit,
  requester_place_id: requesterPlaceId,
});

export interface StoredReport {
  readonly id: string;
  readonly periodId: string;
  readonly kind: 'progress' | 'completion';
  readonly happenedOn: string;
  readonly words: string;
  readonly recordedBy: string;
}

export async function findReport(database: Database, id: string): Promise<StoredReport | undefined> {
  const { rows } = await sql<StoredReport>`
    select id, period_id as "periodId", kind, happened_on as "happenedOn", words, recorded_by as "recordedBy"
    from progress_report where id = ${id}::uuid`.execute(database);
  return rows[0];
}

/** A report under its period, with the decision where one was made. */
export interface ReportToDecide extends StoredReport {
  readonly decidedBy: string | null;
  readonly decision: 'accepted' | 'sent_back' | null;
}

export async function findReportToDecide(database: Database, id: string): Promise<ReportToDecide | undefined> {
  const { rows } = await sql<ReportToDecide>`
    select r.id, r.period_id as "periodId", r.kind, r.happened_on as "happenedOn", r.words, r.recorded_by as "recordedBy",
      d.decision, a.name as "decidedBy"
    from progress_report r left join progress_decision d on d.report_id = r.id left join account a on a.id = d.decided_by
    where r.id = ${id}::uuid`.execute(database);
  return rows[0];
}

/** How many of these files are of this period, not withdrawn, and hang at no report yet. */
export async function countLooseProof(database: Database, periodId: string, ids: readonly string[]): Promise<number> {
  const { rows } = await sql<{ found: number }>`
    select count(*) as found from proof
    where id = any(${ids}::uuid[]) and period_id = ${periodId}::uuid and report_id is null and withdrawn_at is null`.execute(
    database,
  );
  return rows[0]?.found ?? 0;
}

export async function attachProof(database: Database, reportId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`update proof set report_id = ${reportId}::uuid where id = any(${ids}::uuid[])`.execute(database);
}

/** Names the day a period is said to be done and the day that was typed in, or takes both back. */
export async function setReported(
  database: Database,
  periodId: string,
  reported: { readonly day: string; readonly enteredOn: string } | null,
): Promise<void> {
  await sql`update task_period set reported_on = ${reported?.day ?? null}::date,
    entered_on = ${reported?.enteredOn ?? null}::date where id = ${periodId}::uuid`.execute(database);
}

export async function acceptDone(database: Database, periodId: string, doneOn: string, now: Date): Promise<void> {
  await sql`update task_period set done_on = ${doneOn}::date, accepted_at = ${now}::timestamptz, reported_on = null
    where id = ${periodId}::uuid`.execute(database);
}

export async function moveDue(database: Database, periodId: string, dueOn: string): Promise<void> {
  await sql`update task_period set due_on = ${dueOn}::date where id = ${periodId}::uuid`.execute(database);
}

export interface TimeRequestLock {
  readonly id: string;
  readonly periodId: string;
  readonly askedDueOn: string;
  readonly askedBy: string;
  readonly answer: string | null;
}

export async function findTimeRequest(database: Database, id: string): Promise<TimeRequestLock | undefined> {
  const { rows } = await sql<TimeRequestLock>`
    select id, period_id as "periodId", asked_due_on as "askedDueOn", asked_by as "askedBy", answer from time_request
    where id = ${id}::uuid`.execute(database);
  return rows[0];
}

export interface HindranceLock extends TaskScope {
  readonly id: string;
  readonly taskId: string;
  readonly state: 'open' | 'answered' | 'settled';
  readonly raisedBy: string;
  readonly withPlaceId: string | null;
  /** The level above the one it stands with: a province for a commune; null where that is the ministry. */
  readonly abovePlaceId: string | null;
}

export async function lockHindrance(database: Database, id: string): Promise<HindranceLock | undefined> {
  const { rows } = await sql<HindranceLock>`
    select h.id, p.task_id as "taskId", h.place_id as "placeId", h.province_id as "provinceId", h.unit,
      h.requester_place_id as "requesterPlaceId", h.state, h.raised_by as "raisedBy", h.with_place_id as "withPlaceId",
      (select parent_id from place where id = h.with_place_id) as "abovePlaceId"
    from hindrance h join task_period p on p.id = h.period_id where h.id = ${id}::uuid for update of h`.execute(
    database,
  );
  return rows[0];
}

export async function moveHindrance(
  database: Database,
  id: string,
  to: { readonly state: string; readonly placeId: string | null },
): Promise<void> {
  await sql`update hindrance set state = ${to.state}, with_place_id = ${to.placeId},
    with_ministry = ${to.placeId === null} where id = ${id}::uuid`.execute(database);
}

/** The version a step stands at; `undefined` where there is none. */
export async function findStep(
  database: Database,
  id: string,
): Promise<{ readonly periodId: string; readonly version: number } | undefined> {
  const { rows } = await sql<{ periodId: string; version: number }>`
    select period_id as "periodId", version from task_step where id = ${id}::uuid for update`.execute(database);
  return rows[0];
}
