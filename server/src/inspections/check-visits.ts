import { canInspect } from '@mangnon/domain/inspections/can-inspect.ts';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import type { UnitRef } from '@mangnon/domain/tasks/task-words.ts';
import type { TransactionContext } from '../platform/action/action.ts';
import { unitKey } from '../tasks/units.queries.ts';
import { listUnitsWithTasks } from './inspection-lists.queries.ts';
import type { NewVisit } from './visits.queries.ts';

interface AskedVisit {
  readonly id: string;
  readonly unit: UnitRef;
  readonly plannedOn: string;
}

interface Frame {
  readonly planId: string;
  readonly placeId: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/**
 * Visits as they are to be written: to units that hold tasks of the plan, in the reach of the leading agency, on days of the
 * inspection's period.
 */
export async function checkVisits(
  database: TransactionContext['database'],
  { planId, placeId, startsOn, endsOn }: Frame,
  visits: readonly AskedVisit[],
): Promise<Result<NewVisit[]>> {
  const units = new Map((await listUnitsWithTasks(database, planId)).map((unit) => [unitKey(unit), unit]));
  const checked: NewVisit[] = [];
  for (const [at, { id, unit, plannedOn }] of visits.entries()) {
    const where = `body.visits.${at}`;
    const found = units.get(unitKey(unit));
    if (found === undefined) return refuse('inspections.unit_without_task', { where: `${where}.unit` });
    if (!canInspect({ placeId }, found)) return refuse('inspections.unit_outside_lead', { where: `${where}.unit` });
    if (plannedOn < startsOn || plannedOn > endsOn) {
      const details = { day: plannedOn, from: startsOn, to: endsOn };
      return refuse('inspections.visit_outside_period', { where: `${where}.plannedOn`, details });
    }
    const { agencyId, placeId: visited, provinceId } = found;
    checked.push({ id, agency_id: agencyId, place_id: visited, province_id: provinceId, planned_on: plannedOn });
  }
  return accept(checked);
}
