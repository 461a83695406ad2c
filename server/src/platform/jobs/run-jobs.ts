import { EventEmitter } from 'node:events';
import { Logger, run, type RunnerOptions, type TaskList, type WorkerEvents } from 'graphile-worker';
import type { FastifyBaseLogger } from 'fastify';
import type { Kysely } from 'kysely';
import { jobsRole } from '../database/application-role.ts';
import { holdLock, type HeldLock } from '../database/held-lock.ts';
import type { DB } from '../database/schema.generated.ts';
import type { Task } from '../module.ts';
import { freeJobsOfDeadWorkers, lockOfPool } from './dead-workers.ts';
import { QueuePool } from './queue-pool.ts';

export interface JobsOptions {
  /** Of the login that may work on the queue, and on nothing else (findJobsLogin). */
  readonly url: string;
  readonly tasks: Readonly<Record<string, Task>>;
  /** What the tasks work with, under the application's role. */
  readonly database: Kysely<DB>;
  readonly log: FastifyBaseLogger;
  /** How many tasks run at a time in this process. */
  readonly concurrency: number;
}

export interface Jobs {
  /** Lets running tasks finish for a few seconds, then leaves them to the next start. */
  stop(): Promise<void>;
}

const sweepEvery = 4_000;

/**
 * Starts working on the queue, in this process; prepareQueue comes before. What a server left unfinished when it was
 * killed is taken up again within seconds.
 */
export async function runJobs({ url, tasks, database, log, concurrency }: JobsOptions): Promise<Jobs> {
  const pool = new QueuePool({
    connectionString: url,
    max: concurrency + 3,
    application_name: 'mangnon jobs',
    // oxlint-disable-next-line typescript/no-misused-promises -- the pool waits for it, its types do not say so
    onConnect: async (client) => {
      await client.query(`set role ${jobsRole}`);
    },
  });
  const lost = (error: Error) => log.warn({ err: error }, 'a connection of the job queue was lost');
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  const events: WorkerEvents = new EventEmitter();
  let ownPoolId: string | null = null;
  let presence: Promise<HeldLock | null> = Promise.resolve(null);
  events.on('pool:create', ({ workerPool }) => {
    ownPoolId = workerPool.id;
    presence = holdLock(url, lockOfPool(workerPool.id), () => log.error('this worker was taken for dead'));
    presence.catch((error: unknown) => log.error({ err: error }, 'the worker could not say that it is alive'));
  });
  const options: RunnerOptions = {
    pgPool: pool,
    concurrency,
    pollInterval: 1000,
    noHandleSignals: true,
    taskList: wrapTasks(tasks, database, log),
    logger: new Logger(() => (level, message) => log[level === 'info' ? 'debug' : toLevel(level)](message)),
    events,
  };
  // No timetable: without the empty list a file named crontab in the working folder would be taken for one.
  const runner = await run(options, undefined, []);
  const sweep = async () => {
    const client = await pool.connect();
    try {
      const dead = await freeJobsOfDeadWorkers(client, ownPoolId);
      if (dead.length > 0) log.warn({ dead }, 'took up the jobs of a server that had been killed');
    } finally {
      client.release();
    }
  };
  const report = (error: unknown) => log.warn({ err: error }, 'could not look for unfinished jobs');
  await sweep().catch(report);
  const timer = setInterval(() => void sweep().catch(report), sweepEvery);
  return {
    async stop() {
      clearInterval(timer);
      // Where the database is gone nothing can be given back to it, and the queue would wait for it to come again.
      const stopped = runner.stop();
      stopped.catch(report);
      await Promise.race([stopped, pool.untilAway()]);
      await (await presence.catch(() => null))?.release();
      await pool.end();
    },
  };
}

function toLevel(level: string): 'error' | 'warn' | 'debug' {
  return level === 'error' ? 'error' : level === 'warning' ? 'warn' : 'debug';
}

function wrapTasks(tasks: JobsOptions['tasks'], database: Kysely<DB>, log: FastifyBaseLogger): TaskList {
  const wrap =
    (name: string, task: Task): TaskList[string] =>
    async (payload, { abortSignal, job }) => {
      const stopping = abortSignal ?? new AbortController().signal;
      await task(payload, { database, log: log.child({ task: name, job: job.id }), stopping });
    };
  return Object.fromEntries(Object.entries(tasks).map(([name, task]) => [name, wrap(name, task)]));
}
