import { sql, type Transaction } from 'kysely';
import type { ReportHeading } from '@mangnon/domain/reports/report-headings.ts';
import type { VersionState } from '@mangnon/domain/reports/report-version.workflow.ts';
import type { DB } from '../platform/database/schema.generated.ts';

interface By {
  readonly accountId: string;
  readonly now: Date;
}

export type StepName = 'open' | 'sign' | 'reopen' | 'send' | 'accept' | 'send_back' | 'correct' | 'replace';

export interface NewStep {
  /** Made by the screen before the first try. */
  readonly id: string;
  readonly versionId: string;
  readonly step: StepName;
  readonly words: string | null;
}

/** Notes what happened to a version; false where this step was noted before. */
export async function insertStep(
  database: Transaction<DB>,
  { id, versionId, step, words }: NewStep,
  { accountId, now }: By,
): Promise<boolean> {
  const { rows } = await sql`
    insert into report_step (id, version_no, step, words, taken_at, taken_by)
    select ${id}::uuid, no, ${step}, ${words}, ${now}::timestamptz, ${accountId}::uuid
    from report_version where id = ${versionId}::uuid
    on conflict (id) do nothing returning id`.execute(database);
  return rows.length > 0;
}

export interface StoredStep {
  readonly versionId: string;
  readonly step: StepName;
  readonly takenBy: string;
}

/** What was noted under this id, where this person may see it. */
export async function findStep(database: Transaction<DB>, id: string): Promise<StoredStep | undefined> {
  const { rows } = await sql<StoredStep>`
    select v.id as "versionId", s.step, s.taken_by as "takenBy"
    from report_step s join report_version v on v.no = s.version_no where s.id = ${id}::uuid`.execute(database);
  return rows[0];
}

/** Takes a version to another state. Signing is by `by`; sending keeps the instant it went out first. */
export async function setState(
  database: Transaction<DB>,
  no: number,
  state: VersionState,
  { accountId, now }: By,
): Promise<void> {
  const signed = state === 'signed';
  const decided = state === 'accepted';
  await sql`
    update report_version set state = ${state},
      signed_at = case when ${signed} then ${now}::timestamptz when ${state === 'draft'} then null else signed_at end,
      signed_by = case when ${signed} then ${accountId}::uuid when ${state === 'draft'} then null else signed_by end,
      first_sent_at = case when ${state === 'sent'} then coalesce(first_sent_at, ${now}::timestamptz) else first_sent_at end,
      sent_at = case when ${state === 'sent'} then ${now}::timestamptz when ${state === 'draft'} then null else sent_at end,
      decided_at = case when ${decided} then ${now}::timestamptz else decided_at end,
      decided_by = case when ${decided} then ${accountId}::uuid else decided_by end
    where no = ${no}`.execute(database);
}

export async function putExplanation(
  database: Transaction<DB>,
  no: number,
  { finding, words }: { readonly finding: string; readonly words: string | null },
  { accountId, now }: By,
): Promise<void> {
  await sql`
    insert into report_explanation (version_no, finding, words, entered_at, entered_by)
    values (${no}, ${finding}, ${words}, ${now}::timestamptz, ${accountId}::uuid)
    on conflict (version_no, finding) do update set words = excluded.words, entered_at = excluded.entered_at,
      entered_by = excluded.entered_by`.execute(database);
}

export async function putNarrative(
  database: Transaction<DB>,
  no: number,
  heading: ReportHeading,
  said: { readonly words: string; readonly revision: number; readonly by: string },
): Promise<void> {
  await sql`
    update report_version set narrative = jsonb_set(narrative, array[${heading}::text], ${JSON.stringify(said)}::jsonb)
    where no = ${no}`.execute(database);
}

/** Why a report is sent back, cell by cell; one statement. A key that is no cell is left to the caller to refuse. */
export async function insertRemarks(
  database: Transaction<DB>,
  no: number,
  remarks: readonly { readonly id: string; readonly key: string | null; readonly words: string }[],
  { accountId, now }: By,
): Promise<void> {
  await sql`
    insert into report_remark (id, version_no, cell_id, words, made_at, made_by)
    select r.id, ${no}, c.id, r.words, ${now}::timestamptz, ${accountId}::uuid
    from jsonb_to_recordset(${JSON.stringify(remarks)}::jsonb) as r (id uuid, key text, words text)
    left join report_cell c on c.key = r.key`.execute(database);
}

/** The accepted version of the same report, if there is one. */
export async function findAccepted(database: Transaction<DB>, no: number): Promise<number | null> {
  const { rows } = await sql<{ no: number }>`
    select a.no from report_version v join report_version a on a.regime_id = v.regime_id and a.due_on = v.due_on
      and a.agency_id = v.agency_id and a.place_id = v.place_id and a.state = 'accepted'
    where v.no = ${no} and a.no <> v.no for update of a`.execute(database);
  return rows[0]?.no ?? null;
}
