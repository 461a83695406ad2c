import { sql, type Transaction } from 'kysely';
import type { DB } from '../../platform/database/schema.generated.ts';

export interface WaitingRow {
  readonly id: string;
  readonly placeId: string;
  readonly agencyId: string | null;
  readonly issuer: string;
  readonly state: 'submitted' | 'sent_back' | 'approved';
  readonly since: Date;
  readonly title: string | null;
  readonly by: string;
  readonly reason: string | null;
  /** This person began it, or wrote in it. */
  readonly wrote: boolean;
}

/** No list of the day is longer; the rest stands in the list of plans being written. */
const most = 200;

/** What of the plans this person sees lies before who approves or issues, or was sent back; the longest waiting first. */
export async function listWaiting(database: Transaction<DB>, accountId: string): Promise<WaitingRow[]> {
  const { rows } = await sql<WaitingRow>`
    select m.id, m.place_id as "placeId", m.agency_id as "agencyId", m.issuer, m.state, m.state_since as since,
      (select data ->> 'title' from manuscript_item where manuscript_id = m.id and kind = 'cover' and not gone limit 1)
        as title,
      last.by, last.reason,
      m.created_by = ${accountId}::uuid or exists (select from manuscript_edit
        where manuscript_id = m.id and account_id = ${accountId}::uuid) as wrote
    from manuscript m cross join lateral (
      select a.name as by, s.reason from manuscript_step s join account a on a.id = s.account_id
      where s.manuscript_id = m.id order by s.taken desc limit 1) last
    where m.state in ('submitted', 'sent_back', 'approved') order by m.state_since, m.id limit ${most}`.execute(
    database,
  );
  return rows;
}

/** Who began it, wrote in it or laid it before others. */
export async function listWriters(database: Transaction<DB>, manuscriptId: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select created_by as id from manuscript where id = ${manuscriptId}::uuid
    union select account_id from manuscript_edit where manuscript_id = ${manuscriptId}::uuid
    union select account_id from manuscript_step where manuscript_id = ${manuscriptId}::uuid and step = 'submit'`.execute(
    database,
  );
  return new Set(rows.map(({ id }) => id));
}
