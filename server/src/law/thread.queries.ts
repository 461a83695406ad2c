import { sql, type Kysely } from 'kysely';
import type { DocumentBrief } from '@mangnon/domain/law/texts.api.ts';
import type { Thread, ThreadItem } from '@mangnon/domain/law/thread.api.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { listDocuments } from './documents.queries.ts';

/** No thread is longer; a circle in the links ends here. */
const mostSteps = sql.lit(8);
/** As many sentences below as a person may look through. */
const mostBelow = 200;

interface Walked {
  readonly items: ThreadItem[];
  readonly links: Thread['links'];
  readonly more: number;
}

/** The sentence with those above and below it, and the links between them; undefined where there is no such sentence. */
export async function walkThread(database: Kysely<DB>, itemId: string): Promise<Walked | undefined> {
  const { rows } = await sql<ThreadItem>`
    with recursive
      up (id, step) as (
        select ${itemId}::uuid, 0
        union select l.higher_id, step - 1 from up join plan_task_link l on l.plan_task_id = up.id and l.state = 'linked'
        where step > -${mostSteps}),
      down (id, step) as (
        select ${itemId}::uuid, 0
        union select l.plan_task_id, step + 1 from down join plan_task_link l on l.higher_id = down.id and l.state = 'linked'
        where step < ${mostSteps}),
      around (id, step) as (
        select id, min(step) from (select * from up union all select * from down) walked group by id)
    select i.id, i.is, i.words, i.article, i.document_id as "documentId", around.step
    from around join law_item i on i.id = around.id order by around.step, i.document_id, i.position
    `.execute(database);
  if (rows.length === 0) return undefined;
  const below = rows.filter(({ step }) => step > 0);
  const items = [...rows.filter(({ step }) => step <= 0), ...below.slice(0, mostBelow)];
  const ids = items.map(({ id }) => id);
  const links = await sql<Thread['links'][number]>`
    select plan_task_id as "lowerId", higher_id as "higherId" from plan_task_link
    where state = 'linked' and plan_task_id = any(${ids}::uuid[]) and higher_id = any(${ids}::uuid[])`.execute(
    database,
  );
  return { items, links: links.rows, more: Math.max(0, below.length - mostBelow) };
}

/** These documents and all they carry out, upwards, with what carries out what. */
export async function walkDocuments(
  database: Kysely<DB>,
  ids: readonly string[],
): Promise<{ documents: DocumentBrief[]; carriesOut: Thread['carriesOut'] }> {
  const { rows } = await sql<Thread['carriesOut'][number]>`
    with recursive above (id, step) as (
      select unnest(${ids}::uuid[]), 0
      union select c.higher_id, step + 1 from above join law_carries_out c on c.lower_id = above.id where step < ${mostSteps})
    select distinct c.lower_id as "lowerId", c.higher_id as "higherId" from above join law_carries_out c on c.lower_id = above.id
    `.execute(database);
  const all = new Set([...ids, ...rows.flatMap(({ lowerId, higherId }) => [lowerId, higherId])]);
  return { documents: await listDocuments(database, [...all]), carriesOut: rows };
}
