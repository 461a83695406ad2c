import type { Transaction } from 'kysely';
import { fold } from '@mangnon/domain/kernel/fold.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import type { Adoption } from '../plans/adoption.ts';
import { recogniseAgencies } from '../plans/recognise-agencies.queries.ts';
import { insertRegimes, type NewSender } from './regimes.queries.ts';

/**
 * Opens a reporting regime for each reporting clause of a plan that is being adopted, in the same transaction. Who sends is
 * looked up in the register of agencies; a name it does not know is kept as printed and counted for nobody.
 */
export async function openRegimes(
  database: Transaction<DB>,
  { planId, heading, reporting }: Pick<Adoption, 'planId' | 'heading' | 'reporting'>,
  by: { readonly accountId: string; readonly now: Date },
): Promise<void> {
  if (reporting.length === 0) return;
  const printed = reporting.flatMap(({ id, data }) =>
    data.from.map((name, at) => ({ regimeId: id, position: at + 1, name, folded: fold(name) })),
  );
  const known = await recogniseAgencies(database, {
    heading,
    agencies: printed.map(({ folded }) => ({ printed_folded: folded })),
  });
  const senders: NewSender[] = printed.map(({ regimeId, position, name, folded }) => ({
    regime_id: regimeId,
    position,
    printed: name,
    agency_id: known.get(folded) ?? null,
  }));
  await insertRegimes(database, planId, senders, by);
}
