import type { HeldPost } from '@mangnon/domain/access/reach.ts';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { changeMany, remindUnits, type LeftPeriod } from '@mangnon/domain/tasks/bulk-acts.api.ts';
import { whyNotChange, whyNotRemind, type ReasonToLeave } from '@mangnon/domain/tasks/bulk-acts.ts';
import { findHeldPosts } from '../access/held-posts.queries.ts';
import { implementWrite, type TransactionContext } from '../platform/action/action.ts';
import { addManyParties, lockChosen, moveManyDue, noteReminded, type ChosenRow } from './bulk-acts.queries.ts';
import { actsForPlace } from './held-units.ts';
import { countPeople } from './task-changes.queries.ts';
import { tellOfTasks, type Telling } from './tell-of-tasks.ts';
import { findUnits, unitKey } from './units.queries.ts';

interface Chosen {
  readonly rows: readonly (ChosenRow & { readonly yours: boolean })[];
}

/** Every chosen period, each with whether it is this person's to act on; one that is unknown refuses the whole. */
async function loadChosen(
  periodIds: readonly string[],
  { database, actor, now }: TransactionContext,
): Promise<Result<Chosen>> {
  const found = await lockChosen(database, periodIds, vietnamDay(now));
  if (found.length !== new Set(periodIds).size) return refuse('tasks.not_found');
  const held = await findHeldPosts(database, actor.accountId);
  return accept({ rows: found.map((row) => ({ ...row, yours: isYours(held, row) })) });
}

const isYours = (held: readonly HeldPost[], { requesterPlaceId }: ChosenRow) =>
  actsForPlace(held, 'tasks.task.assign', requesterPlaceId);

/** Rows that are not this person's are left and named; where none is, there is nothing to do here. */
const authorise = ({ rows }: Chosen) => rows.some(({ yours }) => yours);

export const remind = implementWrite(remindUnits, {
  load: ({ body }, context) => loadChosen(body.periodIds, context),
  authorise,
  async handle(_, { rows }, { database, actor, now, audit, concerns }) {
    const today = vietnamDay(now);
    const who = { by: actor.accountId, now };
    const left = new Map<string, ReasonToLeave>();
    for (const row of rows) {
      const why = whyNotRemind(row);
      if (why !== null) left.set(row.periodId, why);
    }
    const asked = rows.filter(({ periodId }) => !left.has(periodId));
    const tellings: readonly Telling[] = [{ kind: 'task_reminded', to: 'unit' }];
    const taskIds = [...new Set(asked.map(({ taskId }) => taskId))];
    const told = await tellOfTasks(database, { taskIds, tellings, mark: today }, who);
    for (const { periodId, taskId } of asked) if (!told.taskIds.has(taskId)) left.set(periodId, 'nobody_there');
    await noteReminded(database, [...told.taskIds], today, who);
    audit({ tasks: told.taskIds.size, left: left.size });
    concerns('task', [...told.taskIds]);
    return accept({
      tasks: told.taskIds.size,
      people: told.people.size,
      left: await nameLeft(database, rows, left, today),
    });
  },
});

export const change = implementWrite(changeMany, {
  load: ({ body }, context) => loadChosen(body.periodIds, context),
  authorise,
  async handle({ body }, { rows }, { database, actor, now, audit, concerns }) {
    const { addUnits, addPeople, dueOn, reason } = body;
    const today = vietnamDay(now);
    const who = { by: actor.accountId, now };
    const known = await findUnits(database, addUnits, today);
    const unknown = addUnits.findIndex((ref) => !isStanding(known.get(unitKey(ref)), today));
    if (unknown !== -1) {
      const details = { agency: addUnits[unknown]?.agencyId ?? '', place: addUnits[unknown]?.placeId ?? '' };
      return refuse('tasks.unit_unknown', { where: `body.addUnits.${unknown}`, details });
    }
    if ((await countPeople(database, addPeople)) !== new Set(addPeople).size) {
      return refuse('tasks.person_unknown', { where: 'body.addPeople' });
    }
    const left = new Map<string, ReasonToLeave>();
    for (const row of rows) {
      const why = whyNotChange(row, { dueOn, units: addUnits.map(unitKey) });
      if (why !== null) left.set(row.periodId, why);
    }
    const reached = rows.filter(({ periodId }) => !left.has(periodId));
    const taskIds = [...new Set(reached.map(({ taskId }) => taskId))];
    const periodIds = reached.map(({ periodId }) => periodId);
    const moved = dueOn === null ? 0 : await moveManyDue(database, periodIds, { dueOn, reason }, who);
    const parties = { units: addUnits, people: addPeople, reason };
    const added = await addManyParties(database, taskIds, parties, who);
    if (dueOn !== null) {
      const tellings: readonly Telling[] = [{ kind: 'task_due_moved', to: 'workers' }];
      await tellOfTasks(database, { taskIds, tellings, mark: now.toISOString(), dueOn }, who);
    }
    const tellings: readonly Telling[] = [
      { kind: 'task_assigned', to: { people: addPeople } },
      ...(addUnits.length > 0 ? [{ kind: 'task_shared', to: 'partners' } as const] : []),
    ];
    await tellOfTasks(database, { taskIds: added, tellings }, who);
    audit({ periods: periodIds.length, moved, added: added.length, left: left.size });
    concerns('task', taskIds);
    return accept({
      periods: periodIds.length,
      moved,
      added: added.length,
      left: await nameLeft(database, rows, left, today),
    });
  },
});

const isStanding = (
  unit: { readonly validFrom: string | null; readonly validTo: string | null } | undefined,
  today: string,
) =>
  unit !== undefined &&
  (unit.validFrom === null || unit.validFrom <= today) &&
  (unit.validTo === null || unit.validTo >= today);

/** The rows that were left, by the names people know them by. */
async function nameLeft(
  database: TransactionContext['database'],
  rows: Chosen['rows'],
  left: ReadonlyMap<string, ReasonToLeave>,
  today: string,
): Promise<LeftPeriod[]> {
  const units = await findUnits(database, rows, today);
  return rows.flatMap(({ periodId, words, ...ref }) => {
    const why = left.get(periodId);
    return why === undefined ? [] : [{ periodId, words, unit: units.get(unitKey(ref))?.name ?? ref.agencyId, why }];
  });
}
