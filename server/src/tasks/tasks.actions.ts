import { fold } from '@mangnon/domain/kernel/fold.ts';
import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { isSameValue } from '@mangnon/domain/kernel/same-value.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { changeTask } from '@mangnon/domain/tasks/assignment.api.ts';
import { getMyWork, getTask } from '@mangnon/domain/tasks/tasks.api.ts';
import { findHeldPosts } from '../access/held-posts.queries.ts';
import { implementRead, implementWrite } from '../platform/action/action.ts';
import { actsForPlace } from './held-units.ts';
import { listToAnswer, listWork, type WorkPart } from './my-work.queries.ts';
import { presentTask } from './present-task.ts';
import { insertEvent } from './task-events.queries.ts';
import { presentRows } from './task-lists.actions.ts';
import { addParties, countPeople, endParties, lockTask, setTaskWords } from './task-changes.queries.ts';
import { isKnown } from './task.queries.ts';
import { tellOfTasks, type Telling } from './tell-of-tasks.ts';
import { findUnits, unitKey } from './units.queries.ts';

export const get = implementRead(getTask, {
  answer: ({ params }, context) => presentTask(params.taskId, context),
});

const soonDays = 14;

export const myWork = implementRead(getMyWork, {
  async answer(_, { database, actor, now }) {
    const today = vietnamDay(now);
    const soon = vietnamDay(new Date(now.getTime() + soonDays * 86_400_000));
    const held = await findHeldPosts(database, actor.accountId);
    const work = await listWork(database, held, { today, soon });
    const rows = await presentRows(database, work, today);
    const of = (part: WorkPart) => rows.filter((_row, at) => work[at]?.part === part);
    const asked = await listToAnswer(database, held);
    const units = await findUnits(database, asked, today);
    const toAnswer = asked.map(({ agencyId, placeId, since, ...row }) => {
      const found = units.get(unitKey({ agencyId, placeId }));
      const unit = { agencyId, placeId, name: found?.name ?? agencyId, placeName: found?.placeName ?? placeId };
      return { ...row, unit, since: since.toISOString() };
    });
    return accept({
      overdue: of('overdue'),
      dueSoon: of('dueSoon'),
      underWay: of('underWay'),
      sentBack: of('sentBack'),
      toDecide: of('toDecide'),
      waitingForOthers: of('waitingForOthers'),
      toAnswer,
      today,
    });
  },
});

export const change = implementWrite(changeTask, {
  async load({ params }, { database }) {
    const found = await lockTask(database, params.taskId);
    if (found !== undefined) return accept(found);
    return refuse((await isKnown(database, 'task', params.taskId)) ? 'platform.not_allowed' : 'tasks.not_found');
  },
  authorise: async (task, { database, actor }) =>
    actsForPlace(await findHeldPosts(database, actor.accountId), 'tasks.task.assign', task.requesterPlaceId),
  async handle({ body }, task, { database, actor, now, audit }) {
    const who = { by: actor.accountId, now };
    if (task.cancelledByText !== null) {
      return refuse('tasks.cancelled_already', { details: { byText: task.cancelledByText } });
    }
    const { words, product, addUnits = [], addPeople = [], endParties: ended = [] } = body;
    if (words !== undefined && words.from !== task.words)
      return refuse('tasks.changed_meanwhile', { where: 'body.words' });
    if (product !== undefined && !isSameValue(product.from, task.product)) {
      return refuse('tasks.changed_meanwhile', { where: 'body.product' });
    }
    const units = await findUnits(database, [...addUnits, task], vietnamDay(now));
    const unknown = addUnits.findIndex((ref) => !units.has(unitKey(ref)));
    if (unknown !== -1) {
      const details = { agency: addUnits[unknown]?.agencyId ?? '', place: addUnits[unknown]?.placeId ?? '' };
      return refuse('tasks.unit_unknown', { where: `body.addUnits.${unknown}`, details });
    }
    if ((await countPeople(database, addPeople)) !== new Set(addPeople).size) {
      return refuse('tasks.person_unknown', { where: 'body.addPeople' });
    }
    const next = {
      words: words === undefined ? task.words : words.to,
      product: product === undefined ? task.product : product.to,
    };
    if (words !== undefined || product !== undefined) {
      const folded = fold([next.words, next.product?.words ?? '', units.get(unitKey(task))?.name ?? ''].join(' '));
      await setTaskWords(database, task.taskId, { ...next, folded });
    }
    if (words !== undefined) await insertEvent(database, task, { kind: 'words_changed', data: words }, who);
    if (product !== undefined) await insertEvent(database, task, { kind: 'product_changed', data: product }, who);
    if (addUnits.length > 0 || addPeople.length > 0) {
      await addParties(database, task, { units: addUnits, people: addPeople }, who);
      await insertEvent(database, task, { kind: 'party_added', data: { units: addUnits, people: addPeople } }, who);
      const tellings: readonly Telling[] = [
        { kind: 'task_assigned', to: { people: addPeople } },
        ...(addUnits.length > 0 ? [{ kind: 'task_shared', to: 'partners' } as const] : []),
      ];
      await tellOfTasks(database, { taskIds: [task.taskId], tellings }, who);
    }
    if (ended.length > 0) {
      await endParties(database, task.taskId, ended, now);
      await insertEvent(database, task, { kind: 'party_ended', data: { parties: ended } }, who);
    }
    audit({ words: words !== undefined, product: product !== undefined, added: addUnits.length + addPeople.length });
    return accept({ taskId: task.taskId });
  },
});
