import type { Kysely } from 'kysely';
import type { PlanPlace } from '@mangnon/domain/tasks/propose-units.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import type { PlanToAssign } from './assignment.queries.ts';
import { listCommunes } from './units.queries.ts';

/** Whose plan it is, with the communes that stand in it on the day; `null` where no province or commune is known. */
export async function planPlaceOf(database: Kysely<DB>, plan: PlanToAssign, today: string): Promise<PlanPlace | null> {
  const { placeId, placeLevel } = plan;
  if (placeId === null || placeLevel === null || placeLevel === 'district') return null;
  const communes = placeLevel === 'province' ? await listCommunes(database, placeId, today) : [];
  return { placeId, level: placeLevel, communes };
}

/** First and last day a plan speaks of, where its sentences name none: from its year to the last one it names. */
export function spanOf(plan: PlanToAssign, today: string): { from: string; to: string } {
  const first = Number((plan.issuedOn ?? today).slice(0, 4));
  const from = plan.issuedOn?.length === 10 ? plan.issuedOn : `${first}-01-01`;
  return { from, to: `${Math.max(first, plan.lastYear ?? first)}-12-31` };
}
