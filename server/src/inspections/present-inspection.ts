import {
  inspectionStateOf,
  inspectionWorkflow,
  type InspectionAct,
} from '@mangnon/domain/inspections/inspection.workflow.ts';
import type { Inspection, Recommendation, Visit } from '@mangnon/domain/inspections/inspections.api.ts';
import { recommendationWorkflow, standOfRecommendation } from '@mangnon/domain/inspections/recommendation.workflow.ts';
import {
  standOfVisit,
  visitStateOf,
  visitWorkflow,
  type VisitAct,
} from '@mangnon/domain/inspections/visit.workflow.ts';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { findBlocks, listPossible } from '@mangnon/domain/kernel/workflow.ts';
import { findHeldPosts } from '../access/held-posts.queries.ts';
import type { TransactionContext } from '../platform/action/action.ts';
import { actsForPlace } from '../tasks/held-units.ts';
import { findUnits } from '../tasks/units.queries.ts';
import { briefOf } from './inspection-lists.actions.ts';
import {
  listConclusions,
  listFindings,
  listRecommendations,
  listTasksOfUnits,
  listUnits,
  listVisits,
  type RecommendationRow,
  type UnitRow,
  type VisitRow,
} from './inspection-parts.queries.ts';
import { actsForConcerned, actsForLead } from './inspection-scope.ts';
import { findInspection } from './inspections.queries.ts';

/** One inspection with what this person may see and do. A fixed number of questions, however long it is. */
export async function presentInspection(
  id: string,
  { database, actor, now }: Pick<TransactionContext, 'database' | 'actor' | 'now'>,
): Promise<Result<Inspection>> {
  const today = vietnamDay(now);
  const found = await findInspection(database, id);
  if (found === undefined) return refuse('inspections.not_found');
  const held = await findHeldPosts(database, actor.accountId);
  const edits = actsForPlace(held, 'inspections.inspection.edit', found.placeId);
  const concludes = actsForPlace(held, 'inspections.inspection.conclude', found.placeId);
  const units = await listUnits(database, id);
  const visits = await listVisits(database, id);
  const findings = await listFindings(database, id);
  const conclusions = await listConclusions(database, id);
  const recommendations = await listRecommendations(database, id);
  const tasks = edits ? await listTasksOfUnits(database, id) : [];
  const known = await findUnits(database, [found, ...units], today);
  const { calledOff, calledOffAt } = found;
  const state = inspectionStateOf({ concluded: conclusions.length > 0, calledOff: calledOff !== null });
  const possible = listPossible(inspectionWorkflow, state, { today });
  const may = (act: InspectionAct) => edits && possible.includes(act);
  const ofUnit = <Row extends { readonly unitId: string }>(rows: readonly Row[], unit: UnitRow) =>
    rows.filter(({ unitId }) => unitId === unit.id);
  const { plan, kind, basis, members, startsOn, endsOn, contents, version, createdBy } = found;
  return accept({
    id,
    plan,
    kind,
    basis,
    members,
    startsOn,
    endsOn,
    contents,
    version,
    createdBy,
    today,
    lead: briefOf(known, found),
    createdAt: found.createdAt.toISOString(),
    units: units.map((unit) => ({
      id: unit.id,
      unit: briefOf(known, unit),
      visits: ofUnit(visits, unit).map((visit) => presentVisit(visit, { edits, calledOff: calledOff !== null }, today)),
      findings: ofUnit(findings, unit).map((one) => ({
        ...one,
        can: {
          withdraw: may('withdraw_finding') && one.withdrawn === null,
          attach: may('find') && one.withdrawn === null,
        },
      })),
      tasks: ofUnit(tasks, unit),
    })),
    conclusions: conclusions.map((conclusion) => ({
      ...conclusion,
      recommendations: recommendations
        .filter(({ conclusionId }) => conclusionId === conclusion.id)
        .flatMap((one) => {
          const unit = units.find(({ id: unitId }) => unitId === one.unitId);
          if (unit === undefined) return [];
          const reports = actsForConcerned(held, 'inspections.recommendation.report', unit);
          const rights = { reports, concludes, me: actor.accountId };
          return [{ ...presentRecommendation(one, rights, today), unit: briefOf(known, unit) }];
        }),
    })),
    leads: actsForLead(held, 'inspections.inspection.read', found),
    calledOff: calledOff === null ? null : { ...calledOff, at: (calledOffAt ?? found.createdAt).toISOString() },
    can: {
      callOff: may('call_off'),
      change: may('change'),
      planVisit: may('plan_visit'),
      find: may('find'),
      conclude: concludes && possible.includes('conclude'),
      correct: concludes && possible.includes('correct'),
    },
  });
}

function presentVisit(
  visit: VisitRow,
  { edits, calledOff }: { readonly edits: boolean; readonly calledOff: boolean },
  today: string,
): Visit {
  const possible = listPossible(visitWorkflow, visitStateOf(visit), { today, plannedOn: visit.plannedOn });
  const may = (act: VisitAct) => edits && !calledOff && possible.includes(act);
  const can = { move: may('moved'), hold: may('held'), notHold: may('not_held'), reopen: may('reopened') };
  return { ...visit, stand: standOfVisit(visit, today, calledOff), can };
}

interface Rights {
  readonly reports: boolean;
  readonly concludes: boolean;
  readonly me: string;
}

function presentRecommendation(
  { state, ...row }: RecommendationRow,
  { reports, concludes, me }: Rights,
  today: string,
): Omit<Recommendation, 'unit'> {
  const waiting = row.reports.findLast(({ decision }) => decision === null);
  const facts = { today, byAnother: waiting !== undefined && waiting.recordedBy.id !== me };
  const may = (act: keyof typeof recommendationWorkflow) =>
    findBlocks(recommendationWorkflow, act, state, facts).length === 0;
  return {
    ...row,
    stand: standOfRecommendation({ ...row, state }, today),
    can: { report: reports && may('report'), decide: concludes && may('settle') },
  };
}
