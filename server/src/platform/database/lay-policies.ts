import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client } from 'pg';
import { needsOf } from '@mangnon/domain/access/post-needs.ts';
import { listAccessRules } from '@mangnon/domain/access/posts.access.ts';
import { posts } from '@mangnon/domain/access/posts.ts';

const ours = (folder: string) => fileURLToPath(new URL(`../../../../database/${folder}`, import.meta.url));
/** Policies first, then the views of published figures. */
const laidFolders = [ours('policies'), ours('reports')];

/**
 * Lays the policies of database/policies, the views of database/reports and the table of posts over a migrated schema, all in one
 * transaction, where they are not those of this version already. Each file may be run again over itself. Says whether
 * anything was laid.
 */
export async function layPolicies(client: Client, folders: readonly string[] = laidFolders): Promise<boolean> {
  const files = folders.flatMap(readFiles);
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
    for (const file of files) await layFile(client, file);
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

/**
 * Takes the views of published figures away before migrations: a view holds the columns it shows. They are laid again, with the
 * policies, over what the migrations make of the tables.
 */
export async function takeUpViews(client: Client): Promise<void> {
  const views = readFiles(ours('reports')).flatMap(({ sql }) =>
    [...sql.matchAll(/create or replace view (\w+)/g)].map(([, name = '']) => name),
  );
  await client.query(`drop view if exists ${views.join(', ')} cascade`);
  const there = await client.query<{ found: boolean }>(`select to_regclass('laid_policies') is not null as found`);
  if (there.rows[0]?.found === true) await client.query('delete from laid_policies');
}

interface LaidFile {
  readonly name: string;
  readonly sql: string;
}

function readFiles(folder: string): LaidFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
    .map((name) => ({ name, sql: readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n') }));
}

async function layFile(client: Client, { name, sql }: LaidFile): Promise<void> {
  try {
    await client.query(sql);
  } catch (error) {
    throw new Error(`${name} failed: ${(error as Error).message}`, { cause: error });
  }
}
