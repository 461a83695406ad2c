import { beginAs } from '../platform/database/begin-as.ts';
import type { DemoSeed } from '../platform/module.ts';
import { makeToken } from './session-token.ts';
import { closeSession, insertSession } from './sessions.queries.ts';

/**
 * Does a part of the demo's seeding as one of its people, under the policies of their posts: what a post may not write
 * cannot stand in the demo either. The session it needs is closed again before anybody knows its token.
 */
export async function asDemoPerson(
  { database, accountOf, now }: DemoSeed,
  login: string,
  work: (accountId: string) => Promise<void>,
): Promise<void> {
  const accountId = accountOf(login);
  const { hash } = makeToken();
  const session = await insertSession(database, accountId, hash, now);
  await beginAs(database, hash);
  await work(accountId);
  await closeSession(database, session, now);
  // A closed session opens nothing: from here on this transaction asks as nobody again.
  await beginAs(database, hash);
}
