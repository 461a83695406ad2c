import type { Kysely } from 'kysely';
import type { ReportPaper } from '@mangnon/domain/reports/paper/report-paper.ts';
import type { UnitRef } from '@mangnon/domain/tasks/task-words.ts';
import { listTasks } from '../../plans/plans.queries.ts';
import type { DB } from '../../platform/database/schema.generated.ts';
import { listProgress } from '../../tasks/task-exports.queries.ts';
import { findUnits, unitKey } from '../../tasks/units.queries.ts';

/**
 * What of a plan was done within a period and what was overdue at its end (days, ISO, both included), of one unit or of all;
 * null where the regime is of no plan. As the tasks stood at the end of that day.
 */
export async function listPaperTasks(
  database: Kysely<DB>,
  planId: string | null,
  { from, to }: { readonly from: string; readonly to: string },
  unit: UnitRef | null,
): Promise<ReportPaper['tasks']> {
  if (planId === null) return null;
  const rows = await listProgress(database, planId, to, unit);
  const texts = new Map((await listTasks(database, planId)).map(({ id, text }) => [id, text]));
  const units = await findUnits(database, rows, to);
  const present = (row: (typeof rows)[number]) => ({
    text: texts.get(row.planTaskId) ?? '',
    unit: units.get(unitKey(row))?.name ?? row.agencyId,
    due: row.dueOn,
    result: row.result,
  });
  return {
    done: rows.filter(({ doneOn }) => doneOn !== null && doneOn >= from && doneOn <= to).map(present),
    overdue: rows.filter(({ status }) => status === 'under_way_overdue').map(present),
  };
}
