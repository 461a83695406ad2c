import { sql, type Kysely, type Transaction } from 'kysely';
import type { Language } from '@mangnon/domain/kernel/sentence.ts';
import type { Post } from '@mangnon/domain/access/posts.ts';
import type { ShownFactor } from '../platform/action/context.ts';
import type { DB } from '../platform/database/schema.generated.ts';

type Database = Kysely<DB> | Transaction<DB>;

const minute = 60_000;
/** Short, because screens may show children's files and offices share computers. */
export const idleLimit = 15 * minute;
export const absoluteLimit = 8 * 60 * minute;

export interface SessionRow {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly title: string;
  readonly agency: string | null;
  readonly posts: Post[];
  readonly language: Language;
  readonly demo: boolean;
  readonly shown: ShownFactor | null;
  readonly hasApp: boolean;
  readonly hasPasskey: boolean;
  readonly hasPassword: boolean;
  readonly lastUsedAt: Date;
  readonly endsAt: Date;
}

/** The live session with this token: not closed, not idle too long, not past its end, its account not disabled. */
export async function findLiveSession(database: Database, tokenHash: Buffer, now: Date): Promise<SessionRow | null> {
  const row = await selectSession(database)
    .where('session.token_hash', '=', tokenHash)
    .where('session.closed_at', 'is', null)
    .where('session.ends_at', '>', now)
    .where('session.last_used_at', '>', new Date(now.getTime() - idleLimit))
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : toSession(row);
}

export async function getSessionRow(database: Database, id: string): Promise<SessionRow> {
  return toSession(await selectSession(database).where('session.id', '=', id).executeTakeFirstOrThrow());
}

function selectSession(database: Database) {
  return database
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .leftJoin('agency', 'agency.id', 'account.agency_id')
    .select([
      'session.id',
      'session.account_id as accountId',
      'session.last_used_at as lastUsedAt',
      'session.ends_at as endsAt',
      'session.second_factor_at as secondFactorAt',
      'session.second_factor_kind as secondFactorKind',
      sql<boolean>`exists (select from authenticator where account_id = account.id and confirmed_at is not null)`.as(
        'hasApp',
      ),
      sql<boolean>`exists (select from passkey where account_id = account.id)`.as('hasPasskey'),
      sql<boolean>`account.password_hash is not null`.as('hasPassword'),
      'account.name',
      'account.title',
      'account.language',
      'account.demo',
      'agency.name as agency',
      sql<Post[]>`array(select distinct post from post_holding where account_id = account.id and ended_at is null
        and valid_from <= (now() at time zone 'Asia/Ho_Chi_Minh')::date
        and coalesce(valid_to, 'infinity') >= (now() at time zone 'Asia/Ho_Chi_Minh')::date order by post)`.as('posts'),
    ]);
}

type StoredSession = Omit<SessionRow, 'language' | 'shown'> & {
  readonly language: string;
  readonly secondFactorAt: Date | null;
  readonly secondFactorKind: string | null;
};

function toSession({ secondFactorAt, secondFactorKind, ...row }: StoredSession): SessionRow {
  // Sessions from before there were several kinds have shown a code of the app.
  const kind = (secondFactorKind ?? 'app') as ShownFactor['kind'];
  const shown = secondFactorAt === null ? null : { at: secondFactorAt, kind };
  return { ...row, shown, language: row.language === 'en' ? 'en' : 'vi' };
}

/** Notes the use of a session, at most once a minute: most calls then write nothing. */
export async function touchSession(database: Database, session: SessionRow, now: Date): Promise<void> {
  if (now.getTime() - session.lastUsedAt.getTime() < minute) return;
  await database
    .updateTable('session')
    .set({ last_used_at: now })
    .where('id', '=', session.id)
    .where('last_used_at', '<', now)
    .execute();
}

export async function insertSession(
  database: Database,
  accountId: string,
  tokenHash: Buffer,
  now: Date,
  shown: ShownFactor | null = null,
): Promise<string> {
  const { id } = await database
    .insertInto('session')
    .values({
      account_id: accountId,
      token_hash: tokenHash,
      started_at: now,
      last_used_at: now,
      second_factor_at: shown?.at ?? null,
      second_factor_kind: shown?.kind ?? null,
      ends_at: new Date(now.getTime() + absoluteLimit),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function closeSession(database: Database, id: string, now: Date): Promise<void> {
  await database
    .updateTable('session')
    .set({ closed_at: now })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .execute();
}

export async function closeSessionsOf(database: Database, accountId: string, now: Date): Promise<void> {
  await database
    .updateTable('session')
    .set({ closed_at: now })
    .where('account_id', '=', accountId)
    .where('closed_at', 'is', null)
    .execute();
}
