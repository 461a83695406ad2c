import { Client } from 'pg';
import { inject } from 'vitest';
import { openServer } from '../main.ts';
import { openLog } from '../platform/http/logging.ts';
import { demoTemplateOf, nameDatabase } from './test-database.setup.ts';
import { testKeys } from './test-keys.ts';

/** Any number: only one file at a time may make the template. */
const makingLock = 4_150_099;

/**
 * The name of a database with the demo in it, to be cloned. The first test file of a run that needs it has the real
 * server make it, as a first start does; the others wait.
 */
export async function findDemoTemplate(): Promise<string> {
  const name = demoTemplateOf(inject('templateName'));
  const client = new Client({ connectionString: inject('clusterUrl') });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [makingLock]);
    const { rows } = await client.query('select from pg_database where datname = $1', [name]);
    if (rows.length === 0) await makeTemplate(client, name);
  } finally {
    await client.end();
  }
  return name;
}

async function makeTemplate(client: Client, name: string): Promise<void> {
  // Under its name only when it is whole: a run cut off here leaves no half of a demo.
  await client.query(`drop database if exists ${name}_half`);
  await client.query(`create database ${name}_half template ${inject('templateName')} strategy file_copy`);
  const server = await openServer({
    databaseUrl: nameDatabase(inject('clusterUrl'), `${name}_half`),
    embedded: false,
    demo: true,
    keys: testKeys,
    namedStatements: true,
    trustProxy: false,
    log: openLog('silent'),
    now: () => new Date(),
  });
  await server.stop();
  await client.query(`alter database ${name}_half rename to ${name}`);
}
