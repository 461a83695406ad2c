import { Client } from 'pg';
import { setTimeout as wait } from 'node:timers/promises';

/** A lock on a name that lasts exactly as long as this process: PostgreSQL lets go of it when the connection ends. */
export interface HeldLock {
  release(): Promise<void>;
}

/** Names are hashed by PostgreSQL to the number an advisory lock needs. */
const key = 'hashtextextended($1, 0)';
const pause = 1000;

/**
 * Takes the lock on `name` and holds it on a connection of its own; `null` when another process has it. When the
 * connection breaks (the database was restarted) it is taken again; `onLost` is told when another was quicker.
 */
export async function holdLock(url: string, name: string, onLost: () => void): Promise<HeldLock | null> {
  const release = new AbortController();
  let client = await take();
  if (client === null) return null;

  async function take(): Promise<Client | null> {
    const fresh = new Client({ connectionString: url, keepAlive: true, application_name: 'mangnon lock' });
    fresh.on('error', () => void retake());
    await fresh.connect();
    const answer = await fresh.query<{ taken: boolean }>(`select pg_try_advisory_lock(${key}) as taken`, [name]);
    if (answer.rows[0]?.taken === true) return fresh;
    await fresh.end();
    return null;
  }

  async function retake(): Promise<void> {
    while (!release.signal.aborted) {
      await wait(pause, undefined, { ref: false });
      try {
        client = await take();
        if (client === null && !release.signal.aborted) onLost();
        return;
      } catch {
        // the database is not back yet
      }
    }
  }

  return {
    async release() {
      release.abort();
      await client?.end().catch(() => undefined);
    },
  };
}

/** Whether nobody holds the lock on `name` now. */
export async function isFree(client: Pick<Client, 'query'>, name: string): Promise<boolean> {
  const answer = await client.query<{ taken: boolean }>(`select pg_try_advisory_lock(${key}) as taken`, [name]);
  if (answer.rows[0]?.taken !== true) return false;
  await client.query(`select pg_advisory_unlock(${key})`, [name]);
  return true;
}
