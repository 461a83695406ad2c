import { standOfRecommendation } from '@mangnon/domain/inspections/recommendation.workflow.ts';
import { standOfVisit } from '@mangnon/domain/inspections/visit.workflow.ts';
import {
  getInspectionChoices,
  listInspections,
  type InspectionRow,
} from '@mangnon/domain/inspections/inspections.api.ts';
import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import type { UnitBrief, UnitRef } from '@mangnon/domain/tasks/task-words.ts';
import { findHeldPosts } from '../access/held-posts.queries.ts';
import { implementRead } from '../platform/action/action.ts';
import { heldBy } from '../tasks/my-work.queries.ts';
import { findUnits, unitKey, type KnownUnit } from '../tasks/units.queries.ts';
import {
  findInspections,
  findPlanName,
  listPlaceNames,
  listUnitsWithTasks,
  type ListedInspection,
} from './inspection-lists.queries.ts';

/** A unit as lists show it; what the registers no longer know keeps its ids. */
export function briefOf(units: ReadonlyMap<string, KnownUnit>, { agencyId, placeId }: UnitRef): UnitBrief {
  const found = units.get(unitKey({ agencyId, placeId }));
  return { agencyId, placeId, name: found?.name ?? agencyId, placeName: found?.placeName ?? placeId };
}

export const list = implementRead(listInspections, {
  async answer({ query }, { database, actor, now }) {
    const today = vietnamDay(now);
    const { rows, total } = await findInspections(database, query.planId);
    const units = await findUnits(database, rows, today);
    const held = await findHeldPosts(database, actor.accountId);
    const listed = rows.map((row) => presentRow(row, briefOf(units, row), today));
    const late = ({ visits, recommendations }: InspectionRow) => visits.overdue + recommendations.overdue > 0;
    return accept({
      rows: [...listed.filter(late), ...listed.filter((row) => !late(row))],
      total,
      today,
      can: { create: heldBy(held, 'inspections.inspection.edit', 'own_place').some(({ placeId }) => placeId !== null) },
    });
  },
});

function presentRow(
  { agencyId: _agency, placeId: _place, visits, recommendations, ...row }: ListedInspection,
  lead: UnitBrief,
  today: string,
): InspectionRow {
  const stands = visits.map((visit) => standOfVisit(visit, today, row.calledOffOn !== null));
  const count = <T>(all: readonly T[], ...of: readonly T[]) => all.filter((one) => of.includes(one)).length;
  const asked = recommendations.map((one) => standOfRecommendation(one, today));
  return {
    ...row,
    lead,
    visits: {
      all: visits.length,
      held: count(stands, 'held'),
      overdue: count(stands, 'overdue'),
      nextOn: visits.find((_visit, at) => stands[at] === 'planned')?.plannedOn ?? null,
    },
    recommendations: {
      open: count(asked, 'open', 'overdue'),
      overdue: count(asked, 'overdue'),
      waiting: count(asked, 'waiting'),
      settled: count(asked, 'settled_on_time', 'settled_late'),
    },
  };
}

export const choices = implementRead(getInspectionChoices, {
  async answer({ params }, { database, actor, now }) {
    const plan = await findPlanName(database, params.planId);
    if (plan === undefined) return refuse('plans.not_found');
    const held = heldBy(await findHeldPosts(database, actor.accountId), 'inspections.inspection.edit', 'own_place');
    const own = new Map(
      held.flatMap(({ placeId, unit }) => (placeId === null ? [] : [[placeId, unit?.split('|')[0] ?? null] as const])),
    );
    const holders = await listUnitsWithTasks(database, params.planId);
    const leads = [...own].flatMap(([placeId, agencyId]) => (agencyId === null ? [] : [{ agencyId, placeId }]));
    const units = await findUnits(database, [...holders, ...leads], vietnamDay(now));
    const places = await listPlaceNames(database, [...own.keys()]);
    return accept({
      plan,
      units: holders.map((unit) => ({
        ...briefOf(units, unit),
        provinceId: unit.provinceId,
        tasks: unit.tasks,
      })),
      leads: places.map((place) => {
        const agencyId = own.get(place.placeId) ?? null;
        return { ...place, unit: agencyId === null ? null : briefOf(units, { agencyId, placeId: place.placeId }) };
      }),
    });
  },
});
