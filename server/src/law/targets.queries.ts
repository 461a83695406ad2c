import { sql, type Kysely, type RawBuilder } from 'kysely';
import { fold } from '@mangnon/domain/kernel/fold.ts';
import type { Against } from '@mangnon/domain/law/legal-text.ts';
import type { TargetPage } from '@mangnon/domain/law/target.api.ts';
import type { YearValue } from '@mangnon/domain/law/target-state.ts';
import type { DocumentBrief, TargetLine } from '@mangnon/domain/law/texts.api.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { briefJson } from './documents.queries.ts';

/** A target with the figures that count for one place: null is the place of the target itself, or the country. */
export interface TargetRow extends TargetLine {
  readonly document: DocumentBrief;
  readonly owner: string[];
  readonly sourceUrl: string | null;
  readonly note: string | null;
  readonly against: Against;
  readonly start: YearValue | null;
  readonly values: YearValue[];
  /** Of the plan it stands in; null for a text. */
  readonly planPlaceId: string | null;
}

/** One statement, however many targets; the newest row counts, for the start and for each year. */
async function listRows(
  database: Kysely<DB>,
  condition: RawBuilder<unknown>,
  placeId: string | null,
): Promise<TargetRow[]> {
  const here = (alias: string) =>
    sql`${sql.ref(`${alias}.target_id`)} = g.id
      and ${sql.ref(`${alias}.place_id`)} is not distinct from case when g.plan_id is null then ${placeId}::text end`;
  const { rows } = await sql<TargetRow>`
    select g.id, g.origin, g.article, g.words, g.comparator, g.value, g.value_to as "valueTo", g.unit, g.year, g.trust,
      g.owner, g.source_url as "sourceUrl", g.note, ${briefJson('d')} as document, d.place_id as "planPlaceId",
      coalesce(begun.against, g.against) as against,
      case when begun.value is not null then json_build_object('year', begun.year, 'value', begun.value) end as start,
      coalesce((select json_agg(json_build_object('year', v.year, 'value', v.value) order by v.year)
        from (select distinct on (v.year) v.year, v.value from target_value v where ${here('v')}
          order by v.year, v.recorded_at desc, v.id) v where v.value is not null), '[]') as values
    from law_target g join law_document d on d.id = g.document_id
    left join lateral (select b.against, b.value, b.year from target_start b where ${here('b')}
      order by b.recorded_at desc, b.id limit 1) begun on true
    where ${condition}
    order by d.issued_on desc nulls last, d.number, g.origin desc, g.position`.execute(database);
  return rows;
}

export async function findTargetRow(
  database: Kysely<DB>,
  id: string,
  placeId: string | null,
): Promise<TargetRow | undefined> {
  return (await listRows(database, sql`g.id = ${id}::uuid`, placeId))[0];
}

/** The targets it makes concrete (`above`), or those that make it concrete. */
export function listLinkedTargets(
  database: Kysely<DB>,
  id: string,
  side: 'above' | 'below',
  placeId: string | null,
): Promise<TargetRow[]> {
  const linked =
    side === 'above'
      ? sql`select higher_id from plan_target_link where plan_target_id = ${id}::uuid and state = 'linked'`
      : sql`select plan_target_id from plan_target_link where higher_id = ${id}::uuid and state = 'linked'`;
  return listRows(database, sql`g.id in (${linked})`, placeId);
}

/** Of one document, of the plans of one place, or found by words; at most some hundred. */
export function searchTargets(
  database: Kysely<DB>,
  asked: { readonly documentId: string | null; readonly placeId: string | null },
): Promise<TargetRow[]> {
  const { documentId, placeId } = asked;
  const inDocument =
    documentId === null ? sql`true` : sql`(g.document_id = ${documentId}::uuid or g.plan_id = ${documentId}::uuid)`;
  const ofPlace = documentId === null && placeId !== null ? sql`d.place_id = ${placeId}` : sql`true`;
  return listRows(database, sql`${inDocument} and ${ofPlace}`, placeId);
}

/** Whether every word of `q` is found in the words or the number of the document, accents aside. */
export function isFound({ words, document }: TargetRow, q: string): boolean {
  const found = fold(`${words} ${document.number ?? ''} ${document.title}`);
  return fold(q)
    .split(' ')
    .every((word) => found.includes(word));
}

type Stored<Row> = Omit<Row, 'at'> & { readonly at: Date };

/** All that was ever written for a target in a place: starts and values, newest first. */
export async function listTargetHistory(
  database: Kysely<DB>,
  id: string,
  placeId: string | null,
): Promise<{
  starts: Stored<NonNullable<TargetPage['start']>>[];
  values: Stored<TargetPage['history'][number]>[];
}> {
  const here = sql`t.target_id = ${id}::uuid and t.place_id is not distinct from ${placeId}::text`;
  const starts = await sql<Stored<NonNullable<TargetPage['start']>>>`
    select t.measure, t.against, t.value, t.year, t.source, account.name as by, t.recorded_at as at
    from target_start t join account on account.id = t.recorded_by where ${here}
    order by t.recorded_at desc, t.id`.execute(database);
  const values = await sql<Stored<TargetPage['history'][number]>>`
    select t.id, t.year, t.value, t.proof, t.proof_url as "proofUrl", t.note, account.name as by, t.recorded_at as at
    from target_value t join account on account.id = t.recorded_by where ${here}
    order by t.recorded_at desc, t.id`.execute(database);
  return { starts: starts.rows, values: values.rows };
}

/** Whether the posts of the person of this transaction write figures of that place; null is the whole country. */
export async function keepsFiguresOf(database: Kysely<DB>, placeId: string | null): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select coalesce(app_reaches('law.target.edit', ${placeId}::text), false) as may`.execute(database);
  return rows[0]?.may === true;
}
