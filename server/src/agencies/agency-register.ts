import rows from '@mangnon/domain/agencies/agencies.json' with { type: 'json' };
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { readSeedAgencies } from '@mangnon/domain/agencies/seed-agencies.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { stableId } from './stable-id.ts';
import { listWithdrawn } from './agency-history.queries.ts';
import { claimAgencySeed, loadAgencySet, lockRegister, putAgencies, putSteps } from './agency-set.queries.ts';

/**
 * Takes the agencies of domain/src/agencies/agencies.json into the register, once for each version of the file. An
 * agency that is there stays as it is: an administrator may have put it right, and what was withdrawn stays so. Agencies are never removed, because
 * plans point to them. Copies of the program starting at once do it one after the other.
 */
export async function updateAgencyRegister(database: Kysely<DB>): Promise<void> {
  const seed = readSeedAgencies(rows, stableId);
  const checksum = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
  await database.transaction().execute(async (transaction) => {
    await lockRegister(transaction);
    if (!(await claimAgencySeed(transaction, checksum))) return;
    const known = await loadAgencySet(transaction);
    // Of a register from before there were duties everything is brought to the file.
    const isOld = known.duties.size === 0;
    const missing = [...seed.agencies.values()].filter(({ id }) => isOld || !known.agencies.has(id));
    if (missing.length > 0) await putAgencies(transaction, missing);
    const withdrawn = await listWithdrawn(transaction);
    const isNew = ({ id }: { readonly id: string }) =>
      !known.duties.has(id) && !known.transfers.has(id) && !withdrawn.has(id);
    await putSteps(transaction, {
      successions: [...seed.successions]
        .filter(([key]) => !known.successions.has(key) && !withdrawn.has(key))
        .map(([, step]) => step),
      transfers: [...seed.transfers.values()].filter(isNew),
      duties: [...seed.duties.values()].filter(isNew),
    });
  });
}
