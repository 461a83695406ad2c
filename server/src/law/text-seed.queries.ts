import { sql, type Kysely, type Transaction } from 'kysely';
import type { LawSeed } from '@mangnon/domain/law/seed-law.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { textRow } from './text-row.ts';

/** Says whether this version of the files was taken in before; if not, notes that it is now. */
export async function claimLawSeed(database: Kysely<DB>, checksum: string): Promise<boolean> {
  const { rows } = await sql`
    insert into law_seed (checksum, loaded_at) values (${checksum}, now()) on conflict do nothing
    returning checksum`.execute(database);
  return rows.length > 0;
}

/** Adds what is not there yet: one statement a table. A relation somebody withdrew is not put back. */
export async function insertSeed(
  database: Transaction<DB>,
  { texts, relations, duties, targets }: LawSeed,
): Promise<void> {
  const columns = sql`id, kind, number, number_folded, issued_on, issuer, issuer_folded, title, in_force_from, in_force_to,
    source_url, trust, note, folded`;
  await sql`
    insert into legal_text (${columns}) select ${columns}
    from json_populate_recordset(null::legal_text, ${JSON.stringify(texts.map(textRow))})
    on conflict do nothing`.execute(database);
  await sql`
    insert into legal_text_relation (id, text_id, other_id, kind, on_day, article, trust)
    select r.id, "textId", "otherId", r.kind, r."on", article, r.trust
    from jsonb_to_recordset(${JSON.stringify(relations)}::jsonb) as r (id uuid, "textId" uuid, "otherId" uuid, kind text,
      "on" date, article text, trust text)
    join legal_text t on t.id = "textId" join legal_text o on o.id = "otherId"
    where not exists (select from legal_text_relation known where known.id = r.id)
    on conflict do nothing`.execute(database);
  await sql`
    insert into legal_duty (id, text_id, position, article, words, owner, due_text, source_url, trust)
    select r.id, "textId", position, article, words, owner, due, "sourceUrl", r.trust
    from jsonb_to_recordset(${JSON.stringify(duties)}::jsonb) as r (id uuid, "textId" uuid, position integer, article text,
      words text, owner text, due text, "sourceUrl" text, trust text) join legal_text t on t.id = "textId"
    on conflict do nothing`.execute(database);
  await sql`
    insert into legal_target (id, text_id, position, article, words, comparator, value, value_to, unit, year, against,
      source_url, trust, note)
    select r.id, "textId", position, article, words, comparator, value, "valueTo", unit, year, against, "sourceUrl",
      r.trust, r.note
    from jsonb_to_recordset(${JSON.stringify(targets)}::jsonb) as r (id uuid, "textId" uuid, position integer, article text,
      words text, comparator text, value double precision, "valueTo" double precision, unit text, year integer,
      against text, "sourceUrl" text, trust text, note text) join legal_text t on t.id = "textId"
    on conflict do nothing`.execute(database);
}
