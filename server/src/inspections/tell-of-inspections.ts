import type { Transaction } from 'kysely';
import type { NoticeKind } from '@mangnon/domain/attention/notice-kinds.ts';
import { listActing, listWorkers } from '@mangnon/domain/tasks/told-people.ts';
import { findHolders } from '../access/holders.queries.ts';
import type { NewNotice } from '../attention/attention.queries.ts';
import { notify } from '../attention/notify.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import type { Scope } from './inspection-scope.ts';

/** What is told of visits and recommendations, and to whom: those of the unit, or those who decide for the leading place. */
interface Told {
  readonly kind: NoticeKind;
  readonly to: 'workers' | 'deciders';
  /** What it is told of, such as the id of the report: once to each person. */
  readonly about: string;
  readonly units: readonly (Scope & { readonly words: string; readonly dueOn: string | null })[];
  /** Told besides, by account: who reported. */
  readonly also?: readonly string[];
}

/**
 * Tells people what was done about visits and recommendations, in the transaction of the act and never the person who did it. As
 * many statements for many units as for one.
 */
export async function tellOfInspection(
  database: Transaction<DB>,
  { kind, to, about, units, also = [] }: Told,
  { by, now }: { readonly by: string; readonly now: Date },
): Promise<void> {
  if (units.length === 0) return;
  const placeOf = (one: Scope) => (to === 'workers' ? one.forPlaceId : one.placeId);
  const holders = Map.groupBy(
    await findHolders(database, [...new Set(units.map(placeOf))]),
    ({ placeId }) => placeId ?? '',
  );
  const notices = new Map<string, NewNotice>();
  for (const unit of units) {
    const there = holders.get(placeOf(unit)) ?? [];
    const placing = { unit: unit.forUnit, placeId: unit.forPlaceId, provinceId: unit.forProvinceId };
    const people =
      to === 'workers'
        ? [...listWorkers(placing, there), ...also]
        : listActing('inspections.inspection.conclude', unit.placeId, there);
    for (const accountId of people) {
      if (accountId === by || notices.has(accountId)) continue;
      notices.set(accountId, {
        accountId,
        kind,
        path: `/kiem-tra/${unit.inspectionId}`,
        reference: `KT ${unit.inspectionId.slice(0, 8)}`,
        title: unit.words.slice(0, 300),
        dueOn: unit.dueOn,
        onceKey: `${kind} ${about}`,
      });
    }
  }
  await notify(database, [...notices.values()], now);
}
