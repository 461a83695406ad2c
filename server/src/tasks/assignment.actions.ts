import { assignTasks, cancelTasks, getAssignment, type Assignment } from '@mangnon/domain/tasks/assignment.api.ts';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { proposeUnits } from '@mangnon/domain/tasks/propose-units.ts';
import { beginWithUnits, proposeSchedule } from '@mangnon/domain/tasks/task-schedule.ts';
import type { UnitRef } from '@mangnon/domain/tasks/task-words.ts';
import { findHeldPosts } from '../access/held-posts.queries.ts';
import { implementRead, implementWrite, type TransactionContext } from '../platform/action/action.ts';
import {
  cancelTaskRows,
  findPlanToAssign,
  insertTasks,
  listSentences,
  lockTasks,
  type PlanToAssign,
  type SentenceRow,
} from './assignment.queries.ts';
import { actsForPlace } from './held-units.ts';
import { planPlaceOf, spanOf } from './plan-span.ts';
import { planTasks } from './plan-tasks.ts';
import { tellOfTasks, type Telling } from './tell-of-tasks.ts';
import { findUnits, unitKey, type KnownUnit } from './units.queries.ts';

export const get = implementRead(getAssignment, {
  async answer({ params }, { database, actor, now }) {
    const today = vietnamDay(now);
    const plan = await findPlanToAssign(database, params.planId);
    if (plan === undefined) return refuse('plans.not_found');
    const place = await planPlaceOf(database, plan, today);
    const sentences = await listSentences(database, plan.id, today);
    const proposed = new Map(
      sentences.flatMap(({ agencies }) =>
        agencies.map((agency) => [agency, place === null ? null : proposeUnits(agency, place)] as const),
      ),
    );
    const named = [...proposed.values()].flatMap((one) => one?.units ?? []);
    const units = await findUnits(database, [...named, ...sentences.flatMap(({ given }) => given)], today);
    const held = await findHeldPosts(database, actor.accountId);
    const brief = briefsOf(units);
    const listed = (agencies: SentenceRow['agencies'], role: 'lead' | 'coordinating') =>
      agencies
        .filter((agency) => agency.role === role)
        .map((agency) => {
          const proposal = proposed.get(agency) ?? { answer: 'choose' as const, why: 'unknown' as const, units: [] };
          const { printed, agencyId } = agency;
          return { printed, agencyId, answer: proposal.answer, why: proposal.why, units: brief(proposal.units) };
        });
    const answer: Assignment = {
      place: plan.placeId === null ? null : { placeId: plan.placeId, name: plan.placeName ?? '' },
      sentences: sentences.map(({ agencies, given, due, ...sentence }) => ({
        ...sentence,
        dueText: due?.text ?? null,
        schedule: beginWithUnits(
          proposeSchedule(due, spanOf(plan, today), sentence.text),
          agencies
            .flatMap((agency) => proposed.get(agency)?.units ?? [])
            .map((unit) => units.get(unitKey(unit))?.validFrom ?? null),
        ),
        lead: listed(agencies, 'lead'),
        coordinating: listed(agencies, 'coordinating'),
        given: given.flatMap(({ taskId, cancelled, ...unit }) =>
          brief([unit]).map((one) => ({ taskId, unit: one, cancelled })),
        ),
      })),
      can: { assign: place !== null && actsForPlace(held, 'tasks.task.assign', place.placeId) },
    };
    return accept(answer);
  },
});

function briefsOf(units: ReadonlyMap<string, KnownUnit>) {
  return (refs: readonly UnitRef[]) =>
    refs.flatMap((ref) => {
      const found = units.get(unitKey(ref));
      if (found === undefined) return [];
      const { agencyId, placeId, name, placeName } = found;
      return [{ agencyId, placeId, name, placeName }];
    });
}

async function loadPlan(planId: string, { database }: TransactionContext): Promise<Result<PlanToAssign>> {
  const plan = await findPlanToAssign(database, planId);
  if (plan === undefined) return refuse('plans.not_found');
  return plan.placeId === null ? refuse('tasks.plan_has_no_place') : accept(plan);
}

const tellingsOfGiving: readonly Telling[] = [
  { kind: 'task_assigned', to: 'workers' },
  { kind: 'task_shared', to: 'partners' },
];

export const assign = implementWrite(assignTasks, {
  load: ({ params }, context) => loadPlan(params.planId, context),
  authorise: async (plan, { database, actor }) =>
    actsForPlace(await findHeldPosts(database, actor.accountId), 'tasks.task.assign', plan.placeId),
  async handle({ body }, plan, { database, actor, now, audit }) {
    const planned = await planTasks(database, plan, body.items, vietnamDay(now));
    if (!planned.ok) return planned;
    const requesterPlaceId = plan.placeId ?? '';
    const given = { planId: plan.id, requesterPlaceId, by: actor.accountId, now };
    const written = await insertTasks(database, given, planned.value);
    await tellOfTasks(database, { taskIds: written.taskIds, tellings: tellingsOfGiving }, given);
    const count = written.taskIds.length;
    audit({ given: count, periods: written.periods });
    return accept({ given: count, periods: written.periods, alreadyGiven: planned.value.length - count });
  },
});

export const cancel = implementWrite(cancelTasks, {
  async load({ body }, { database }) {
    const rows = await lockTasks(database, body.taskIds);
    return rows.length === new Set(body.taskIds).size ? accept(rows) : refuse('tasks.not_found');
  },
  async authorise(rows, { database, actor }) {
    const held = await findHeldPosts(database, actor.accountId);
    return rows.every(({ requesterPlaceId }) => actsForPlace(held, 'tasks.task.assign', requesterPlaceId));
  },
  async handle({ body }, rows, { database, actor, now, audit, concerns }) {
    const [before] = rows.flatMap(({ cancelledByText }) => cancelledByText ?? []);
    if (rows.length === 1 && before !== undefined) {
      return refuse('tasks.cancelled_already', { details: { byText: before } });
    }
    const by = { on: body.on, byText: body.byText, by: actor.accountId, now };
    const taskIds = await cancelTaskRows(database, body.taskIds, by);
    const kind = 'task_cancelled';
    const tellings: readonly Telling[] = [
      { kind, to: 'workers' },
      { kind, to: 'partners' },
    ];
    await tellOfTasks(database, { taskIds, tellings, dueOn: null }, by);
    const cancelled = taskIds.length;
    audit({ cancelled });
    concerns('task', body.taskIds);
    return accept({ cancelled });
  },
});
