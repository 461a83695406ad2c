import { sql, type Transaction } from 'kysely';
import type { ChangeDecision } from '@mangnon/domain/places/change-decision.ts';
import type { DB } from '../platform/database/schema.generated.ts';

/** Who writes a change down, and when; null for the demo's seed. */
export interface ChangeWriter {
  readonly accountId: string | null;
  readonly now: Date;
}

/**
 * The id of the decision's record. One that is there is taken, and what it does not tell yet is filled in; what it tells
 * already stays. Where the issuer is told on neither side or on one, number and day decide.
 */
export async function putDecision(
  database: Transaction<DB>,
  { number, day, issuer, title, link }: ChangeDecision,
  { accountId, now }: ChangeWriter,
): Promise<string> {
  const known = await sql<{ id: string }>`
    update change_decision set issuer = coalesce(issuer, ${issuer}), title = coalesce(title, ${title}),
      link = coalesce(link, ${link})
    where id = (select id from change_decision
      where number = ${number} and signed_on = ${day}::date
        and (issuer is null or ${issuer}::text is null or lower(issuer) = lower(${issuer}))
      order by issuer is null, recorded_at limit 1)
    returning id`.execute(database);
  const [found] = known.rows;
  if (found !== undefined) return found.id;
  const { rows } = await sql<{ id: string }>`
    insert into change_decision (number, signed_on, issuer, title, link, recorded_at, recorded_by)
    values (${number}, ${day}, ${issuer}, ${title}, ${link}, ${now}, ${accountId})
    on conflict (number, signed_on, coalesce(issuer, '')) do update set issuer = change_decision.issuer
    returning id`.execute(database);
  const [added] = rows;
  if (added === undefined) throw new Error(`decision ${number} was neither found nor added`);
  return added.id;
}
