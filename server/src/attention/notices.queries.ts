import { sql, type Transaction } from 'kysely';
import type { NoticeKind } from '@mangnon/domain/attention/notice-kinds.ts';
import type { Notice } from '@mangnon/domain/attention/notices.api.ts';
import type { DB } from '../platform/database/schema.generated.ts';

// The policies of the table show a person their own notices alone; the account is named as well, for its indexes.

export async function listOwnNotices(
  database: Transaction<DB>,
  accountId: string,
  asked: { readonly unread: boolean; readonly after: string | undefined; readonly most: number },
): Promise<Notice[]> {
  let query = database
    .selectFrom('notice')
    .select(['id', 'kind', 'path', 'title', 'due_on', 'at', 'read_at'])
    .where('account_id', '=', accountId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(asked.most);
  if (asked.unread) query = query.where('read_at', 'is', null);
  if (asked.after !== undefined) {
    query = query.where(
      sql<boolean>`(at, id) < (select at, id from notice where id = ${asked.after} and account_id = ${accountId})`,
    );
  }
  const rows = await query.execute();
  return rows.map(({ id, kind, path, title, due_on, at, read_at }) => ({
    id,
    kind: kind as NoticeKind,
    path,
    title,
    dueOn: due_on,
    at: at.toISOString(),
    read: read_at !== null,
  }));
}

export async function countUnread(database: Transaction<DB>, accountId: string): Promise<number> {
  const { unread } = await database
    .selectFrom('notice')
    .select((count) => count.fn.countAll<number>().as('unread'))
    .where('account_id', '=', accountId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return unread;
}

/** Marks these, or all, as read or unread. Gives how many were not so before. */
export async function markNotices(
  database: Transaction<DB>,
  accountId: string,
  ids: readonly string[] | null,
  readAt: Date | null,
): Promise<number> {
  let query = database
    .updateTable('notice')
    .set({ read_at: readAt })
    .where('account_id', '=', accountId)
    .where('read_at', readAt === null ? 'is not' : 'is', null);
  if (ids !== null) query = query.where('id', 'in', ids);
  const { numUpdatedRows } = await query.executeTakeFirst();
  return Number(numUpdatedRows);
}
