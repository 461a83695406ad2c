import { sql, type Kysely, type Transaction } from 'kysely';
import type { ChangeDecision } from '@mangnon/domain/places/change-decision.ts';
import type { Place, Succession } from '@mangnon/domain/places/place.ts';
import type { DescribedChange } from '@mangnon/domain/places/place-changes.api.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import type { ChangeWriter } from './change-decisions.queries.ts';

/** What one change found and left, as it is kept. */
export interface KeptChange {
  readonly what: DescribedChange['what'];
  readonly name: string;
  readonly placeId: string;
  readonly otherId: string | null;
  readonly before: Place | Succession | null;
  readonly after: Place | Succession | null;
}

/** Adds what was changed to the history, in one statement. */
export async function keepChanges(
  database: Transaction<DB>,
  changes: readonly KeptChange[],
  { accountId, now }: ChangeWriter,
  decisionId: string | null,
): Promise<void> {
  if (changes.length === 0) return;
  await sql`
    insert into place_change (place_id, other_id, what, name, before, after, decision_id, recorded_at, recorded_by)
    select "placeId", "otherId", what, name, before, after, ${decisionId}::uuid, ${now}, ${accountId}::uuid
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as given ("placeId" text, "otherId" text, what text,
      name text, before jsonb, after jsonb)`.execute(database);
}

export interface ChangeRow extends KeptChange {
  readonly at: Date;
  readonly by: string | null;
  readonly title: string | null;
  readonly decision: ChangeDecision | null;
}

const decision = sql`case when decision.id is not null then json_build_object('number', decision.number,
  'day', decision.signed_on, 'issuer', decision.issuer, 'title', decision.title, 'link', decision.link) end`;

const from = sql`from place_change change
  left join account on account.id = change.recorded_by
  left join change_decision decision on decision.id = change.decision_id`;

const columns = sql`change.what, change.name, change.place_id as "placeId", change.other_id as "otherId", change.before,
  change.after, change.recorded_at as at, account.name as by, account.title, ${decision} as decision`;

/** What was changed about a unit, newest first. */
export async function listChanges(database: Kysely<DB>, placeId: string, limit: number): Promise<ChangeRow[]> {
  const { rows } = await sql<ChangeRow>`
    select ${columns} ${from} where change.place_id = ${placeId} or change.other_id = ${placeId}
    order by change.id desc limit ${limit}`.execute(database);
  return rows;
}

/** What was changed by a decision, of some units or of all (null); the oldest decision first. */
export async function listDecidedChanges(
  database: Kysely<DB>,
  placeIds: readonly string[] | null,
): Promise<(ChangeRow & { readonly decision: ChangeDecision })[]> {
  const some =
    placeIds === null
      ? sql`true`
      : sql`(change.place_id = any(${placeIds}::text[])
    or change.other_id = any(${placeIds}::text[]))`;
  const { rows } = await sql<ChangeRow & { readonly decision: ChangeDecision }>`
    select ${columns} ${from} where decision.id is not null and ${some}
    order by decision.signed_on, decision.number, change.id`.execute(database);
  return rows;
}

/** The decisions under which a unit was changed, the newest first. */
export async function listDecisions(database: Kysely<DB>, placeId: string): Promise<ChangeDecision[]> {
  const { rows } = await sql<ChangeDecision>`
    select number, signed_on as day, issuer, title, link from change_decision
    where id in (select decision_id from place_change where place_id = ${placeId} or other_id = ${placeId})
    order by signed_on desc, number limit 50`.execute(database);
  return rows;
}
