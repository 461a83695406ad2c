import type { Kysely, Transaction } from 'kysely';
import type { DB } from '../platform/database/schema.generated.ts';
import { insertAccount } from './accounts.queries.ts';
import { demoPeople, type DemoPerson } from './demo-people.ts';

type Offer = Pick<DemoPerson, 'name' | 'title' | 'line'> & { readonly id: string };

/** The invented people who can come in by one click, with the ids of their accounts. */
export async function listDemoPeople(database: Kysely<DB> | Transaction<DB>): Promise<Offer[]> {
  const rows = await database
    .selectFrom('account')
    .select(['id', 'login'])
    .where('demo', '=', true)
    .where('disabled_at', 'is', null)
    .execute();
  const ids = new Map(rows.map(({ login, id }) => [login, id]));
  return demoPeople.flatMap(({ login, name, title, line }) => {
    const id = ids.get(login);
    return id === undefined ? [] : [{ id, name, title, line }];
  });
}

/** Makes the accounts of the invented people; gives their ids by login. */
export async function insertDemoPeople(database: Transaction<DB>, now: Date): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { login, name, title, holdings, agencyId } of demoPeople) {
    const account = { login, name, title, holdings, passwordHash: null, demo: true, createdBy: null };
    // A handful of people, once in the life of an installation.
    const id = await insertAccount(database, agencyId === null ? account : { ...account, agencyId }, now);
    if (id === null) throw new Error(`the login ${login} stands already in an empty installation`);
    ids.set(login, id);
  }
  return ids;
}
