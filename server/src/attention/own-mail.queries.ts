import { sql, type Transaction } from 'kysely';
import { usualChoice, type NoticeChoice } from '@mangnon/domain/attention/notice-choice.ts';
import type { DB } from '../platform/database/schema.generated.ts';

export interface StoredEmail {
  readonly email: string | null;
  readonly askedEmail: string | null;
  readonly codeHash: Buffer | null;
  readonly codeExpiresAt: Date | null;
  readonly codeTries: number;
  readonly askedAt: Date | null;
  readonly askedDay: string | null;
  readonly askedCount: number;
}

/** The address of this person, its row made where there is none, and held until the transaction ends. */
export async function lockOwnEmail(database: Transaction<DB>, accountId: string): Promise<StoredEmail> {
  await sql`insert into account_email (account_id) values (${accountId}) on conflict do nothing`.execute(database);
  const row = await database
    .selectFrom('account_email')
    .selectAll()
    .where('account_id', '=', accountId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return {
    email: row.email,
    askedEmail: row.asked_email,
    codeHash: row.code_hash,
    codeExpiresAt: row.code_expires_at,
    codeTries: row.code_tries,
    askedAt: row.asked_at,
    askedDay: row.asked_day,
    askedCount: row.asked_count,
  };
}

export async function findOwnEmail(
  database: Transaction<DB>,
  accountId: string,
  now: Date,
): Promise<{ readonly email: string | null; readonly asked: string | null; readonly choice: NoticeChoice }> {
  const row = await database
    .selectFrom('account_email')
    .select(['email', 'asked_email', 'code_expires_at'])
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  const chosen = await database
    .selectFrom('notice_choice')
    .select(['digest', 'hour', 'weekday'])
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  const isOpen = row?.code_expires_at != null && row.code_expires_at > now;
  return {
    email: row?.email ?? null,
    asked: isOpen ? row.asked_email : null,
    choice: chosen === undefined ? usualChoice : { ...chosen, digest: chosen.digest as NoticeChoice['digest'] },
  };
}

export async function noteAsked(
  database: Transaction<DB>,
  accountId: string,
  asked: {
    readonly email: string;
    readonly hash: Buffer;
    readonly expiresAt: Date;
    readonly day: string;
    readonly count: number;
  },
  now: Date,
): Promise<void> {
  await database
    .updateTable('account_email')
    .set({
      asked_email: asked.email,
      code_hash: asked.hash,
      code_expires_at: asked.expiresAt,
      code_tries: 0,
      asked_at: now,
      asked_day: asked.day,
      asked_count: asked.count,
    })
    .where('account_id', '=', accountId)
    .execute();
}

/** A code that was typed wrong counts; with `spent` it is good no more. */
export async function noteWrongCode(database: Transaction<DB>, accountId: string, spent: boolean): Promise<void> {
  await sql`
    update account_email set code_tries = code_tries + 1,
      asked_email = case when ${spent} then null else asked_email end,
      code_hash = case when ${spent} then null else code_hash end,
      code_expires_at = case when ${spent} then null else code_expires_at end
    where account_id = ${accountId}`.execute(database);
}

/** The address as it is from now on; `null`: none. An open code is spent with it. */
export async function putEmail(
  database: Transaction<DB>,
  accountId: string,
  email: string | null,
  now: Date,
): Promise<void> {
  await database
    .updateTable('account_email')
    .set({
      email,
      confirmed_at: email === null ? null : now,
      asked_email: null,
      code_hash: null,
      code_expires_at: null,
    })
    .where('account_id', '=', accountId)
    .execute();
}

export async function putChoice(database: Transaction<DB>, accountId: string, choice: NoticeChoice): Promise<void> {
  await database
    .insertInto('notice_choice')
    .values({ account_id: accountId, ...choice })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(choice))
    .execute();
}

/** What was told before there was an address, or under another choice, is not mailed any more: it stands in the app. */
export async function letOldNoticesRest(database: Transaction<DB>, accountId: string, now: Date): Promise<void> {
  await database
    .updateTable('notice')
    .set({ mailed_at: now })
    .where('account_id', '=', accountId)
    .where('mailed_at', 'is', null)
    .execute();
}
