import { Client } from 'pg';

export interface DueTasks {
  readonly count: number;
  readonly dueOn: string;
  readonly agencyId: string;
  readonly placeId: string;
  readonly requesterPlaceId: string;
  /** Somebody who gave the tasks. */
  readonly accountId: string;
  readonly startsOn?: string;
}

/**
 * Puts tasks with one period each into a database, as its owner: a plan of one invented sentence a task, given to one
 * unit. Gives the ids of the periods in the order of their tasks.
 */
export async function putDueTasks(ownerUrl: string, tasks: DueTasks): Promise<string[]> {
  const { count, dueOn, agencyId, placeId, requesterPlaceId, accountId, startsOn = '2026-01-05' } = tasks;
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      `with file as (
         insert into source_file (sha256, bytes, byte_count, received_at)
           select sha256(k), k, octet_length(k), now() from (select convert_to(gen_random_uuid()::text, 'UTF8') as k) as made
         returning sha256
       ), draft as (
         insert into draft (upload_id, source_sha256, file_name, state, uploaded_by, uploaded_at, state_since)
           select gen_random_uuid(), sha256, 'ke-hoach.txt', 'discarded', $1, now(), now() from file returning id
       ), plan as (
         insert into plan (draft_id, kind, title, adopted_at, adopted_by, folded)
           select id, 'plan', 'Kế hoạch bịa', now(), $1, 'ke hoach bia' from draft returning id
       ), sentence as (
         insert into plan_task (id, plan_id, draft_fact_id, position, text, section)
           select gen_random_uuid(), plan.id, gen_random_uuid(), n, 'Việc bịa số ' || n, 'I' from plan, generate_series(1, $2::int) n
         returning id, plan_id, position, text
       ), given as (
         insert into task (plan_id, plan_task_id, agency_id, place_id, province_id, requester_place_id, words, repeats,
             starts_on, ends_on, assigned_at, assigned_by, folded)
           select plan_id, id, $3, $4, coalesce((select parent_id from place where id = $4), $4), $5, text, 'once', $6::date, $7::date,
             now(), $1, 'viec bia' from sentence
         returning id, plan_id, place_id, province_id, unit, requester_place_id, words
       )
       insert into task_period (task_id, plan_id, place_id, province_id, unit, requester_place_id, period, starts_on, due_on,
           first_due_on)
         select id, plan_id, place_id, province_id, unit, requester_place_id, 'once', $6::date, $7::date, $7::date
         from given order by words
       returning id`,
      [accountId, count, agencyId, placeId, requesterPlaceId, startsOn, dueOn],
    );
    return rows.map(({ id }) => id);
  } finally {
    await client.end();
  }
}
