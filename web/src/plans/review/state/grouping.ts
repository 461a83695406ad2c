import { listOfKind } from '@mangnon/domain/plans/fact-order.ts';
import type { FactOf } from '@mangnon/domain/plans/draft-fact.ts';
import type { Facts } from './review-state.ts';

export type Task = FactOf<'task'>;
export type Doubt = FactOf<'doubt'>;

export interface TaskGroup {
  /** The agencies in the lead as printed, joined; empty where nobody is named. */
  readonly key: string;
  readonly lead: readonly string[];
  readonly tasks: readonly Task[];
}

/** What a row being edited is held in, so that it does not jump away under the person's hands. */
export interface Pin {
  readonly factId: string;
  readonly key: string;
}

/** The tasks under the agencies that lead them; agencies in the order in which the plan first names them. */
export function groupTasks(facts: Facts, pin: Pin | null): TaskGroup[] {
  const groups = new Map<string, { lead: readonly string[]; tasks: Task[] }>();
  for (const task of listOfKind([...facts.values()], 'task') as Task[]) {
    const key = task.id === pin?.factId ? pin.key : keyOf(task);
    const group = groups.get(key) ?? { lead: task.data.lead, tasks: [] };
    group.tasks.push(task);
    groups.set(key, group);
  }
  return [...groups].map(([key, group]) => ({ key, ...group }));
}

export function keyOf(task: Task): string {
  return task.data.lead.join('; ');
}

export interface ReviewCounts {
  readonly tasks: number;
  readonly agencies: number;
  readonly targets: number;
  readonly reporting: number;
  readonly legalBases: number;
  readonly openDoubts: number;
}

export function countFacts(facts: Facts): ReviewCounts {
  const agencies = new Set<string>();
  const counts = { task: 0, target: 0, reporting: 0, legal_basis: 0, heading: 0, doubt: 0 };
  let openDoubts = 0;
  for (const fact of facts.values()) {
    counts[fact.kind] += 1;
    if (fact.kind === 'task') fact.data.lead.forEach((name) => agencies.add(name));
    if (fact.kind === 'doubt' && fact.data.settled === null) openDoubts += 1;
  }
  return {
    tasks: counts.task,
    agencies: agencies.size,
    targets: counts.target,
    reporting: counts.reporting,
    legalBases: counts.legal_basis,
    openDoubts,
  };
}

/** The doubts of each fact, open ones first; doubts about none (or one that has gone) stand under `null`. */
export function doubtsByFact(facts: Facts): Map<string | null, Doubt[]> {
  const byFact = new Map<string | null, Doubt[]>();
  for (const doubt of listOfKind([...facts.values()], 'doubt') as Doubt[]) {
    const about = doubt.data.about !== null && facts.has(doubt.data.about) ? doubt.data.about : null;
    const list = byFact.get(about) ?? [];
    if (doubt.data.settled === null) list.unshift(doubt);
    else list.push(doubt);
    byFact.set(about, list);
  }
  return byFact;
}
