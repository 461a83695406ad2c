import { sql, type Kysely } from 'kysely';
import { fold } from '@mangnon/domain/kernel/fold.ts';
import type { LegalText } from '@mangnon/domain/law/legal-text.ts';
import type { TargetLine, TextDuty, TextPage } from '@mangnon/domain/law/texts.api.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { briefJson } from './documents.queries.ts';

const columns = sql`t.id, t.kind, t.number, t.issued_on as "issuedOn", t.issuer, t.title, t.in_force_from as "inForceFrom",
  t.in_force_to as "inForceTo", t.source_url as "sourceUrl", t.trust, t.note, t.plan_id as "planId"`;

export interface TextRow extends LegalText {
  readonly id: string;
  readonly planId: string | null;
}
interface CountedText extends TextRow {
  readonly duties: number;
  readonly targets: number;
  readonly plans: number;
}

/** Newest first; every word of `q` must be found, accents aside. Counted in one statement, however many texts. */
export async function listTextRows(
  database: Kysely<DB>,
  { q, kind }: { readonly q: string; readonly kind: string | null },
): Promise<CountedText[]> {
  const words = fold(q)
    .split(' ')
    .filter(Boolean)
    .map((word) => `%${word}%`);
  const { rows } = await sql<CountedText>`
    select ${columns},
      (select count(*) from law_item i where i.document_id = t.id)::int as duties,
      (select count(*) from law_target g where g.document_id = t.id)::int as targets,
      (select count(*) from law_carries_out c where c.higher_id = t.id and c.plan_id is not null)::int as plans
    from legal_text t
    where t.folded like all(${words}::text[]) and (${kind}::text is null or t.kind = ${kind})
    order by t.issued_on desc, t.number`.execute(database);
  return rows;
}

export interface StoredText extends TextRow {
  readonly changedAt: Date;
  readonly changedBy: string | null;
}

/** One text; with `lock` its row is held until the transaction ends. */
export async function findText(
  database: Kysely<DB>,
  id: string,
  { lock }: { readonly lock: boolean },
): Promise<StoredText | undefined> {
  const { rows } = await sql<StoredText>`
    select ${columns}, t.changed_at as "changedAt", (select name from account where account.id = t.changed_by) as "changedBy"
    from legal_text t where t.id = ${id}::uuid ${lock ? sql`for update of t` : sql``}`.execute(database);
  return rows[0];
}

/** Texts that bear one of these numbers (folded). */
export async function listTextsNumbered(database: Kysely<DB>, numbersFolded: readonly string[]): Promise<TextRow[]> {
  const { rows } = await sql<TextRow>`
    select ${columns} from legal_text t where t.number_folded = any(${numbersFolded}::text[])`.execute(database);
  return rows;
}

export async function listDuties(database: Kysely<DB>, textId: string): Promise<TextDuty[]> {
  const { rows } = await sql<TextDuty>`
    select i.id, case i.is when 'task' then 'read' else 'entered' end as origin, i.article, i.words,
      coalesce(d.owner, (select string_agg(a.printed, ', ' order by a.position) from plan_task_agency a
        where a.task_id = i.id and a.role = 'lead')) as owner,
      coalesce(d.due_text, t.due_text) as due, d.trust, d.source_url as "sourceUrl",
      (select count(*) from plan_task_link l where l.higher_id = i.id and l.state = 'linked')::int as tasks
    from law_item i left join legal_duty d on d.id = i.id left join plan_task t on t.id = i.id
    where i.document_id = ${textId}::uuid order by i.is desc, i.position`.execute(database);
  return rows;
}

export async function listTextTargets(database: Kysely<DB>, textId: string): Promise<TargetLine[]> {
  const { rows } = await sql<TargetLine>`
    select id, origin, article, words, comparator, value, value_to as "valueTo", unit, year, trust
    from law_target where document_id = ${textId}::uuid order by origin desc, position`.execute(database);
  return rows;
}

export async function listRelations(database: Kysely<DB>, textId: string): Promise<TextPage['relations']> {
  const { rows } = await sql<TextPage['relations'][number]>`
    select r.id, r.kind, r.on_day as "on", r.article, r.trust,
      case when r.text_id = ${textId}::uuid then 'does' else 'undergoes' end as side, ${briefJson('d')} as text
    from legal_text_relation r
    join law_document d on d.id = case when r.text_id = ${textId}::uuid then r.other_id else r.text_id end
    where ${textId}::uuid in (r.text_id, r.other_id) and r.withdrawn_at is null
    order by d.issued_on desc`.execute(database);
  return rows;
}

/** The plans that carry a text out, with how many of its duties each has made a task of. */
export async function listPlansOf(database: Kysely<DB>, textId: string): Promise<TextPage['plans']> {
  const { rows } = await sql<{ brief: TextPage['plans'][number]; linkedDuties: number }>`
    select ${briefJson('d')} as brief, (select count(distinct l.higher_id) from plan_task_link l
        where l.plan_id = c.plan_id and l.state = 'linked'
          and l.higher_id in (select i.id from law_item i where i.document_id = ${textId}::uuid))::int as "linkedDuties"
    from law_carries_out c join law_document d on d.id = c.lower_id
    where c.higher_id = ${textId}::uuid and c.plan_id is not null
    order by d.issued_on desc, d.number limit 500`.execute(database);
  return rows.map(({ brief, linkedDuties }) => ({ ...brief, linkedDuties }));
}
