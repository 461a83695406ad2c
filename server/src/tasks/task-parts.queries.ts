import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { ProgressReport, Proof, Task } from '@mangnon/domain/tasks/tasks.api.ts';
import type { DB } from '../platform/database/schema.generated.ts';

/** An instant as the contract writes it. */
const instant = (column: string): RawBuilder<string> =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const person = (alias: string): RawBuilder<unknown> =>
  sql`json_build_object('id', ${sql.ref(`${alias}.id`)}, 'name', ${sql.ref(`${alias}.name`)})`;

type Of<T> = T & { readonly periodId: string };

export type ReportRow = Of<Omit<ProgressReport, 'proof' | 'can' | 'enteredLate'>> & {
  readonly enteredOn: string;
  readonly recordedById: string;
};

/** Everything reported about the periods of a task, oldest first, each with its decision. */
export async function listReports(database: Kysely<DB>, taskId: string): Promise<ReportRow[]> {
  const { rows } = await sql<ReportRow>`
    select r.period_id as "periodId", r.id, r.kind, r.happened_on as "happenedOn", r.words,
      case when r.figure is null then null
        else json_build_object('value', r.figure::float8, 'unit', r.figure_unit) end as figure,
      ${instant('r.recorded_at')} as "recordedAt", ${person('a')} as "recordedBy", a.id as "recordedById",
      (r.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date as "enteredOn",
      case when d.id is null then null else json_build_object('decision', d.decision, 'reason', d.reason,
        'at', ${instant('d.decided_at')}, 'by', ${person('b')}) end as decision
    from progress_report r join account a on a.id = r.recorded_by
    left join progress_decision d on d.report_id = r.id left join account b on b.id = d.decided_by
    where r.task_id = ${taskId}::uuid order by r.recorded_at, r.id`.execute(database);
  return rows;
}

export type ProofRow = Of<Proof> & { readonly reportId: string | null };

/** The proof this person may see; withdrawn files are left out. */
export async function listProof(database: Kysely<DB>, taskId: string): Promise<ProofRow[]> {
  const { rows } = await sql<ProofRow>`
    select f.period_id as "periodId", f.report_id as "reportId", f.id, f.file_name as "fileName", f.kind,
      f.byte_count as bytes, f.scan, f.scan_words as "scanWords", f.shown_id is not null as stripped,
      ${instant('f.received_at')} as "receivedAt", ${person('a')} as "receivedBy"
    from proof f join account a on a.id = f.received_by join task_period p on p.id = f.period_id
    where p.task_id = ${taskId}::uuid and f.withdrawn_at is null order by f.received_at, f.id`.execute(database);
  return rows;
}

type TimeRequest = Task['periods'][number]['timeRequests'][number];
export type TimeRequestRow = Of<Omit<TimeRequest, 'can'>>;

export async function listTimeRequests(database: Kysely<DB>, taskId: string): Promise<TimeRequestRow[]> {
  const { rows } = await sql<TimeRequestRow>`
    select r.period_id as "periodId", r.id, r.due_before as "dueBefore", r.asked_due_on as "askedDueOn", r.reason,
      ${instant('r.asked_at')} as "askedAt", ${person('a')} as "askedBy",
      case when r.answer is null then null else json_build_object('answer', r.answer, 'grantedDueOn', r.granted_due_on,
        'words', r.answer_words, 'at', ${instant('r.answered_at')}, 'by', ${person('b')}) end as answer
    from time_request r join account a on a.id = r.asked_by left join account b on b.id = r.answered_by
    join task_period p on p.id = r.period_id
    where p.task_id = ${taskId}::uuid order by r.asked_at, r.id`.execute(database);
  return rows;
}

type Hindrance = Task['periods'][number]['hindrances'][number];
export type HindranceRow = Of<Omit<Hindrance, 'can'>>;

export async function listHindrances(database: Kysely<DB>, taskId: string): Promise<HindranceRow[]> {
  const { rows } = await sql<HindranceRow>`
    select h.period_id as "periodId", h.id, h.words, ${instant('h.raised_at')} as "raisedAt", ${person('a')} as "raisedBy",
      h.state, case when w.id is null then null
        else json_build_object('id', w.id, 'name', w.type || ' ' || w.name) end as "withPlace",
      coalesce((select json_agg(json_build_object('id', x.id, 'kind', x.kind, 'words', x.words,
          'to', case when x.kind = 'passed_up' then coalesce(y.type || ' ' || y.name, '') end,
          'at', ${instant('x.at')}, 'by', ${person('b')}) order by x.at, x.id)
        from hindrance_act x join account b on b.id = x.by left join place y on y.id = x.to_place_id
        where x.hindrance_id = h.id), '[]') as acts
    from hindrance h join account a on a.id = h.raised_by left join place w on w.id = h.with_place_id
    join task_period p on p.id = h.period_id
    where p.task_id = ${taskId}::uuid order by h.raised_at, h.id`.execute(database);
  return rows;
}

export type StepRow = Of<Task['periods'][number]['steps'][number]>;

export async function listSteps(database: Kysely<DB>, taskId: string): Promise<StepRow[]> {
  const { rows } = await sql<StepRow>`
    select s.period_id as "periodId", s.id, s.words, case when a.id is null then null else ${person('a')} end as person,
      s.due_on as "dueOn", s.done_on as "doneOn", s.version
    from task_step s left join account a on a.id = s.account_id join task_period p on p.id = s.period_id
    where p.task_id = ${taskId}::uuid and s.removed_at is null order by s.position, s.id`.execute(database);
  return rows;
}
