import type { PoolClient } from 'pg';
import { isFree } from '../database/held-lock.ts';

/** The name of the lock that says the worker pool with this id is alive. */
export function lockOfPool(poolId: string): string {
  return `mangnon worker ${poolId}`;
}

/** A pool that has just begun may have taken a job before its lock. */
const grace = '3 seconds';

/**
 * Gives back the jobs of workers that died without saying so (kill -9, power failure): those whose lock nobody
 * holds any more. Without this a job would stand locked for four hours.
 */
export async function freeJobsOfDeadWorkers(client: PoolClient, ownPoolId: string | null): Promise<string[]> {
  const held = await client.query<{ id: string }>(
    `select distinct locked_by as id
       from (select locked_by, locked_at from graphile_worker._private_jobs
             union all select locked_by, locked_at from graphile_worker._private_job_queues) as locked
      where locked_by is not null and locked_by is distinct from $1 and locked_at < now() - interval '${grace}'`,
    [ownPoolId],
  );
  const dead: string[] = [];
  // One connection asks for one lock after the other; there are as many as there were servers.
  for (const { id } of held.rows) if (await isFree(client, lockOfPool(id))) dead.push(id);
  if (dead.length > 0) await client.query('select graphile_worker.force_unlock_workers($1)', [dead]);
  return dead;
}
