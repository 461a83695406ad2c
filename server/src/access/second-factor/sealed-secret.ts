import type { Transaction } from 'kysely';
import type { Result } from '@mangnon/domain/kernel/result.ts';
import type { DB } from '../../platform/database/schema.generated.ts';
import { lockCurrentKey } from '../../platform/keys/data-keys.queries.ts';
import type { KeyService } from '../../platform/keys/key-service.ts';

/** What is needed of the keys here. */
export type Sealing = Pick<KeyService, 'sealerIn'>;

type Column = 'secret_sealed' | 'next_secret_sealed';

const place = (column: Column, accountId: string) => ({ table: 'authenticator', column, rowId: accountId });

/** Seals the secret of an app under the key of its account, which is made at the first need. Refuses as the sealer does. */
export async function sealSecret(
  keys: Sealing,
  transaction: Transaction<DB>,
  at: { readonly accountId: string; readonly column: Column },
  secret: string,
  now: Date,
): Promise<Result<Buffer>> {
  const sealer = keys.sealerIn(transaction, now);
  const subject = { kind: 'account', id: at.accountId } as const;
  const stands = (await lockCurrentKey(transaction, subject, 'share')) !== undefined;
  const key = stands ? await sealer.findKey(subject) : await sealer.createKey(subject);
  return key.ok ? sealer.seal(key.value, place(at.column, at.accountId), secret) : key;
}

export function openSecret(
  keys: Sealing,
  transaction: Transaction<DB>,
  at: { readonly accountId: string; readonly column: Column },
  sealed: Buffer,
  now: Date,
): Promise<Result<string>> {
  return keys.sealerIn(transaction, now).open(place(at.column, at.accountId), sealed);
}
