import type { Transaction } from 'kysely';
import { proposeUnits } from '@mangnon/domain/tasks/propose-units.ts';
import { listWorkers } from '@mangnon/domain/tasks/told-people.ts';
import { findHolders } from '../access/holders.queries.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { findPlanToAssign, listSentences } from './assignment.queries.ts';
import { planPlaceOf } from './plan-span.ts';
import { unitKey } from './units.queries.ts';

/**
 * Who does the work of the units a plan names, by the rule that proposes them when its tasks are given: accounts, each
 * once. A name that stands for no unit yet is left to who gives the tasks. As many statements for a thousand units as for one.
 */
export async function listNamedWorkers(database: Transaction<DB>, planId: string, today: string): Promise<string[]> {
  const plan = await findPlanToAssign(database, planId);
  const place = plan === undefined ? null : await planPlaceOf(database, plan, today);
  if (plan === undefined || place === null) return [];
  const sentences = await listSentences(database, planId, today);
  const refs = sentences.flatMap(({ agencies }) => agencies.flatMap((agency) => proposeUnits(agency, place).units));
  const units = new Map(refs.map((ref) => [unitKey(ref), ref]));
  const holders = await findHolders(database, [...new Set(refs.map(({ placeId }) => placeId))]);
  const byPlace = Map.groupBy(holders, ({ placeId }) => placeId ?? '');
  const workers = [...units].flatMap(([unit, { placeId }]) =>
    listWorkers({ unit, placeId, provinceId: plan.provinceId ?? '' }, byPlace.get(placeId) ?? []),
  );
  return [...new Set(workers)];
}
