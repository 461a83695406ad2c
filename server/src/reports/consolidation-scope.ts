import type { HeldPost } from '@mangnon/domain/access/reach.ts';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import type { DuePeriod } from '@mangnon/domain/reports/report-due.ts';
import { findHeldPosts } from '../access/held-posts.queries.ts';
import type { TransactionContext } from '../platform/action/action.ts';
import { actsForPlace } from '../tasks/held-units.ts';
import { findProvince } from './consolidated.queries.ts';
import { seesSums } from './sees-sums.ts';
import { periodsOf } from './regimes.actions.ts';
import { findRegime, type StoredRegime } from './regimes.queries.ts';

export interface ReceivedDue {
  readonly regime: StoredRegime;
  readonly period: DuePeriod;
  /** The place whose plan it is: who keeps its plans receives. */
  readonly placeId: string;
  readonly provinceId: string;
  readonly held: readonly HeldPost[];
}

/** A due day of a regime with the place that receives its reports. */
export async function loadDue(
  regimeId: string,
  dueOn: string,
  { database, actor }: TransactionContext,
): Promise<Result<ReceivedDue>> {
  const regime = await findRegime(database, regimeId);
  if (regime === undefined || regime.placeId === null) return refuse('reports.not_found');
  const period = periodsOf(regime).find((one) => one.dueOn === dueOn);
  if (period === undefined) return refuse('reports.no_due_day', { where: 'dueOn', details: { day: dueOn } });
  const held = await findHeldPosts(database, actor.accountId);
  return accept({
    regime,
    period,
    placeId: regime.placeId,
    provinceId: await findProvince(database, regime.placeId),
    held,
  });
}

/** Whether one of the posts receives there: the same rule as the policies on adjustments and consolidations. */
export function receives({ held, placeId }: ReceivedDue): boolean {
  return actsForPlace(held, 'reports.version.decide', placeId);
}

export function seesAll({ held, placeId, provinceId }: ReceivedDue): boolean {
  return seesSums(held, placeId, provinceId);
}
