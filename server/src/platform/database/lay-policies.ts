import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client } from 'pg';
import { needsOf } from '@mangnon/domain/access/post-needs.ts';
import { listAccessRules } from '@mangnon/domain/access/posts.access.ts';
import { posts } from '@mangnon/domain/access/posts.ts';

const policiesFolder = fileURLToPath(new URL('../../../../database/policies', import.meta.url));

/**
 * Lays the policies of database/policies and the table of posts over a migrated schema, all in one transaction, where
 * they are not those of this version already. Each file may be run again over itself. Says whether anything was laid.
 */
export async function layPolicies(client: Client, folder: string = policiesFolder): Promise<boolean> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
    .map((name) => ({ name, sql: readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n') }));
  const rules = JSON.stringify(listAccessRules());
  // Only for these are policies over the whole country laid.
  const nationwide = posts.filter((post) => needsOf[post].nationwide).join();
  const checksum = createHash('sha256')
    .update(JSON.stringify([files, rules, nationwide]))
    .digest('hex');
  const laid = await client.query('select from laid_policies where checksum = $1', [checksum]);
  if (laid.rowCount === 1) return false;
  await client.query('begin');
  try {
    // First the rules: the policies are written out from them.
    await client.query('delete from access_rule');
    await client.query(
      `insert into access_rule (post, operation, columns, rows)
       select post, operation, columns, rows from json_to_recordset($1)
         as listed (post text, operation text, columns text, rows text)
       on conflict do nothing`,
      [rules],
    );
    await client.query(`select set_config('mangnon.nationwide_posts', $1, true)`, [nationwide]);
    for (const { name, sql } of files) await layFile(client, name, sql);
    await client.query(
      `insert into laid_policies (checksum) values ($1) on conflict (only_one) do update set checksum = excluded.checksum`,
      [checksum],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
  return true;
}

async function layFile(client: Client, name: string, sql: string): Promise<void> {
  try {
    await client.query(sql);
  } catch (error) {
    throw new Error(`database/policies/${name} failed: ${(error as Error).message}`, { cause: error });
  }
}
