import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { findBlocks, listPossible } from '@mangnon/domain/kernel/workflow.ts';
import { hindranceWorkflow } from '@mangnon/domain/tasks/hindrance.workflow.ts';
import { progressWorkflow, stateOf } from '@mangnon/domain/tasks/progress.workflow.ts';
import type { Task, TaskPeriod } from '@mangnon/domain/tasks/tasks.api.ts';
import { findHeldPosts } from '../access/held-posts.queries.ts';
import type { TransactionContext } from '../platform/action/action.ts';
import { actsForPlace, actsForUnit } from './held-units.ts';
import {
  listHindrances,
  listProof,
  listReports,
  listSteps,
  listTimeRequests,
  type HindranceRow,
  type ProofRow,
  type ReportRow,
} from './task-parts.queries.ts';
import {
  findTask,
  listEvents,
  listParties,
  listTaskPeriods,
  type PeriodRecord,
  type TaskRecord,
} from './task.queries.ts';
import { findUnits, unitKey } from './units.queries.ts';

/** What this person may do with a task, by the posts they hold. */
interface Rights {
  readonly report: boolean;
  readonly decide: boolean;
  readonly assign: boolean;
  readonly answersAt: (placeId: string | null) => boolean;
}

/** One task with everything about it, and what this person may do. A fixed number of questions, however long it is. */
export async function presentTask(
  taskId: string,
  { database, actor, now }: Pick<TransactionContext, 'database' | 'actor' | 'now'>,
): Promise<Result<Task>> {
  const today = vietnamDay(now);
  const found = await findTask(database, taskId, today);
  if (found === undefined) return refuse('tasks.not_found');
  const held = await findHeldPosts(database, actor.accountId);
  const rights: Rights = {
    report: actsForUnit(held, 'tasks.progress.report', found),
    decide: actsForPlace(held, 'tasks.progress.decide', found.requesterPlaceId),
    assign: actsForPlace(held, 'tasks.task.assign', found.requesterPlaceId),
    answersAt: (placeId) => actsForPlace(held, 'tasks.hindrance.answer', placeId),
  };
  const periods = await listTaskPeriods(database, taskId, today);
  const reports = await listReports(database, taskId);
  const proof = await listProof(database, taskId);
  const requests = await listTimeRequests(database, taskId);
  const hindrances = await listHindrances(database, taskId);
  const steps = await listSteps(database, taskId);
  const parties = await listParties(database, taskId);
  const events = await listEvents(database, taskId);
  const refs = parties.flatMap(({ agencyId, placeId }) =>
    agencyId === null || placeId === null ? [] : [{ agencyId, placeId }],
  );
  const units = await findUnits(database, [found, ...refs], today);
  const briefOf = (agencyId: string, placeId: string) => {
    const unit = units.get(unitKey({ agencyId, placeId }));
    return { agencyId, placeId, name: unit?.name ?? agencyId, placeName: unit?.placeName ?? placeId };
  };
  const ofPeriod = <Row extends { readonly periodId: string }>(rows: readonly Row[], id: string) =>
    rows.filter(({ periodId }) => periodId === id);
  return accept({
    ...presentHead(found, briefOf(found.agencyId, found.placeId)),
    parties: parties.map(({ id, agencyId, placeId, person }) => ({
      id,
      unit: agencyId === null || placeId === null ? null : briefOf(agencyId, placeId),
      person,
    })),
    periods: periods.map((period) => {
      const mine = ofPeriod(requests, period.id);
      const files = ofPeriod(proof, period.id);
      return {
        ...presentPeriod(
          period,
          rights,
          mine.some(({ answer }) => answer === null),
          today,
        ),
        reports: ofPeriod(reports, period.id).map((one) => presentReport(one, period, files, rights, actor.accountId)),
        timeRequests: mine.map((one) => ({ ...one, can: { answer: one.answer === null && rights.decide } })),
        hindrances: ofPeriod(hindrances, period.id).map((one) => presentHindrance(one, rights)),
        steps: ofPeriod(steps, period.id),
        looseProof: files.filter(({ reportId }) => reportId === null),
      };
    }),
    history: events.map((event) => ({ ...event, at: event.at.toISOString() })),
    can: { assign: rights.assign && found.cancelled === null },
    today,
  });
}

function presentHead(
  found: TaskRecord,
  unit: Task['unit'],
): Omit<Task, 'parties' | 'periods' | 'history' | 'can' | 'today'> {
  const { id, words, product, repeats, startsOn, endsOn, assignedBy, cancelled, accountable } = found;
  const { planId, planNumber, planTitle, planTaskId, text, section, span } = found;
  return {
    id,
    words,
    unit,
    accountable,
    requester: { placeId: found.requesterPlaceId, name: found.requesterName },
    product,
    repeats,
    startsOn,
    endsOn,
    assignedAt: found.assignedAt.toISOString(),
    assignedBy,
    cancelled,
    sentence: { planId, planNumber, planTitle, planTaskId, text, section, span },
  };
}

type PeriodHead = Omit<TaskPeriod, 'reports' | 'timeRequests' | 'hindrances' | 'steps' | 'looseProof'>;

function presentPeriod(
  { cancelledOn: _, ...period }: PeriodRecord,
  rights: Rights,
  openTimeRequest: boolean,
  today: string,
): PeriodHead {
  const facts = { today, dueOn: period.dueOn, openTimeRequest };
  const possible = listPossible(progressWorkflow, stateOf({ ...period, cancelledOn: _ }), facts);
  const may = (act: (typeof possible)[number]) => rights.report && possible.includes(act);
  return {
    ...period,
    can: {
      report: may('report'),
      complete: may('complete'),
      prove: may('report'),
      askTime: may('ask_time'),
      raise: may('raise'),
      plan: may('report'),
    },
  };
}

function presentReport(
  { recordedById, enteredOn, ...report }: ReportRow,
  period: PeriodRecord,
  files: readonly ProofRow[],
  rights: Rights,
  me: string,
): TaskPeriod['reports'][number] {
  const waits = report.kind === 'completion' && report.decision === null && period.reportedOn !== null;
  return {
    ...report,
    enteredLate: period.dueOn !== null && report.happenedOn <= period.dueOn && enteredOn > period.dueOn,
    proof: files.filter(({ reportId }) => reportId === report.id),
    can: { decide: waits && rights.decide && recordedById !== me },
  };
}

function presentHindrance(row: HindranceRow, rights: Rights): TaskPeriod['hindrances'][number] {
  const facts = {
    forUnit: rights.report,
    forPlace: rights.answersAt(row.withPlace?.id ?? null),
    levelAbove: row.withPlace !== null,
  };
  const may = (act: keyof typeof hindranceWorkflow) =>
    findBlocks(hindranceWorkflow, act, row.state, facts).length === 0;
  return {
    ...row,
    can: { answer: may('answered'), passUp: may('passed_up'), settle: may('settled'), reopen: may('reopened') },
  };
}
