import { sql } from 'kysely';
import { Client } from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { cloneDatabase } from '../../testing/test-database.ts';
import { eventually } from '../../testing/eventually.ts';
import { findJobsLogin } from '../database/application-login.ts';
import { openDatabase } from '../database/database.ts';
import { openLog } from '../http/logging.ts';
import type { Task } from '../module.ts';
import { enqueueJob } from './enqueue-job.ts';
import { runJobs } from './run-jobs.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function prepare() {
  const { url, drop } = await cloneDatabase();
  closing.push(drop);
  const database = openDatabase({ url, namedStatements: true });
  closing.push(() => database.destroy());
  const work = async (tasks: Record<string, Task>) => {
    const jobs = await runJobs({
      url: await findJobsLogin(url),
      tasks,
      database,
      log: openLog('silent'),
      concurrency: 1,
    });
    closing.push(() => jobs.stop());
  };
  return { url, database, work };
}

describe('background tasks', () => {
  it('run once their transaction is committed, and never when it is not', async () => {
    const { database, work } = await prepare();
    const seen: unknown[] = [];
    await work({ note: async (payload) => void seen.push(payload) });
    await expect(
      database.transaction().execute(async (transaction) => {
        await enqueueJob(transaction, 'note', { n: 1 });
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    await database.transaction().execute((transaction) => enqueueJob(transaction, 'note', { n: 2 }));
    await eventually(async () => seen.length > 0);
    expect(seen).toEqual([{ n: 2 }]);
  });

  it('are taken up within seconds when the server that had them was killed', async () => {
    const { url, database, work } = await prepare();
    await database.transaction().execute((transaction) => enqueueJob(transaction, 'note', { n: 7 }));
    // What a killed server leaves: a job locked in the name of a worker whose own lock is gone.
    const owner = new Client({ connectionString: url });
    await owner.connect();
    closing.push(() => owner.end());
    await owner.query(
      `update graphile_worker._private_jobs set locked_by = 'dead', locked_at = now() - interval '10 seconds', attempts = 1`,
    );
    const seen: unknown[] = [];
    await work({ note: async (payload) => void seen.push(payload) });
    await eventually(async () => seen.length > 0);
    expect(seen).toEqual([{ n: 7 }]);
  });

  it('stay with a server that is alive', async () => {
    const { url, database, work } = await prepare();
    let runs = 0;
    const finish = new AbortController();
    const long: Task = async () => {
      runs += 1;
      await eventually(async () => finish.signal.aborted, 30_000);
    };
    await work({ long });
    await database.transaction().execute((transaction) => enqueueJob(transaction, 'long', {}));
    await eventually(async () => runs === 1);
    const owner = new Client({ connectionString: url });
    await owner.connect();
    closing.push(() => owner.end());
    await owner.query(`update graphile_worker._private_jobs set locked_at = now() - interval '1 minute'`);
    await work({ long });
    // Longer than two sweeps of the second server.
    await new Promise((resolve) => setTimeout(resolve, 9_000));
    finish.abort();
    expect(runs).toBe(1);
  });

  it('are given back when the database comes again that went away under them', async () => {
    const { url, database, work } = await prepare();
    const owner = new Client({ connectionString: url });
    await owner.connect();
    closing.push(() => owner.end());
    let runs = 0;
    await work({
      broken: async () => {
        runs += 1;
        if (runs > 1) return;
        await owner.query(`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and application_name = 'mangnon jobs'`);
        throw new Error('at the very moment');
      },
    });
    await database.transaction().execute((transaction) => enqueueJob(transaction, 'broken', {}));
    await eventually(async () => runs === 2, 30_000);
    expect(runs).toBe(2);
  });

  it('hold one waiting job a key', async () => {
    const { database } = await prepare();
    await database.transaction().execute(async (transaction) => {
      await enqueueJob(transaction, 'note', { n: 1 }, 'same');
      await enqueueJob(transaction, 'note', { n: 2 }, 'same');
    });
    await expect(sql`select enqueue_job('note', '{}', null, null)`.execute(database)).resolves.toBeDefined();
  });
});
