import { sql, type Kysely, type Transaction } from 'kysely';
import type { FormTable } from '@mangnon/domain/reports/report-form.ts';
import type { ReportHeading } from '@mangnon/domain/reports/report-headings.ts';
import type { VersionState } from '@mangnon/domain/reports/report-version.workflow.ts';
import type { UnitRef } from '@mangnon/domain/tasks/task-words.ts';
import type { DB } from '../platform/database/schema.generated.ts';

export type Narrative = Readonly<Partial<Record<ReportHeading, { words: string; revision: number; by: string }>>>;

/** A report of a unit for a due day, in one version. */
export interface StoredVersion extends UnitRef {
  readonly no: number;
  readonly id: string;
  readonly regimeId: string;
  readonly dueOn: string;
  readonly periodId: number;
  readonly cutStart: string;
  readonly cutEnd: string;
  readonly provinceId: string;
  readonly unit: string;
  readonly receiverPlaceId: string | null;
  readonly version: number;
  readonly state: VersionState;
  readonly reason: string | null;
  readonly formId: string | null;
  readonly tables: readonly FormTable[] | null;
  readonly signedAt: Date | null;
  readonly signedById: string | null;
  readonly signedBy: string | null;
  readonly firstSentOn: string | null;
  readonly sentAt: Date | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly narrative: Narrative;
  /** A version after this one that is not accepted yet. */
  readonly openCorrection: boolean;
}

const versionRow = sql`
  select v.no, v.id, v.regime_id as "regimeId", v.due_on as "dueOn", v.period_id as "periodId", p.cut_start as "cutStart",
    p.cut_end as "cutEnd", v.agency_id as "agencyId", v.place_id as "placeId", v.province_id as "provinceId", v.unit,
    v.receiver_place_id as "receiverPlaceId", v.version, v.state, v.reason, v.form_id as "formId", f.tables,
    v.signed_at as "signedAt", v.signed_by as "signedById", signer.name as "signedBy",
    (v.first_sent_at at time zone 'Asia/Ho_Chi_Minh')::date as "firstSentOn", v.sent_at as "sentAt",
    v.decided_at as "decidedAt", decider.name as "decidedBy", v.narrative,
    exists (select from report_version o where o.regime_id = v.regime_id and o.due_on = v.due_on
      and o.agency_id = v.agency_id and o.place_id = v.place_id and o.version > v.version) as "openCorrection"
  from report_version v join report_period p on p.id = v.period_id
  left join report_form f on f.id = v.form_id
  left join account signer on signer.id = v.signed_by left join account decider on decider.id = v.decided_by`;

export async function findVersion(database: Kysely<DB>, id: string): Promise<StoredVersion | undefined> {
  const { rows } = await sql<StoredVersion>`${versionRow} where v.id = ${id}::uuid`.execute(database);
  return rows[0];
}

/** The same, and nobody else changes it until this transaction ends; undefined too where it may be read alone. */
export async function lockVersion(database: Transaction<DB>, id: string): Promise<StoredVersion | undefined> {
  const { rows } = await sql<StoredVersion>`${versionRow} where v.id = ${id}::uuid for update of v`.execute(database);
  return rows[0];
}

export interface Duty extends UnitRef {
  readonly regimeId: string;
  readonly dueOn: string;
}

export interface VersionBrief {
  readonly id: string;
  readonly version: number;
  readonly state: VersionState;
}

/** The versions of one report that this person may see, oldest first. */
export async function listVersions(
  database: Kysely<DB>,
  { regimeId, dueOn, agencyId, placeId }: Duty,
): Promise<VersionBrief[]> {
  const { rows } = await sql<VersionBrief>`
    select id, version, state from report_version
    where regime_id = ${regimeId}::uuid and due_on = ${dueOn}::date and agency_id = ${agencyId} and place_id = ${placeId}
    order by version`.execute(database);
  return rows;
}

export interface NewVersion extends Duty {
  readonly id: string;
  readonly cutStart: string;
  readonly cutEnd: string;
  readonly provinceId: string;
  readonly receiverPlaceId: string | null;
}

/** Begins the first version of a report under the form in force; false where another request was quicker. */
export async function insertVersion(
  database: Transaction<DB>,
  { id, regimeId, dueOn, agencyId, placeId, provinceId, receiverPlaceId, cutStart, cutEnd }: NewVersion,
  by: { readonly accountId: string; readonly now: Date },
): Promise<boolean> {
  await sql`insert into report_period (cut_start, cut_end) values (${cutStart}::date, ${cutEnd}::date)
    on conflict do nothing`.execute(database);
  const { rows } = await sql`
    insert into report_version (id, regime_id, due_on, period_id, agency_id, place_id, province_id, receiver_place_id, version,
      form_id, state, opened_at, opened_by)
    select ${id}::uuid, ${regimeId}::uuid, ${dueOn}::date, p.id, ${agencyId}, ${placeId}, ${provinceId}, ${receiverPlaceId}, 1,
      (select f.id from report_form f where f.regime_id = ${regimeId}::uuid and f.first_due_on <= ${dueOn}::date
        order by f.first_due_on desc limit 1),
      'draft', ${by.now}::timestamptz, ${by.accountId}::uuid
    from report_period p where p.cut_start = ${cutStart}::date and p.cut_end = ${cutEnd}::date
    on conflict do nothing returning id`.execute(database);
  return rows.length > 0;
}

/** Begins a correction: the next version, with the values, words and explanations of the accepted one. */
export async function insertCorrection(
  database: Transaction<DB>,
  from: StoredVersion,
  { id, reason }: { readonly id: string; readonly reason: string },
  by: { readonly accountId: string; readonly now: Date },
): Promise<boolean> {
  const { rows } = await sql<{ no: number }>`
    insert into report_version (id, regime_id, due_on, period_id, agency_id, place_id, province_id, receiver_place_id, version,
      form_id, state, reason, opened_at, opened_by, narrative)
    select ${id}::uuid, regime_id, due_on, period_id, agency_id, place_id, province_id, receiver_place_id, version + 1, form_id,
      'draft', ${reason}, ${by.now}::timestamptz, ${by.accountId}::uuid, narrative
    from report_version where no = ${from.no}
    on conflict do nothing returning no`.execute(database);
  const [made] = rows;
  if (made === undefined) return false;
  await sql`
    insert into report_value (version_no, cell_id, period_id, state, amount, reason, words, entered_at, entered_by)
    select ${made.no}, cell_id, period_id, state, amount, reason, words, entered_at, entered_by
    from report_value where version_no = ${from.no}`.execute(database);
  await sql`
    insert into report_explanation (version_no, finding, words, entered_at, entered_by)
    select ${made.no}, finding, words, entered_at, entered_by
    from report_explanation where version_no = ${from.no} and words is not null`.execute(database);
  return true;
}

const iso = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** What else belongs to a version, in one question. */
export interface VersionParts {
  readonly explained: Record<string, string>;
  readonly remarks: readonly { id: string; key: string | null; words: string; madeAt: string; madeBy: string }[];
  readonly steps: readonly { step: string; words: string | null; takenAt: string; takenBy: string }[];
}

export async function loadParts(database: Kysely<DB>, no: number): Promise<VersionParts> {
  const { rows } = await sql<VersionParts>`
    select
      (select coalesce(json_object_agg(finding, words) filter (where words is not null), '{}') from report_explanation
        where version_no = ${no}) as explained,
      (select coalesce(json_agg(json_build_object('id', r.id, 'key', c.key, 'words', r.words, 'madeAt', ${iso('r.made_at')},
          'madeBy', a.name) order by r.made_at, r.id), '[]')
        from report_remark r join account a on a.id = r.made_by left join report_cell c on c.id = r.cell_id
        where r.version_no = ${no}) as remarks,
      (select coalesce(json_agg(json_build_object('step', s.step, 'words', s.words, 'takenAt', ${iso('s.taken_at')},
          'takenBy', a.name) order by s.n), '[]')
        from report_step s join account a on a.id = s.taken_by where s.version_no = ${no}) as steps`.execute(database);
  const [found] = rows;
  if (found === undefined) throw new Error('a select without a table gives one row');
  return found;
}
