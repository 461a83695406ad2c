import { sql, type Kysely, type Transaction } from 'kysely';
import type { ReportHeading } from '@mangnon/domain/reports/report-headings.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import type { Due } from './consolidation.queries.ts';

export interface StoredParagraph {
  readonly id: string;
  readonly heading: ReportHeading;
  readonly words: string;
  /** The report it was taken from; null: the receiver's own words. */
  readonly from: { readonly versionId: string; readonly agencyId: string; readonly placeId: string } | null;
  readonly edited: boolean;
}

/** What went up, as it went: the sums, and which version of each unit's report was in them. */
export interface Snapshot {
  readonly totals: Readonly<Record<string, number | null>>;
  readonly versions: Readonly<Record<string, number>>;
}

export interface StoredConsolidation {
  readonly id: string;
  readonly version: number;
  readonly revision: number;
  readonly state: 'draft' | 'locked';
  readonly paragraphs: readonly StoredParagraph[];
  readonly number: string | null;
  readonly lockedAt: Date | null;
  readonly lockedBy: string | null;
  readonly snapshot: Snapshot | null;
}

/** What the receiver made of a due day, every version, oldest first. */
export async function listConsolidations(
  database: Kysely<DB>,
  { regimeId, dueOn }: Due,
  placeId: string,
): Promise<StoredConsolidation[]> {
  const { rows } = await sql<StoredConsolidation>`
    select k.id, k.version, k.revision, k.state, k.paragraphs, k.number, k.locked_at as "lockedAt", a.name as "lockedBy",
      k.snapshot
    from report_consolidation k left join account a on a.id = k.locked_by
    where k.regime_id = ${regimeId}::uuid and k.due_on = ${dueOn}::date and k.place_id = ${placeId}
    order by k.version`.execute(database);
  return rows;
}

interface By {
  readonly accountId: string;
  readonly now: Date;
}

/** Begins what the receiver writes; false where it was begun already. */
export async function insertConsolidation(
  database: Transaction<DB>,
  { id, regimeId, dueOn, placeId }: Due & { readonly id: string; readonly placeId: string },
  by: By,
): Promise<boolean> {
  const { rows } = await sql`
    insert into report_consolidation (id, regime_id, due_on, place_id, province_id, version, state, opened_at, opened_by)
    select ${id}::uuid, ${regimeId}::uuid, ${dueOn}::date, p.id, coalesce(p.parent_id, p.id),
      (select coalesce(max(version), 0) + 1 from report_consolidation
        where regime_id = ${regimeId}::uuid and due_on = ${dueOn}::date and place_id = p.id),
      'draft', ${by.now}::timestamptz, ${by.accountId}::uuid
    from place p where p.id = ${placeId}
    on conflict do nothing returning id`.execute(database);
  return rows.length > 0;
}

/** Saves the words of the draft; false where somebody else saved since. */
export async function putParagraphs(
  database: Transaction<DB>,
  id: string,
  base: number,
  paragraphs: readonly StoredParagraph[],
): Promise<boolean> {
  const { rows } = await sql`
    update report_consolidation set paragraphs = ${JSON.stringify(paragraphs)}::jsonb, revision = revision + 1
    where id = ${id}::uuid and state = 'draft' and revision = ${base} returning id`.execute(database);
  return rows.length > 0;
}

export async function lockDraft(
  database: Transaction<DB>,
  {
    id,
    base,
    number,
    snapshot,
  }: { readonly id: string; readonly base: number; readonly number: string | null; readonly snapshot: Snapshot },
  by: By,
): Promise<boolean> {
  const { rows } = await sql`
    update report_consolidation set state = 'locked', number = ${number}, snapshot = ${JSON.stringify(snapshot)}::jsonb,
      locked_at = ${by.now}::timestamptz, locked_by = ${by.accountId}::uuid
    where id = ${id}::uuid and state = 'draft' and revision = ${base} returning id`.execute(database);
  return rows.length > 0;
}

/** The province a place lies in; itself where it is one. */
export async function findProvince(database: Kysely<DB>, placeId: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select coalesce(parent_id, id) as id from place where id = ${placeId}`.execute(database);
  return rows[0]?.id ?? placeId;
}
