import { sql, type Kysely } from 'kysely';
import { taskStatuses, type TaskStatus } from '@mangnon/domain/tasks/task-status.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { statusOn } from './task-lists.queries.ts';

export type TimelineRow = Readonly<Record<TaskStatus, number>> & {
  readonly planTaskId: string;
  readonly startsOn: string;
  readonly dueOn: string | null;
  readonly doneOn: string | null;
};

/** One line for each sentence of a plan that was given, cancelled periods left out of its days. */
export async function listTimeline(database: Kysely<DB>, planId: string, today: string): Promise<TimelineRow[]> {
  const counts = taskStatuses.map(
    (status) => sql`count(*) filter (where x.status = ${sql.lit(status)}) as ${sql.ref(status)}`,
  );
  const { rows } = await sql<TimelineRow>`
    select x.plan_task_id as "planTaskId", coalesce(min(x.starts_on) filter (where x.status <> 'cancelled'),
        min(x.starts_on)) as "startsOn",
      case when bool_or(x.due_on is null and x.status <> 'cancelled') then null
        else max(x.due_on) filter (where x.status <> 'cancelled') end as "dueOn",
      case when bool_and(x.done_on is not null or x.status = 'cancelled') then max(x.done_on) end as "doneOn",
      ${sql.join(counts)}
    from (select t.plan_task_id, p.starts_on, p.due_on, p.done_on, ${statusOn(today)} as status
      from task_period p join task t on t.id = p.task_id where p.plan_id = ${planId}::uuid) x
    group by x.plan_task_id`.execute(database);
  return rows;
}
