import { sql, type Kysely, type Selectable } from 'kysely';
import { draftFact, type DraftFact } from '@mangnon/domain/plans/draft-fact.ts';
import type { FactChange } from '@mangnon/domain/plans/draft-edit.ts';
import type { DB, DraftFact as DraftFactTable } from '../platform/database/schema.generated.ts';

/** The facts of a draft as they stand, each kind in its order. */
export async function listFacts(database: Kysely<DB>, draftId: string): Promise<DraftFact[]> {
  const rows = await database
    .selectFrom('draft_fact')
    .selectAll()
    .where('draft_id', '=', draftId)
    .orderBy('kind')
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(toFact);
}

function toFact(row: Selectable<DraftFactTable>): DraftFact {
  const { id, kind, position, confidence, version, data, span_start: start, span_end: end } = row;
  const span = start === null || end === null ? null : { start, end };
  return draftFact.parse({ id, kind, position, span, confidence, version, data });
}

/** Puts the facts in, or over what stood under their ids: one statement however many they are. */
export async function putFacts(database: Kysely<DB>, draftId: string, facts: readonly DraftFact[]): Promise<void> {
  if (facts.length === 0) return;
  const rows = facts.map(({ span, ...fact }) => ({
    ...fact,
    span_start: span?.start ?? null,
    span_end: span?.end ?? null,
  }));
  await sql`
    insert into draft_fact (draft_id, id, kind, position, span_start, span_end, confidence, version, data)
    select ${draftId}::uuid, id, kind, position, span_start, span_end, confidence, version, data
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as fact (id uuid, kind text, position double precision,
      span_start integer, span_end integer, confidence double precision, version integer, data jsonb)
    on conflict (draft_id, id) do update set kind = excluded.kind, position = excluded.position,
      span_start = excluded.span_start, span_end = excluded.span_end, confidence = excluded.confidence,
      version = excluded.version, data = excluded.data`.execute(database);
}

/** Makes the stored facts what the changes say: at most two statements. */
export async function storeChanges(
  database: Kysely<DB>,
  draftId: string,
  changes: readonly FactChange[],
): Promise<void> {
  const gone = changes.filter((change) => change.after === null).map((change) => change.factId);
  if (gone.length > 0) {
    await sql`delete from draft_fact where draft_id = ${draftId}::uuid and id = any(${gone}::uuid[])`.execute(database);
  }
  const standing = changes.flatMap((change) => (change.after === null ? [] : [change.after]));
  await putFacts(database, draftId, standing);
}
