import { sql, type RawBuilder, type Transaction } from 'kysely';
import {
  accountPageSize,
  type Account,
  type AccountPage,
  type HeldPlace,
} from '@mangnon/domain/access/accounts.api.ts';
import type { Operation } from '@mangnon/domain/access/operations.ts';
import { fold } from '@mangnon/domain/kernel/fold.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { heldPlaceOf, holdingsOf } from './post-holdings.queries.ts';

type State = Account['state'];

export interface AccountQuestion {
  readonly q?: string | undefined;
  readonly placeId?: string | undefined;
  readonly state?: State | undefined;
  readonly after?: string | undefined;
}

const stateOf = sql<State>`case when account.disabled_at is not null then 'disabled'
  when account.password_hash is null and not account.demo
    and not exists (select from provider_identity where account_id = account.id) then 'invited' else 'live' end`;

/** Where the caller's posts let accounts be known: `own` and `below` are arrays of places. */
const reach = {
  anywhere: sql<boolean>`(select app_reaches('access.account.list', null))`,
  own: sql`(select app_reach('access.account.list', 'core', 'own_place'))::text[]`,
  below: sql`(select app_reach('access.account.list', 'core', 'below_place'))::text[]`,
};

/** A post not over, in one of the places or below one of them. */
function holdsIn(here: RawBuilder<unknown>, below: RawBuilder<unknown>, today: string): RawBuilder<boolean> {
  return sql<boolean>`exists (select from post_holding h left join place p on p.id = h.place_id
    where h.account_id = account.id and h.ended_at is null and coalesce(h.valid_to, 'infinity') >= ${today}::date
      and (h.place_id = any(${here}) or h.place_id = any(${below}) or p.parent_id = any(${below})))`;
}

function known(today: string): RawBuilder<boolean> {
  return sql<boolean>`(${reach.anywhere} or ${holdsIn(reach.own, reach.below, today)})`;
}

/**
 * Whether the caller keeps this account: gives each of the posts it has or will have; an account without any is the
 * administrator's.
 */
function kept(today: string): RawBuilder<boolean> {
  return sql<boolean>`coalesce((select bool_and(app_reaches('give:' || h.post, h.place_id)) from post_holding h
    where h.account_id = account.id and h.ended_at is null and coalesce(h.valid_to, 'infinity') >= ${today}::date),
    app_reaches('give:system_administrator', null))`;
}

function selectAccounts(database: Transaction<DB>, now: Date, ended: boolean) {
  return database.selectFrom('account').select([
    'account.id',
    'account.login',
    'account.name',
    'account.title',
    'account.disabled_at as disabledAt',
    stateOf.as('state'),
    sql<Date | null>`(select expires_at from invitation i where i.account_id = account.id and i.used_at is null
        and i.withdrawn_at is null and i.expires_at > ${now})`.as('invitedUntil'),
    holdingsOf(sql.ref('account.id'), vietnamDay(now), ended).as('holdings'),
  ]);
}

type AccountRow = Omit<Account, 'disabledAt' | 'invitedUntil'> & {
  readonly disabledAt: Date | null;
  readonly invitedUntil: Date | null;
};

function toAccount<Row extends AccountRow>(row: Row) {
  return {
    ...row,
    disabledAt: row.disabledAt?.toISOString() ?? null,
    invitedUntil: row.invitedUntil?.toISOString() ?? null,
  };
}

/** One page of the accounts the caller may know of, by name, those disabled last; and how many there are in all. */
export async function listAccountRows(database: Transaction<DB>, asked: AccountQuestion, now: Date) {
  const today = vietnamDay(now);
  const here = sql`array[${asked.placeId ?? ''}]`;
  const words = fold(asked.q ?? '')
    .split(' ')
    .map((word) => `% ${word}%`);
  const conditions = [
    known(today),
    sql<boolean>`' ' || account.folded like all (${words}::text[])`,
    ...(asked.placeId === undefined ? [] : [holdsIn(here, here, today)]),
  ];
  const where = sql<boolean>`${sql.join(conditions, sql` and `)}`;
  const counted = await database
    .selectFrom('account')
    .select([stateOf.as('state'), (row) => row.fn.countAll<number>().as('total')])
    .where(where)
    .groupBy(stateOf)
    .execute();
  const found = { invited: 0, live: 0, disabled: 0 };
  for (const { state, total } of counted) found[state] = total;
  const place = sql<boolean>`(account.disabled_at is not null, account.folded, account.id)`;
  let query = selectAccounts(database, now, false).where(where);
  if (asked.state !== undefined) query = query.where(stateOf, '=', asked.state);
  if (asked.after !== undefined)
    query = query.where(sql<boolean>`${place} > (select a.disabled_at is not null, a.folded, a.id from account a
      where a.id = ${asked.after})`);
  const rows = await query
    .orderBy(sql`account.disabled_at is not null`)
    .orderBy('account.folded')
    .orderBy('account.id')
    .limit(accountPageSize + 1)
    .execute();
  const accounts = rows.slice(0, accountPageSize).map((row): Account => toAccount(row));
  const next = rows.length > accountPageSize ? (accounts.at(-1)?.id ?? null) : null;
  return { accounts, next, found };
}

export async function findHeldPlace(database: Transaction<DB>, id: string, now: Date): Promise<HeldPlace | null> {
  const { rows } = await sql<{ place: HeldPlace }>`select ${heldPlaceOf('p', 'above', vietnamDay(now))} as place
    from place p left join place above on above.id = p.parent_id where p.id = ${id}`.execute(database);
  return rows[0]?.place ?? null;
}

export interface StoredAccount extends Account {
  readonly demo: boolean;
  /** The caller gives each of its posts. */
  readonly kept: boolean;
  readonly recovering: boolean;
}

/** An account the caller may know of, with every post it ever had; `null` where there is none. */
export async function findAccount(
  database: Transaction<DB>,
  id: string,
  now: Date,
  lock = false,
): Promise<StoredAccount | null> {
  const today = vietnamDay(now);
  const row = await selectAccounts(database, now, true)
    .select([
      'account.demo',
      kept(today).as('kept'),
      sql<boolean>`exists (select from recovery r where r.account_id = account.id and r.used_at is null
        and r.withdrawn_at is null and r.expires_at > ${now})`.as('recovering'),
    ])
    .where('account.id', '=', id)
    .where(known(today))
    .$if(lock, (query) => query.forUpdate('account'))
    .executeTakeFirst();
  return row === undefined ? null : toAccount(row);
}

/** Which of these accounts the caller may know of, and whether the caller keeps them. */
export async function listKeptAmong(
  database: Transaction<DB>,
  ids: readonly string[],
  now: Date,
): Promise<{ readonly id: string; readonly kept: boolean }[]> {
  const today = vietnamDay(now);
  if (ids.length === 0) return [];
  return database
    .selectFrom('account')
    .select(['account.id', kept(today).as('kept')])
    .where('account.id', 'in', ids)
    .where(known(today))
    .execute();
}

/** The account as its page shows it to the caller. */
export function presentAccount(
  stored: StoredAccount,
  callerId: string,
  may: (operation: Operation) => boolean,
): AccountPage {
  const { demo, kept: keeps, recovering, ...account } = stored;
  const ofAnother = account.id !== callerId;
  const stands = account.state !== 'disabled';
  return {
    ...account,
    can: {
      give: ofAnother && stands && may('access.post.give'),
      disable: ofAnother && stands && keeps && may('access.account.disable'),
      invite: ofAnother && account.state === 'invited' && keeps && may('access.account.create'),
      recover: ofAnother && account.state === 'live' && keeps && !demo && !recovering && may('access.account.recover'),
      sessions: ofAnother && keeps && may('access.session.list'),
    },
  };
}
