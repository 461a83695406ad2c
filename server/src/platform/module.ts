import type { Kysely, Transaction } from 'kysely';
import type { FastifyBaseLogger } from 'fastify';
import type { Refusals } from '@mangnon/domain/kernel/sentence.ts';
import type { Action } from './action/action.ts';
import type { DB } from './database/schema.generated.ts';

/** What a background task is given besides its payload. */
export interface TaskContext {
  /** Under the application's role. A task opens its own transactions, short ones. */
  readonly database: Kysely<DB>;
  readonly log: FastifyBaseLogger;
  /** Ends when the server is stopping: leave what is unfinished to the next start. */
  readonly stopping: AbortSignal;
}

/** A background task. It may run again after a crash, so it must do nothing twice. Throwing means: try again later. */
export type Task = (payload: unknown, context: TaskContext) => Promise<void>;

/** What the demo's seeding gives each module. Runs in an empty installation, before the first visitor and any task. */
export interface DemoSeed {
  /** Everything of the demo is written in this one transaction: a kill in the middle leaves an empty installation. */
  readonly database: Transaction<DB>;
  readonly log: FastifyBaseLogger;
  /** The account of a demo person by login, as in server/src/access/demo-people.ts. */
  readonly accountOf: (login: string) => string;
  readonly now: Date;
}

/**
 * What a module hands to main.ts: its endpoints, what it may refuse, its tasks by name, its part of the demo.
 * main.ts alone knows every module.
 */
export interface Module {
  readonly name: string;
  readonly actions: readonly Action[];
  readonly refusals: Refusals;
  readonly tasks?: Readonly<Record<string, Task>>;
  /** Names of tasks that are put into the queue at each start: those that keep themselves going. */
  readonly begins?: readonly string[];
  readonly seedDemo?: (seed: DemoSeed) => Promise<void>;
}
