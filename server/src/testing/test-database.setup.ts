import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../platform/database/database.ts';
import { startEmbeddedPostgres } from '../platform/database/embedded/embedded-postgres.ts';
import { migrate } from '../platform/database/migrate.ts';
import { prepareQueue } from '../platform/jobs/prepare-queue.ts';
import { updatePlaceRegister } from '../places/place-register.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the cluster's owner, on its database `postgres` or the one named by MANGNON_TEST_DATABASE_URL. */
    clusterUrl: string;
    /** The migrated database that each test file clones. */
    templateName: string;
  }
}

/**
 * One PostgreSQL for the whole run: the embedded one in a folder of its own, or the one in MANGNON_TEST_DATABASE_URL
 * (a login that may create databases and roles), to run the same tests on another version.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await openCluster();
  const templateName = `mangnon_template_${randomBytes(6).toString('hex')}`;
  const templateUrl = nameDatabase(cluster.url, templateName);
  await runOn(cluster.url, `create database ${templateName}`);
  await migrate(templateUrl);
  await prepareQueue(templateUrl);
  await fillPlaces(templateUrl);
  project.provide('clusterUrl', cluster.url);
  project.provide('templateName', templateName);
  return async () => {
    for (const name of [templateName, demoTemplateOf(templateName)])
      await runOn(cluster.url, `drop database if exists ${name} with (force)`);
    await cluster.close();
  };
}

/** The units of the whole country once, so that no test file waits for them. */
async function fillPlaces(url: string): Promise<void> {
  const database = openDatabase({ url, namedStatements: false, connections: 1 });
  await updatePlaceRegister(database);
  await database.destroy();
}

async function openCluster(): Promise<{ url: string; close: () => Promise<void> }> {
  const given = process.env['MANGNON_TEST_DATABASE_URL'];
  if (given !== undefined && given !== '') return { url: given, close: async () => undefined };
  const folder = await mkdtemp(join(tmpdir(), 'mangnon-test-'));
  const postgres = await startEmbeddedPostgres({ home: join(folder, 'postgres'), durable: false });
  return {
    url: postgres.url,
    async close() {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The template with the demo in it, which is made when a file first needs it (demo-template.ts). */
export const demoTemplateOf = (templateName: string) => `${templateName}_demo`;

/** The same login and host, another database. */
export function nameDatabase(url: string, name: string): string {
  const named = new URL(url);
  named.pathname = `/${name}`;
  return named.href;
}

export async function runOn(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
