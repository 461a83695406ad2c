import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { DB } from '../platform/database/schema.generated.ts';

const window = 15 * 60_000;
/** Of one login from one address; of one login from anywhere; of one address, behind which a whole office may sit. */
const limits = { pair: 5, login: 30, address: 100 };

/** The same for every spelling that means the same account, whether or not it exists. */
export function hashLogin(foldedLogin: string): Buffer {
  return createHash('sha256').update(foldedLogin).digest();
}

/**
 * Counts an attempt before its password is looked at, so that many sent at once cannot all slip through. Gives the
 * minutes to wait when there were too many failures; that attempt is then not counted.
 */
export async function reserveAttempt(
  database: Kysely<DB>,
  loginHash: Buffer,
  address: string,
  now: Date,
): Promise<number | null> {
  const since = new Date(now.getTime() - window);
  const { id } = await database
    .insertInto('sign_in_failure')
    .values({ login_hash: loginHash, address, at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { fn } = database;
  const found = await database
    .selectFrom('sign_in_failure')
    .where('at', '>', since)
    .where('id', '<', id)
    .where((row) => row.or([row('login_hash', '=', loginHash), row('address', '=', address)]))
    .select([
      fn.count<number>('id').filterWhere('login_hash', '=', loginHash).filterWhere('address', '=', address).as('pair'),
      fn.count<number>('id').filterWhere('login_hash', '=', loginHash).as('login'),
      fn.count<number>('id').filterWhere('address', '=', address).as('address'),
      fn.min('at').as('oldest'),
    ])
    .executeTakeFirstOrThrow();
  const { pair, login, address: fromAddress, oldest } = found;
  if (pair < limits.pair && login < limits.login && fromAddress < limits.address) return null;
  await database.deleteFrom('sign_in_failure').where('id', '=', id).execute();
  const until = (oldest?.getTime() ?? now.getTime()) + window;
  return Math.max(1, Math.ceil((until - now.getTime()) / 60_000));
}

/** After a right password the failures of this login from this address are forgiven; what is long past is removed. */
export async function forgiveAttempts(
  database: Transaction<DB>,
  loginHash: Buffer,
  address: string,
  now: Date,
): Promise<void> {
  await database
    .deleteFrom('sign_in_failure')
    .where((row) =>
      row.or([
        row.and([row('login_hash', '=', loginHash), row('address', '=', address)]),
        row('at', '<', new Date(now.getTime() - window)),
      ]),
    )
    .execute();
}
