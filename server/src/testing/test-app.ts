import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import { onTestFinished } from 'vitest';
import type { Action } from '../platform/action/action.ts';
import type { Actor } from '../platform/action/context.ts';
import { openDatabase } from '../platform/database/database.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { buildApp } from '../platform/http/app.ts';
import { openLog } from '../platform/http/logging.ts';
import type { Module } from '../platform/module.ts';
import { cloneDatabase } from './test-database.ts';

export interface TestApp {
  readonly app: FastifyInstance;
  readonly database: Kysely<DB>;
  readonly databaseUrl: string;
}

/** The HTTP side around actions made for one test, with `actor` signed in (or nobody). Closed when the test ends. */
export async function appForThisTest(
  actions: readonly Action[],
  refusals: Module['refusals'] = {},
  actor: Actor | null = null,
): Promise<TestApp> {
  const { url, drop } = await cloneDatabase();
  const database = openDatabase({ url, namedStatements: true });
  const app = await buildApp({
    modules: [{ name: 'test', actions, refusals }],
    database,
    findActor: async () => actor,
    now: () => new Date(),
    version: '0.0.0',
    webFolder: '/nowhere',
    trustProxy: false,
    log: openLog('silent'),
  });
  onTestFinished(async () => {
    await app.close();
    await database.destroy();
    await drop();
  });
  return { app, database, databaseUrl: url };
}
