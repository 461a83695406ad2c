import type { Transaction } from 'kysely';
import type { NoticeKind } from '@mangnon/domain/attention/notice-kinds.ts';
import { listActing, listWorkers, type Holder, type UnitPlacing } from '@mangnon/domain/tasks/told-people.ts';
import { findHolders } from '../access/holders.queries.ts';
import type { NewNotice } from '../attention/attention.queries.ts';
import { notify } from '../attention/notify.ts';
import { pathOfTask, referenceOfTask } from '../attention/tasks-source.queries.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { listToldTasks, type ToldTask } from './told-tasks.queries.ts';

/** What is told, and to whom of those a task has to do with. Who is reached twice is told the first alone. */
export interface Telling {
  readonly kind: NoticeKind;
  readonly to:
    /** Who does the work: of the unit it is given to, or of those that do it along with it. */
    | 'workers'
    /** The same, and nobody in their stead where nobody works. */
    | 'unit'
    | 'partners'
    | 'deciders'
    /** Who answers what hinders in this place. */
    | { readonly answerersAt: string }
    | { readonly people: readonly string[] };
}

interface ToldAct {
  readonly taskIds: readonly string[];
  readonly tellings: readonly Telling[];
  /** What it is told of, such as the id of the report: once to each person. The task itself where nothing is named. */
  readonly about?: string;
  /** Tells it once more under another mark, such as the day: of each task by itself. */
  readonly mark?: string;
  readonly dueOn?: string | null;
}

/** More at once go into one notice that leads to the list. */
const mostSingly = 5;
const kindOfMany: Partial<Record<NoticeKind, NoticeKind>> = {
  task_assigned: 'tasks_assigned',
  task_shared: 'tasks_shared',
  task_cancelled: 'tasks_cancelled',
  task_due_moved: 'tasks_due_moved',
};

/**
 * Tells people what was done about tasks, in the transaction of the act and never the person who did it. As many
 * statements for a thousand tasks as for one. Gives whom it told, and of which tasks.
 */
export async function tellOfTasks(
  database: Transaction<DB>,
  act: ToldAct,
  { by, now }: { readonly by: string; readonly now: Date },
): Promise<Told> {
  if (act.taskIds.length === 0) return { people: new Set(), taskIds: new Set() };
  const tasks = await listToldTasks(database, act.taskIds);
  const named = act.tellings.flatMap(({ to }) => (typeof to === 'object' && 'answerersAt' in to ? to.answerersAt : []));
  const places = tasks.flatMap((task) => [
    task.placeId,
    task.requesterPlaceId,
    ...task.partners.map(({ placeId }) => placeId),
  ]);
  const holders = await findHolders(database, [...new Set([...places, ...named])]);
  const told = sortOut(tasks, act, peopleOf(holders), by);
  await notify(database, noticesOf(told, act), now);
  const reached = [...told.values()].flatMap((own) => [...own.values()].flat());
  return { people: new Set(told.keys()), taskIds: new Set(reached.map(({ taskId }) => taskId)) };
}

interface Told {
  readonly people: ReadonlySet<string>;
  readonly taskIds: ReadonlySet<string>;
}

/** Account -> kind of notice -> the tasks it tells of. */
type ToldByPerson = ReadonlyMap<string, ReadonlyMap<NoticeKind, readonly ToldTask[]>>;

function sortOut(
  tasks: readonly ToldTask[],
  { tellings }: ToldAct,
  reach: (task: ToldTask, to: Telling['to']) => readonly string[],
  by: string,
): ToldByPerson {
  const told = new Map<string, Map<NoticeKind, ToldTask[]>>();
  for (const task of tasks) {
    const seen = new Set([by]);
    for (const { kind, to } of tellings) {
      for (const accountId of reach(task, to)) {
        if (seen.has(accountId)) continue;
        seen.add(accountId);
        const own = told.get(accountId) ?? new Map<NoticeKind, ToldTask[]>();
        told.set(accountId, own.set(kind, [...(own.get(kind) ?? []), task]));
      }
    }
  }
  return told;
}

function noticesOf(told: ToldByPerson, { about, mark, dueOn }: ToldAct): NewNotice[] {
  const marked = mark === undefined ? '' : ` ${mark}`;
  return [...told].flatMap(([accountId, own]) =>
    [...own].flatMap(([kind, ofKind]) => {
      const many = kindOfMany[kind];
      if (many !== undefined && ofKind.length > mostSingly) return [{ accountId, ...summaryOf(many, ofKind, marked) }];
      return ofKind.map((task) => ({
        accountId,
        kind,
        path: pathOfTask(task.taskId),
        reference: referenceOfTask(task.taskId),
        title: task.words,
        dueOn: dueOn === undefined ? task.dueOn : dueOn,
        onceKey: `${kind} ${about ?? task.taskId}${marked}`,
      }));
    }),
  );
}

/** Many tasks in one notice: the plan by its title, and the way to its tasks, of one place where they all lie there. */
function summaryOf(kind: NoticeKind, tasks: readonly ToldTask[], marked: string): Omit<NewNotice, 'accountId'> {
  const [first] = tasks;
  const plans = new Set(tasks.map(({ planId }) => planId));
  const places = new Set(tasks.map(({ placeId }) => placeId));
  const search = new URLSearchParams();
  if (plans.size === 1) search.set('keHoach', first?.planId ?? '');
  if (places.size === 1) search.set('diaBan', first?.placeId ?? '');
  return {
    kind,
    path: `/nhiem-vu${search.size > 0 ? `?${search}` : ''}`,
    reference: null,
    title: first?.planTitle ?? null,
    dueOn: null,
    onceKey: `${kind} ${first?.taskId ?? ''}${marked}`,
  };
}

/** Finds the people for each task; those of one unit are looked for once. */
function peopleOf(holders: readonly Holder[]): (task: ToldTask, to: Telling['to']) => readonly string[] {
  const byPlace = Map.groupBy(holders, ({ placeId }) => placeId ?? '');
  const at = (placeId: string) => byPlace.get(placeId) ?? [];
  const known = new Map<string, readonly string[]>();
  const workersOf = (placing: UnitPlacing) => {
    const found = known.get(placing.unit) ?? listWorkers(placing, at(placing.placeId));
    known.set(placing.unit, found);
    return found;
  };
  const deciders = (task: ToldTask) =>
    listActing('tasks.progress.decide', task.requesterPlaceId, at(task.requesterPlaceId));
  return (task, to) => {
    if (to === 'workers' || to === 'unit') {
      const workers = [...workersOf(task), ...task.people];
      if (to === 'unit') return workers;
      // Where nobody works, who asked for it has to know.
      return workers.length > 0 ? workers : deciders(task);
    }
    if (to === 'partners') return task.partners.flatMap(workersOf);
    if (to === 'deciders') return deciders(task);
    return 'people' in to ? to.people : listActing('tasks.hindrance.answer', to.answerersAt, at(to.answerersAt));
  };
}
