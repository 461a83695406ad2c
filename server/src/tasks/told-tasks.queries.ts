import { sql, type Transaction } from 'kysely';
import type { UnitPlacing } from '@mangnon/domain/tasks/told-people.ts';
import type { DB } from '../platform/database/schema.generated.ts';

/** A task as its notices need it. */
export interface ToldTask extends UnitPlacing {
  readonly taskId: string;
  readonly requesterPlaceId: string;
  readonly words: string;
  /** The first due day that is still open. */
  readonly dueOn: string | null;
  readonly planId: string;
  readonly planTitle: string;
  /** The units that do it together with the one it was given to. */
  readonly partners: readonly UnitPlacing[];
  /** The people named on it. */
  readonly people: readonly string[];
}

/** Tasks with their parties, in the order of their ids, in one question; words are cut where they are very long. */
export async function listToldTasks(database: Transaction<DB>, taskIds: readonly string[]): Promise<ToldTask[]> {
  const { rows } = await sql<ToldTask>`
    select t.id as "taskId", t.unit, t.place_id as "placeId", t.province_id as "provinceId",
      t.requester_place_id as "requesterPlaceId", left(t.words, 300) as words, plan.id as "planId",
      left(plan.title, 300) as "planTitle",
      (select min(p.due_on) from task_period p
        where p.task_id = t.id and p.done_on is null and p.cancelled_on is null) as "dueOn",
      coalesce((select json_agg(json_build_object('unit', q.with_agency_id || '|' || q.with_place_id,
          'placeId', q.with_place_id, 'provinceId', coalesce(w.parent_id, w.id)))
        from task_party q join place w on w.id = q.with_place_id
        where q.task_id = t.id and q.ended_at is null), '[]') as partners,
      coalesce((select json_agg(q.account_id) from task_party q
        where q.task_id = t.id and q.account_id is not null and q.ended_at is null), '[]') as people
    from task t join plan on plan.id = t.plan_id where t.id = any(${taskIds}::uuid[]) order by t.id`.execute(database);
  return rows;
}
