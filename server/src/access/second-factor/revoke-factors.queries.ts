import type { Transaction } from 'kysely';
import type { DB } from '../../platform/database/schema.generated.ts';

/** Takes every second factor from an account: app, codes on paper, keys. The next sign-in asks to set one up. */
export async function revokeFactors(database: Transaction<DB>, accountId: string): Promise<void> {
  await database.deleteFrom('recovery_code').where('account_id', '=', accountId).execute();
  await database.deleteFrom('authenticator').where('account_id', '=', accountId).execute();
  await database.deleteFrom('passkey').where('account_id', '=', accountId).execute();
}
