import { sql, type Kysely, type RawBuilder } from 'kysely';
import { taskStatuses, type TaskStatus } from '@mangnon/domain/tasks/task-status.ts';
import type { TaskFilter } from '@mangnon/domain/tasks/tasks.api.ts';
import type { UnitFigures } from '@mangnon/domain/tasks/unit-figures.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { conditionsOf, movedColumns, statusByFirst, statusOn } from './task-lists.queries.ts';

/** The figures of one group as columns; the statuses stand side by side. */
export type FigureColumns = Readonly<Record<TaskStatus, number>> & Omit<UnitFigures, 'counts'>;

/** What is counted of rows `x` that carry the status and the days of one period each. */
export const figureColumns = sql`${sql.join(
  taskStatuses.map((status) => sql`count(*) filter (where x.status = ${sql.lit(status)}) as ${sql.ref(status)}`),
)},
  count(*) filter (where x.status = 'done_on_time' and x.entered_on > x.due_on) as "coveredUp",
  count(*) filter (where x.entered_on > x.done_on) as "enteredLater",
  max(x.entered_on - x.done_on) filter (where x.entered_on > x.done_on) as "longestEntry",
  count(x.reported_on) as waiting, ${movedColumns}`;

/** The days and the status of the period `p`, for `figureColumns`. */
export const periodColumns = (today: string) =>
  sql`p.due_on, p.done_on, p.entered_on, p.reported_on, ${statusOn(today)} as status,
    ${statusByFirst(today)} as first_status`;

const keys = {
  place: sql`split_part(p.unit, '|', 2)`,
  agency: sql`split_part(p.unit, '|', 1)`,
  month: sql`coalesce(to_char(p.due_on, 'YYYY-MM'), '')`,
} as const satisfies Record<string, RawBuilder<string>>;

/** How the periods a filter leaves stand, by group; each is counted once. The filter names no sentence. */
export async function listFigures(
  database: Kysely<DB>,
  filter: Omit<TaskFilter, 'planTaskId' | 'q'>,
  by: keyof typeof keys,
  today: string,
): Promise<{ readonly key: string; readonly figures: UnitFigures }[]> {
  const { rows } = await sql<FigureColumns & { readonly key: string }>`
    select x.key, ${figureColumns}
    from (select ${keys[by]} as key, ${periodColumns(today)} from task_period p where ${conditionsOf(filter, today)}) x
    group by x.key order by x.key`.execute(database);
  return rows.map((row) => ({ key: row.key, figures: presentFigures(row) }));
}

export function presentFigures(row: FigureColumns): UnitFigures {
  const counts = Object.fromEntries(taskStatuses.map((status) => [status, row[status]])) as UnitFigures['counts'];
  const { coveredUp, enteredLater, longestEntry, waiting, dueMoved, lateByFirst } = row;
  return { counts, coveredUp, enteredLater, longestEntry, waiting, dueMoved, lateByFirst };
}
