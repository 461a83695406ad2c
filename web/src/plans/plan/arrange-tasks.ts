import { fold } from '@mangnon/domain/kernel/fold.ts';
import type { Plan } from '@mangnon/domain/plans/plans.api.ts';

export type PlanTask = Plan['tasks'][number];
export type PlanAgency = PlanTask['lead'][number];

/** The name to show: as the registry knows the agency, else as printed. */
export function nameOf(agency: PlanAgency): string {
  return agency.name ?? agency.printed;
}

/** Two spellings of one agency are one; an agency the registry does not know is known by its folded print. */
export function keyOf(agency: PlanAgency): string {
  return agency.agencyId ?? fold(agency.printed);
}

export interface AgencyGroup {
  readonly key: string;
  /** null: tasks given to nobody by name. */
  readonly agency: PlanAgency | null;
  readonly tasks: readonly PlanTask[];
}

/** Tasks under each agency that leads them, agencies as the document names them first; a shared task stands under each. */
export function groupByAgency(tasks: readonly PlanTask[]): AgencyGroup[] {
  const groups = new Map<string, { agency: PlanAgency; tasks: PlanTask[] }>();
  for (const task of tasks) {
    for (const agency of task.lead) {
      const group = groups.get(keyOf(agency)) ?? { agency, tasks: [] };
      if (!group.tasks.includes(task)) group.tasks.push(task);
      groups.set(keyOf(agency), group);
    }
  }
  const named: AgencyGroup[] = [...groups].map(([key, group]) => ({ key, ...group }));
  const general = tasks.filter(({ lead }) => lead.length === 0);
  return general.length > 0 ? [...named, { key: '', agency: null, tasks: general }] : named;
}

export interface TimeGroup {
  readonly key: string;
  /** null: no date printed. */
  readonly quarter: { readonly year: number; readonly quarter: number } | null;
  readonly tasks: readonly PlanTask[];
}

/** Tasks by the quarter in which they are due, the earliest first; those without a date at the end. */
export function groupByTime(tasks: readonly PlanTask[]): TimeGroup[] {
  const dated = tasks
    .filter((task) => task.due?.to)
    .toSorted((one, other) => (one.due!.to! < other.due!.to! ? -1 : one.due!.to! > other.due!.to! ? 1 : 0));
  const groups: { key: string; quarter: { year: number; quarter: number }; tasks: PlanTask[] }[] = [];
  for (const task of dated) {
    const [year = 0, month = 1] = task.due!.to!.split('-').map(Number);
    const quarter = Math.ceil(month / 3);
    const key = `${year}-${quarter}`;
    const last = groups.at(-1);
    if (last?.key === key) last.tasks.push(task);
    else groups.push({ key, quarter: { year, quarter }, tasks: [task] });
  }
  const undated = tasks.filter((task) => !task.due?.to);
  return undated.length > 0 ? [...groups, { key: '', quarter: null, tasks: undated }] : groups;
}

/** Tasks in which every word stands, in the task or in the names of its agencies; accents do not matter. */
export function filterTasks(tasks: readonly PlanTask[], words: string): readonly PlanTask[] {
  const wanted = fold(words).split(' ').filter(Boolean);
  if (wanted.length === 0) return tasks;
  return tasks.filter((task) => {
    const agencies = [...task.lead, ...task.coordinating].map((one) => `${one.printed} ${one.name ?? ''}`);
    const all = fold([task.text, task.section, ...agencies, task.due?.text ?? ''].join(' '));
    return wanted.every((word) => all.includes(word));
  });
}

/** What lies ahead and behind among the dates of tasks, on the day `today` (ISO). */
export function findTaskDates(tasks: readonly PlanTask[], today: string) {
  const dates = tasks.flatMap((task) => (task.due?.to ? [task.due.to] : []));
  const next = dates.filter((date) => date >= today).toSorted()[0] ?? null;
  return {
    next: next === null ? null : { date: next, count: dates.filter((date) => date === next).length },
    passed: dates.filter((date) => date < today).length,
  };
}
