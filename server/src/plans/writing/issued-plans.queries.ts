import { sql, type Kysely } from 'kysely';
import { officialDocument, type OfficialDocument } from '@mangnon/domain/kernel/document/official-document.ts';
import { manuscriptItem, type ManuscriptItem } from '@mangnon/domain/plans/writing/manuscript-item.ts';
import type { DB } from '../../platform/database/schema.generated.ts';

export interface IssuedPlan {
  readonly document: OfficialDocument;
  readonly items: readonly ManuscriptItem[];
  readonly earlierPlanId: string | null;
  readonly relation: 'amends' | 'replaces' | null;
  readonly sha256: Buffer;
  readonly fileName: string;
}

/** What was issued here; nothing for a plan that was read. */
export async function findIssuedPlan(database: Kysely<DB>, planId: string): Promise<IssuedPlan | undefined> {
  const { rows } = await sql<Omit<IssuedPlan, 'document' | 'items'> & { document: unknown; items: unknown[] }>`
    select document, items, earlier_plan_id as "earlierPlanId", relation, source_sha256 as sha256,
      file_name as "fileName"
    from plan_issue join plan on plan.id = plan_id join draft on draft.id = draft_id
    where plan_id = ${planId}::uuid`.execute(database);
  const row = rows[0];
  if (row === undefined) return undefined;
  return {
    ...row,
    document: officialDocument.parse(row.document),
    items: row.items.map((item) => manuscriptItem.parse(item)),
  };
}

interface Version {
  readonly planId: string;
  readonly number: string | null;
  readonly title: string;
  readonly issuedOn: string | null;
}
type Relation = 'amends' | 'replaces';

/** What a plan amends or replaces, and what amends or replaces it, the oldest first. */
export async function listVersions(
  database: Kysely<DB>,
  planId: string,
): Promise<(Version & { relation: Relation; isLater: boolean })[]> {
  const { rows } = await sql<Version & { relation: Relation; isLater: boolean }>`
    select plan.id as "planId", plan.number, plan.title, plan.issued_on as "issuedOn", relation,
      issue.earlier_plan_id = ${planId}::uuid as "isLater"
    from plan_issue issue
    join plan on plan.id = case when issue.plan_id = ${planId}::uuid then issue.earlier_plan_id else issue.plan_id end
    where issue.plan_id = ${planId}::uuid or issue.earlier_plan_id = ${planId}::uuid
    order by issue.issued_at`.execute(database);
  return rows;
}

/** The rows of a plan's tasks by the facts they were made from: for a plan issued here those are its parts. */
export async function listTaskRows(database: Kysely<DB>, planId: string): Promise<Map<string, string>> {
  const rows = await database
    .selectFrom('plan_task')
    .select(['id', 'draft_fact_id'])
    .where('plan_id', '=', planId)
    .execute();
  return new Map(rows.map(({ id, draft_fact_id }) => [draft_fact_id, id]));
}

/** Tasks that are there, of those asked for: a link leads nowhere else. */
export async function listKnownTasks(database: Kysely<DB>, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from plan_task where id = any(${ids}::uuid[])`.execute(database);
  return new Set(rows.map(({ id }) => id));
}
