import breakdowns from '@mangnon/domain/indicators/breakdowns.json' with { type: 'json' };
import indicators from '@mangnon/domain/indicators/indicators.json' with { type: 'json' };
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { readSeedIndicators } from '@mangnon/domain/indicators/seed-indicators.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import {
  claimIndicatorSeed,
  findCodesOfPeople,
  lockCatalogue,
  writeBreakdowns,
  writeVersions,
} from './indicators.queries.ts';

/**
 * Takes the catalogue of domain/src/indicators into the database, once for each version of the files. A code of which a
 * person has recorded a version stays as they left it. Copies of the program starting at once do it one after the other.
 */
export async function updateIndicators(database: Kysely<DB>): Promise<void> {
  const checksum = createHash('sha256')
    .update(JSON.stringify([indicators, breakdowns]))
    .digest('hex');
  await database.transaction().execute(async (transaction) => {
    await lockCatalogue(transaction);
    if (!(await claimIndicatorSeed(transaction, checksum))) return;
    const seed = readSeedIndicators(indicators, breakdowns);
    const kept = await findCodesOfPeople(transaction);
    await writeBreakdowns(transaction, seed.breakdowns);
    await writeVersions(
      transaction,
      seed.indicators.filter(({ code }) => !kept.has(code)),
    );
  });
}
