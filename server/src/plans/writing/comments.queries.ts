import { sql, type Kysely } from 'kysely';
import type { Comment } from '@mangnon/domain/plans/writing/manuscripts.api.ts';
import type { DB } from '../../platform/database/schema.generated.ts';

interface CommentRow {
  readonly id: string;
  readonly item_id: string | null;
  readonly answers: string | null;
  readonly text: string;
  readonly account_id: string;
  readonly account_name: string;
  readonly at: Date;
  readonly settled_at: Date | null;
  readonly settled_by_name: string | null;
}

const joined = sql`
  select c.id, item_id, answers, text, c.account_id, account.name as account_name, at, settled_at,
    settler.name as settled_by_name
  from manuscript_comment c join account on account.id = c.account_id
  left join account settler on settler.id = c.settled_by`;

export async function listComments(database: Kysely<DB>, manuscriptId: string): Promise<Comment[]> {
  const { rows } = await sql<CommentRow>`
    ${joined} where manuscript_id = ${manuscriptId}::uuid order by at, c.id`.execute(database);
  return rows.map(present);
}

export async function findComment(
  database: Kysely<DB>,
  manuscriptId: string,
  commentId: string,
): Promise<Comment | undefined> {
  const { rows } = await sql<CommentRow>`
    ${joined} where manuscript_id = ${manuscriptId}::uuid and c.id = ${commentId}::uuid`.execute(database);
  return rows[0] && present(rows[0]);
}

/** How often something was said or settled: an open screen asks whether it has grown. */
export async function countTalk(database: Kysely<DB>, manuscriptId: string): Promise<number> {
  const { rows } = await sql<{ talk: number }>`
    select count(*) + count(settled_at) as talk from manuscript_comment
    where manuscript_id = ${manuscriptId}::uuid`.execute(database);
  return rows[0]?.talk ?? 0;
}

export interface NewComment {
  readonly id: string;
  readonly manuscriptId: string;
  readonly placeId: string;
  readonly itemId: string | null;
  readonly answers: string | null;
  readonly text: string;
  readonly accountId: string;
  readonly now: Date;
}

export async function createComment(database: Kysely<DB>, made: NewComment): Promise<void> {
  await database
    .insertInto('manuscript_comment')
    .values({
      id: made.id,
      manuscript_id: made.manuscriptId,
      place_id: made.placeId,
      item_id: made.itemId,
      answers: made.answers,
      text: made.text,
      account_id: made.accountId,
      at: made.now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

export async function settleQuestion(
  database: Kysely<DB>,
  commentId: string,
  accountId: string,
  now: Date,
): Promise<void> {
  await database
    .updateTable('manuscript_comment')
    .set({ settled_at: now, settled_by: accountId })
    .where('id', '=', commentId)
    .where('settled_at', 'is', null)
    .execute();
}

function present(row: CommentRow): Comment {
  return {
    id: row.id,
    itemId: row.item_id,
    answers: row.answers,
    text: row.text,
    by: { id: row.account_id, name: row.account_name },
    at: row.at.toISOString(),
    settledAt: row.settled_at?.toISOString() ?? null,
    settledBy: row.settled_by_name,
  };
}
