import { changeAgencies } from '@mangnon/domain/agencies/agencies.api.ts';
import { agenciesRefusals } from '@mangnon/domain/agencies/agencies.refusals.ts';
import type { AgencyChange } from '@mangnon/domain/agencies/agency-change.ts';
import {
  findAgencyDifference,
  listWrittenAgencies,
  type AgencyDifference,
} from '@mangnon/domain/agencies/agency-difference.ts';
import type { AgencySet } from '@mangnon/domain/agencies/agency-book.ts';
import { applyAgencyChanges } from '@mangnon/domain/agencies/apply-agency-changes.ts';
import { checkAgencies } from '@mangnon/domain/agencies/check-agencies.ts';
import { checkAgencyAct } from '@mangnon/domain/agencies/check-agency-act.ts';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import type { PlaceBook } from '@mangnon/domain/places/place-book.ts';
import { implementWrite, type TransactionContext } from '../platform/action/action.ts';
import { putDecision } from '../places/change-decisions.queries.ts';
import { findPlacesAround } from '../places/places.queries.ts';
import { keepAgencyChanges } from './agency-history.queries.ts';
import { findAgencyReach, keepsAgency, keepsSomething, type AgencyReach } from './agency-reach.queries.ts';
import { loadAgencySet, lockRegister, putAgencies, putSteps, removeSteps } from './agency-set.queries.ts';
import { refuseAll } from './refuse-all.ts';

interface Stored {
  readonly before: AgencySet;
  readonly book: PlaceBook;
  readonly reach: AgencyReach;
}

export const change = implementWrite(changeAgencies, {
  load: async ({ body }, { database }): Promise<Result<Stored>> => {
    await lockRegister(database);
    const before = await loadAgencySet(database);
    const named = [...before.agencies.values(), ...listGiven(body.changes)].flatMap(({ placeId }) => placeId ?? []);
    const book = await findPlacesAround(database, [...new Set(named)], { back: false });
    return accept({ before, book, reach: await findAgencyReach(database) });
  },
  authorise: ({ reach }) => keepsSomething(reach),
  handle: async ({ body }, stored, context) => {
    const { before, book } = stored;
    const applied = applyAgencyChanges(before, body.changes);
    if (!applied.ok) return applied;
    const after = applied.value;
    const difference = findAgencyDifference(before, after);
    const kept = keepToReach(stored, after, difference);
    if (!kept.ok) return kept;
    const around = { today: vietnamDay(context.now), decided: body.basis !== null, places: book.byId };
    const changed = new Set(difference.agencies.map(({ key }) => key));
    const wrong = [...checkAgencyAct(difference, around), ...checkAgencies(after, changed)];
    if (wrong.length > 0) return refuseAll('agencies.register_refused', agenciesRefusals, wrong);
    const writer = { accountId: context.actor.accountId, now: context.now };
    const decisionId = body.basis === null ? null : await putDecision(context.database, body.basis, writer);
    await writeRegister(context.database, difference);
    await keepAgencyChanges(context.database, difference, writer, decisionId);
    const all = [difference.agencies, difference.duties, difference.successions, difference.transfers].flat();
    const added = all.filter((one) => one.before === null).length;
    const withdrawn = all.filter((one) => one.after === null).length;
    const counts = { added, withdrawn, changed: all.length - added - withdrawn };
    context.concerns('agency', listWrittenAgencies(difference));
    context.audit({ ...counts, decision: body.basis?.number ?? null });
    return accept(counts);
  },
});

function listGiven(changes: readonly AgencyChange[]) {
  return changes.flatMap((one) => ('agency' in one ? [one.agency] : []));
}

/**
 * Refuses a difference that writes to an agency the posts do not keep, naming the first. What stands is judged as it is
 * stored and as it would be, so that nobody takes an agency over, or gives one away.
 */
function keepToReach({ before, book, reach }: Stored, after: AgencySet, difference: AgencyDifference): Result<null> {
  for (const id of listWrittenAgencies(difference)) {
    const stands = [before.agencies.get(id), after.agencies.get(id)].filter((one) => one !== undefined);
    const unknown = stands.some(({ placeId }) => placeId !== null && !book.byId.has(placeId));
    // That there is no such place is for the check of the act to say.
    if (unknown || stands.every((one) => keepsAgency(book, one, reach))) continue;
    return refuse('agencies.out_of_reach', { where: id, details: { name: stands[0]?.name ?? id } });
  }
  return accept(null);
}

/** What goes makes room first. */
async function writeRegister(
  database: TransactionContext['database'],
  { agencies, duties, successions, transfers }: AgencyDifference,
): Promise<void> {
  const put = agencies.flatMap(({ after }) => after ?? []);
  if (put.length > 0) await putAgencies(database, put);
  // A succession that is told anew takes the place of the one before.
  await removeSteps(database, {
    successions: successions.flatMap(({ before }) => before ?? []),
    transferIds: transfers.flatMap(({ before }) => before?.id ?? []),
    dutyIds: duties.flatMap(({ key, after }) => (after === null ? key : [])),
  });
  await putSteps(database, {
    successions: successions.flatMap(({ after }) => after ?? []),
    transfers: transfers.flatMap(({ after }) => after ?? []),
    duties: duties.flatMap(({ after }) => after ?? []),
  });
}
