import { Pool, type PoolClient, type PoolConfig } from 'pg';
import { QuietClient } from '../database/quiet-client.ts';

/** A connection that went away, or none that could be had: by Node, by the driver, and by PostgreSQL itself (08, 57P). */
function isLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return /^(?:ECONN|EPIPE|08|57P0[1-3])/.test(code) || error.message.startsWith('Connection terminated');
}

/**
 * The connections of the job queue. A lost one the queue's library takes for final: a job that was just being given back
 * would stay locked, and as nobody waits for that promise the program would end. Here it is told in the code after which the
 * library asks again («cannot connect now»).
 */
export class QueuePool extends Pool {
  /** Whether the last thing asked of the database found it gone, and who waits to hear of that. */
  private away = false;
  private readonly waiting: (() => void)[] = [];

  constructor(config: PoolConfig) {
    super({ ...config, Client: QuietClient });
    this.on('connect', (client) => {
      // Its overloads cannot be stated once more; what it gives back is a promise wherever the queue calls it.
      const send = client.query.bind(client) as (...given: unknown[]) => unknown;
      const watched = (...given: unknown[]) => {
        const sent = send(...given);
        return sent instanceof Promise ? this.watch(sent) : sent;
      };
      client.query = watched as typeof client.query;
    });
  }

  override connect(): Promise<PoolClient>;
  override connect(callback: Parameters<Pool['connect']>[0]): void;
  override connect(callback?: Parameters<Pool['connect']>[0]): Promise<PoolClient> | void {
    if (callback !== undefined) return super.connect(callback);
    // The program ends: nobody waits for a job that could not be given back; the next start finds it.
    return this.ending ? new Promise(() => undefined) : this.watch(super.connect());
  }

  /** Resolves once the database is found gone; at once where it was last found so. */
  untilAway(): Promise<void> {
    return new Promise((resolve) => (this.away ? resolve() : void this.waiting.push(resolve)));
  }

  private async watch<Answer>(asked: Promise<Answer>): Promise<Answer> {
    try {
      const answer = await asked;
      this.away = false;
      return answer;
    } catch (error) {
      this.away = isLost(error);
      if (this.away) for (const tell of this.waiting.splice(0)) tell();
      throw this.away
        ? Object.assign(new Error('the queue has no database', { cause: error }), { code: '57P03' })
        : error;
    }
  }
}
