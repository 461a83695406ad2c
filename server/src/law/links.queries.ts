import { sql, type Kysely } from 'kysely';
import type { HigherItem, LinkDecision, LinkOrigin, LinkState } from '@mangnon/domain/law/cascade.api.ts';
import type { DocumentBrief } from '@mangnon/domain/law/texts.api.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { briefJson } from './documents.queries.ts';

type Kind = LinkDecision['kind'];

const tables = {
  task: { link: 'plan_task_link', lower: 'plan_task_id', own: 'plan_task', view: 'law_item' },
  target: { link: 'plan_target_link', lower: 'plan_target_id', own: 'plan_target', view: 'law_target' },
} as const;

/** What a plan carries out, by the word of a person. */
export async function listHigherDocuments(database: Kysely<DB>, planId: string): Promise<DocumentBrief[]> {
  const { rows } = await sql<{ brief: DocumentBrief }>`
    select ${briefJson('d')} as brief from law_carries_out c join law_document d on d.id = c.higher_id
    where c.plan_id = ${planId}::uuid order by d.issued_on desc`.execute(database);
  return rows.map(({ brief }) => brief);
}

/** The tasks and duties, or the targets, of what a plan carries out. */
export async function listHigherItems(database: Kysely<DB>, kind: Kind, planId: string): Promise<HigherItem[]> {
  const { rows } = await sql<HigherItem>`
    select i.id, i.words, i.article, i.document_id as "documentId" from ${sql.table(tables[kind].view)} i
    where i.document_id in (select c.higher_id from law_carries_out c where c.plan_id = ${planId}::uuid)
    order by i.document_id, i.position`.execute(database);
  return rows;
}

export interface LowerRow {
  readonly id: string;
  readonly words: string;
  readonly article: string | null;
  readonly links: { higherId: string; state: LinkState; origin: LinkOrigin; by: string; at: string }[];
}

/** The plan's own tasks or targets with every decision about them. */
export async function listLowerItems(database: Kysely<DB>, kind: Kind, planId: string): Promise<LowerRow[]> {
  const { link, lower, own } = tables[kind];
  const article = kind === 'task' ? sql`nullif(own.section, '')` : sql`null::text`;
  const { rows } = await sql<LowerRow>`
    select own.id, own.text as words, ${article} as article, coalesce((
        select json_agg(json_build_object('higherId', l.higher_id, 'state', l.state, 'origin', l.origin,
          'by', account.name, 'at', to_char(l.linked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
          order by l.linked_at)
        from ${sql.table(link)} l join account on account.id = l.linked_by where l.${sql.ref(lower)} = own.id), '[]') as links
    from ${sql.table(own)} own where own.plan_id = ${planId}::uuid order by own.position`.execute(database);
  return rows;
}

/**
 * Writes decisions about the tasks, or about the targets, of one plan in one statement; a later word takes the place of
 * an earlier one, which stays in cascade_version. The ids must have been checked: what is not known is not written.
 */
export async function putLinks(
  database: Kysely<DB>,
  kind: Kind,
  planId: string,
  decisions: readonly Omit<LinkDecision, 'kind'>[],
  by: { readonly accountId: string; readonly now: Date },
): Promise<void> {
  if (decisions.length === 0) return;
  const { link, lower, own } = tables[kind];
  const [higherOwn, told, toldTable] =
    kind === 'task'
      ? [sql.ref('higher_task_id'), sql.ref('legal_duty_id'), sql.table('legal_duty')]
      : [sql.ref('higher_target_id'), sql.ref('legal_target_id'), sql.table('legal_target')];
  await sql`
    insert into ${sql.table(link)} (${sql.ref(lower)}, plan_id, ${higherOwn}, higher_plan_id, ${told}, state, origin, score,
      linked_by, linked_at)
    select "lowerId", ${planId}::uuid, high.id, high.plan_id, told.id, state, origin, score, ${by.accountId}::uuid, ${by.now}
    from jsonb_to_recordset(${JSON.stringify(decisions)}::jsonb) as given ("lowerId" uuid, "higherId" uuid, state text,
      origin text, score real)
    left join ${sql.table(own)} high on high.id = "higherId" left join ${toldTable} told on told.id = "higherId"
    on conflict (${sql.ref(lower)}, higher_id) do update set state = excluded.state, origin = excluded.origin,
      score = excluded.score, linked_by = excluded.linked_by, linked_at = excluded.linked_at`.execute(database);
}
