import { listOfKind } from '@mangnon/domain/plans/fact-order.ts';
import type { DraftFact } from '@mangnon/domain/plans/draft-fact.ts';
import { doubtsByFact, groupTasks, type Doubt, type Pin, type TaskGroup } from './grouping.ts';
import type { Facts } from './review-state.ts';

/** Everything on the right side, in the order in which it stands there. */
export interface FactRows {
  /** Doubts about no fact in particular. */
  readonly general: readonly Doubt[];
  readonly groups: readonly TaskGroup[];
  readonly targets: readonly DraftFact[];
  readonly reporting: readonly DraftFact[];
  readonly legalBases: readonly DraftFact[];
  readonly heading: readonly DraftFact[];
  readonly doubts: ReadonlyMap<string | null, readonly Doubt[]>;
  /** Ids of all rows from top to bottom, and those where a doubt is still open. */
  readonly order: readonly string[];
  readonly doubtful: readonly string[];
}

export function arrangeRows(facts: Facts, pin: Pin | null): FactRows {
  const list = [...facts.values()];
  const doubts = doubtsByFact(facts);
  const general = doubts.get(null) ?? [];
  const groups = groupTasks(facts, pin);
  const targets = listOfKind(list, 'target');
  const reporting = listOfKind(list, 'reporting');
  const legalBases = listOfKind(list, 'legal_basis');
  const heading = listOfKind(list, 'heading');
  const order = [
    ...general,
    ...groups.flatMap((group) => group.tasks),
    ...targets,
    ...reporting,
    ...legalBases,
    ...heading,
  ].map((fact) => fact.id);
  const open = new Set(general.filter(isOpen).map((doubt) => doubt.id));
  for (const [about, some] of doubts) if (about !== null && some.some(isOpen)) open.add(about);
  const doubtful = order.filter((id) => open.has(id));
  return { general, groups, targets, reporting, legalBases, heading, doubts, order, doubtful };
}

export function isOpen(doubt: Doubt): boolean {
  return doubt.data.settled === null;
}

/** The row after (`step` 1) or before (-1) the one in hand; at the ends it stays. */
export function rowBeside(rows: Pick<FactRows, 'order'>, active: string | null, step: 1 | -1): string | null {
  const at = active === null ? -1 : rows.order.indexOf(active);
  if (at === -1) return rows.order[0] ?? null;
  return rows.order[at + step] ?? active;
}

/** The next row with an open doubt in that direction; past the end it goes on from the other end. */
export function nextDoubtful(
  rows: Pick<FactRows, 'order' | 'doubtful'>,
  active: string | null,
  step: 1 | -1,
): string | null {
  const { order, doubtful } = rows;
  if (doubtful.length === 0) return null;
  const at = active === null ? -1 : order.indexOf(active);
  const place = new Map(order.map((id, index) => [id, index]));
  if (step === 1) return doubtful.find((id) => (place.get(id) ?? 0) > at) ?? doubtful[0] ?? null;
  return doubtful.findLast((id) => (place.get(id) ?? 0) < at) ?? doubtful.at(-1) ?? null;
}

/** The task that stands above this one under the same agency; null where there is none to merge with. */
export function taskAbove(rows: Pick<FactRows, 'groups'>, factId: string): string | null {
  for (const { tasks } of rows.groups) {
    const at = tasks.findIndex((task) => task.id === factId);
    if (at !== -1) return tasks[at - 1]?.id ?? null;
  }
  return null;
}
