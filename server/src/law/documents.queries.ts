import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { DocumentBrief } from '@mangnon/domain/law/texts.api.ts';
import type { DB } from '../platform/database/schema.generated.ts';

/** A document as a line names it, as JSON; `of` is the alias of law_document. */
export function briefJson(of: string): RawBuilder<DocumentBrief> {
  const d = (column: string) => sql.ref(`${of}.${column}`);
  return sql`json_build_object('id', ${d('id')}, 'is', ${d('is')}, 'kind', ${d('kind')}, 'number', ${d('number')},
    'issuedOn', ${d('issued_on')}, 'issuer', ${d('issuer')}, 'title', ${d('title')}, 'placeName', ${d('place_name')},
    'planId', ${d('plan_id')})`;
}

/** The document with this id, or the one of this plan; undefined where there is none. */
export async function findDocument(database: Kysely<DB>, id: string): Promise<DocumentBrief | undefined> {
  const { rows } = await sql<{ brief: DocumentBrief }>`
    select ${briefJson('d')} as brief from law_document d
    where d.id = ${id}::uuid or d.id = (select legal_text.id from legal_text where legal_text.plan_id = ${id}::uuid)
    `.execute(database);
  return rows[0]?.brief;
}

export async function listDocuments(database: Kysely<DB>, ids: readonly string[]): Promise<DocumentBrief[]> {
  const { rows } = await sql<{ brief: DocumentBrief }>`
    select ${briefJson('d')} as brief from law_document d where d.id = any(${ids}::uuid[])
    order by d.issued_on, d.number`.execute(database);
  return rows.map(({ brief }) => brief);
}
