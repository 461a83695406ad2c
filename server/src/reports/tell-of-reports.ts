import type { Transaction } from 'kysely';
import type { NoticeKind } from '@mangnon/domain/attention/notice-kinds.ts';
import { listActing, listWorkers } from '@mangnon/domain/tasks/told-people.ts';
import { findHolders } from '../access/holders.queries.ts';
import { notify } from '../attention/notify.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { briefOf } from '../inspections/inspection-lists.actions.ts';
import { findUnits } from '../tasks/units.queries.ts';
import { periodsOf } from './regimes.actions.ts';
import { findRegime } from './regimes.queries.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import type { StoredVersion } from './versions.queries.ts';

export const pathOfReport = (id: string): string => `/bao-cao/${id}`;

/** A mail calls a report by this: it names nobody. */
export const referenceOfReport = (id: string): string => `BC ${id.slice(0, 8)}`;

/**
 * Tells who has to act next on a report what was done about it, in the transaction of the act and never the person who did
 * it: the receiver that it came, the unit that it was signed, sent back or accepted.
 */
export async function tellOfReport(
  database: Transaction<DB>,
  version: StoredVersion,
  { kind, to, about }: { kind: NoticeKind; to: 'unit' | 'receiver'; about: string },
  { accountId, now }: { readonly accountId: string; readonly now: Date },
): Promise<void> {
  const place = to === 'unit' ? version.placeId : version.receiverPlaceId;
  if (place === null) return;
  const holders = await findHolders(database, [place]);
  const people = to === 'unit' ? listWorkers(version, holders) : listActing('reports.version.decide', place, holders);
  const regime = await findRegime(database, version.regimeId);
  const units = await findUnits(database, [version], vietnamDay(now));
  const label = regime === undefined ? '' : periodsOf(regime).find(({ dueOn }) => dueOn === version.dueOn)?.label;
  const title = [label ?? '', briefOf(units, version).name].filter((words) => words !== '').join(' – ');
  const notices = people
    .filter((person) => person !== accountId)
    .map((person) => ({
      accountId: person,
      kind,
      path: pathOfReport(version.id),
      reference: referenceOfReport(version.id),
      title,
      dueOn: version.dueOn,
      onceKey: `${kind} ${about}`,
    }));
  await notify(database, notices, now);
}
