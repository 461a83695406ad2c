import { sql, type Kysely } from 'kysely';
import type { LegalText, RelationKind } from '@mangnon/domain/law/legal-text.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { textRow } from './text-row.ts';

interface By {
  readonly accountId: string;
  readonly now: Date;
}

/** Says whether it was added: false where number, date and issuer are known already. */
export async function insertText(
  database: Kysely<DB>,
  text: LegalText & { readonly id: string },
  by: By,
): Promise<boolean> {
  const added = await database
    .insertInto('legal_text')
    .values({ ...textRow(text), changed_at: by.now, changed_by: by.accountId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

export async function updateText(
  database: Kysely<DB>,
  text: LegalText & { readonly id: string },
  by: By,
): Promise<void> {
  const { id, ...row } = textRow(text);
  await database
    .updateTable('legal_text')
    .set({ ...row, changed_at: by.now, changed_by: by.accountId })
    .where('id', '=', id)
    .execute();
}

export async function updateDocument(database: Kysely<DB>, id: string, planId: string | null, by: By): Promise<void> {
  await database
    .updateTable('legal_text')
    .set({ plan_id: planId, changed_at: by.now, changed_by: by.accountId })
    .where('id', '=', id)
    .execute();
}

/** An adopted plan, and the text it is the document of already. */
export async function findPlanForText(database: Kysely<DB>, planId: string) {
  const { rows } = await sql<{ number: string | null; taken: { number: string; day: string } | null }>`
    select plan.number, (select json_build_object('number', t.number, 'day', to_char(t.issued_on, 'DD/MM/YYYY'))
      from legal_text t where t.plan_id = plan.id) as taken
    from plan where plan.id = ${planId}::uuid`.execute(database);
  return rows[0];
}

/** Says whether it was added: false where the relation stands already. */
export async function insertRelation(
  database: Kysely<DB>,
  relation: {
    readonly id: string;
    readonly textId: string;
    readonly otherId: string;
    readonly kind: RelationKind;
    readonly on: string | null;
    readonly article: string | null;
    readonly trust: string;
  },
  by: By,
): Promise<boolean> {
  const { id, textId, otherId, kind, on, article, trust } = relation;
  const { rows } = await sql`
    insert into legal_text_relation (id, text_id, other_id, kind, on_day, article, trust, recorded_at, recorded_by)
    values (${id}::uuid, ${textId}::uuid, ${otherId}::uuid, ${kind}, ${on}::date, ${article}, ${trust}, ${by.now},
      ${by.accountId}::uuid)
    on conflict do nothing returning id`.execute(database);
  return rows.length > 0;
}

/** Says whether there was one to take back. */
export async function withdrawRelation(database: Kysely<DB>, textId: string, id: string, by: By): Promise<boolean> {
  const { rows } = await sql`
    update legal_text_relation set withdrawn_at = ${by.now}, withdrawn_by = ${by.accountId}::uuid
    where id = ${id}::uuid and ${textId}::uuid in (text_id, other_id) and withdrawn_at is null
    returning id`.execute(database);
  return rows.length > 0;
}

export async function insertDuty(
  database: Kysely<DB>,
  duty: {
    readonly id: string;
    readonly textId: string;
    readonly article: string;
    readonly words: string;
    readonly owner: string | null;
    readonly due: string | null;
    readonly trust: string;
  },
  by: By,
): Promise<void> {
  const { id, textId, article, words, owner, due, trust } = duty;
  await sql`
    insert into legal_duty (id, text_id, position, article, words, owner, due_text, trust, recorded_at, recorded_by)
    select ${id}::uuid, ${textId}::uuid, coalesce(max(position), 0) + 1, ${article}, ${words}, ${owner}, ${due}, ${trust},
      ${by.now}, ${by.accountId}::uuid
    from legal_duty where text_id = ${textId}::uuid`.execute(database);
}
