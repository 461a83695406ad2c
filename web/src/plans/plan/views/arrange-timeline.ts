import type { PlanTimeline } from '@mangnon/domain/tasks/plan-timeline.api.ts';
import type { TaskStatus } from '@mangnon/domain/tasks/task-status.ts';
import type { PlanTask } from '../arrange-tasks.ts';

type Given = PlanTimeline['sentences'][number];

/** A sentence on the line of time; places are shares of the whole, from 0 to 1. */
export interface TimelineRow {
  readonly task: PlanTask;
  /** Null where the sentence was given to nobody yet. */
  readonly given: Given | null;
  readonly dueOn: string | null;
  /** From its start to its due day; a start that is not known makes a point of it. */
  readonly bar: { readonly from: number; readonly to: number } | null;
  readonly done: number | null;
  /** What most asks for attention; null where nothing was given. */
  readonly status: TaskStatus | null;
}

export interface Timeline {
  readonly rows: readonly TimelineRow[];
  /** The first of each month drawn, with its place. */
  readonly months: readonly { readonly month: string; readonly at: number }[];
  readonly today: number;
}

const dayLength = 86_400_000;
const numberOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / dayLength;
const monthOf = (day: string) => day.slice(0, 7);
const urgency: readonly TaskStatus[] = [
  'under_way_overdue',
  'under_way_in_time',
  'not_yet_due_to_start',
  'done_late',
  'done_on_time',
  'cancelled',
];

/**
 * The sentences along one line of time, from the first day any of them knows to the last, whole months, today among them.
 * Days given to units come before those that are printed; a sentence without any day has no bar.
 */
export function arrangeTimeline(tasks: readonly PlanTask[], sentences: readonly Given[], today: string): Timeline {
  const givenOf = new Map(sentences.map((one) => [one.planTaskId, one]));
  const lines = tasks.map((task) => {
    const given = givenOf.get(task.id) ?? null;
    const dueOn = given === null ? (task.due?.to ?? null) : given.dueOn;
    return { task, given, dueOn, from: given === null ? (task.due?.from ?? dueOn) : given.startsOn };
  });
  const days = [today, ...lines.flatMap(({ from, dueOn, given }) => [from, dueOn, given?.doneOn ?? null])].filter(
    (day) => day !== null,
  );
  const [first = today, last = today] = [days.toSorted().at(0), days.toSorted().at(-1)];
  const months = listMonths(monthOf(first), monthOf(last));
  const start = numberOf(`${months[0]}-01`);
  const end = numberOf(`${nextMonth(months.at(-1) ?? monthOf(last))}-01`);
  const at = (day: string) => (numberOf(day) - start) / (end - start);
  return {
    months: months.map((month) => ({ month, at: at(`${month}-01`) })),
    today: at(today),
    rows: lines.map(({ task, given, dueOn, from }) => ({
      task,
      given,
      dueOn,
      // Without a due day it runs to the end of what is drawn.
      bar: from === null ? null : { from: at(from), to: dueOn === null ? 1 : at(dueOn) },
      done: given?.doneOn == null ? null : at(given.doneOn),
      status: given === null ? null : (urgency.find((status) => given.counts[status] > 0) ?? null),
    })),
  };
}

/** Rows by the month they fall due in, the earliest first, those without a day at the end under an empty name. */
export function groupByMonth(rows: readonly TimelineRow[]): [string, TimelineRow[]][] {
  const groups = Map.groupBy(rows, ({ dueOn }) => (dueOn === null ? '' : monthOf(dueOn)));
  return [...groups].toSorted(([one], [other]) => (one === '' ? 1 : other === '' ? -1 : one.localeCompare(other)));
}

function nextMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

function listMonths(first: string, last: string): string[] {
  const months = [first];
  while ((months.at(-1) ?? last) < last) months.push(nextMonth(months.at(-1) ?? last));
  return months;
}
