import targets from '@mangnon/domain/law/targets.json' with { type: 'json' };
import texts from '@mangnon/domain/law/texts.json' with { type: 'json' };
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { readSeedLaw } from '@mangnon/domain/law/seed-law.ts';
import { stableId } from '../agencies/stable-id.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { claimLawSeed, insertSeed } from './text-seed.queries.ts';

/**
 * Takes the texts of domain/src/law into the database, once for each version of the files. What is there stays as it
 * is: an officer may have put it right. Copies of the program starting at once do it one after the other.
 */
export async function updateTextRegister(database: Kysely<DB>): Promise<void> {
  const checksum = createHash('sha256')
    .update(JSON.stringify([texts, targets]))
    .digest('hex');
  await database.transaction().execute(async (transaction) => {
    if (!(await claimLawSeed(transaction, checksum))) return;
    await insertSeed(transaction, readSeedLaw(texts, targets, stableId));
  });
}
