import type { FastifyBaseLogger } from 'fastify';
import type { Kysely } from 'kysely';
import { setTimeout as wait } from 'node:timers/promises';
import type { DB } from '../database/schema.generated.ts';
import type { SigningKey } from './signing-key.ts';
import { writeRoot } from './write-root.ts';

export interface AnchorOptions {
  readonly database: Kysely<DB>;
  readonly folder: string;
  readonly key: SigningKey;
  readonly log: FastifyBaseLogger;
  readonly now: () => Date;
}

/** Between two roots, in milliseconds: well within the minute that is promised. */
const pause = 20_000;
const lockNotAvailable = '55P03';

/** Writes a root over the new rows every twenty seconds, and a last one when it is stopped. */
export function anchorAudit(options: AnchorOptions): { stop(): Promise<void> } {
  const stopping = new AbortController();
  let failures = 0;

  async function tryOnce(): Promise<void> {
    try {
      // Writers wait behind us meanwhile: at first the blink of an eye, longer only when that did not do.
      await writeRoot({ ...options, at: options.now(), patience: Math.min(200 * 2 ** failures, 3000) });
      failures = 0;
    } catch (error) {
      failures += 1;
      const busy = (error as { code?: unknown }).code === lockNotAvailable;
      if (!busy || failures > 4) options.log.error(error, 'the audit trail could not be anchored; it is tried again');
    }
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      /* oxlint-disable no-await-in-loop -- one root after the other */
      await tryOnce();
      await wait(failures === 0 ? pause : 1000, undefined, { signal: stopping.signal, ref: false }).catch(
        () => undefined,
      );
      /* oxlint-enable no-await-in-loop */
    }
    await tryOnce();
  }

  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
