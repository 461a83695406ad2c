import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { StartFailure } from '../start-failure.ts';
import { ensureApplicationRole } from './application-role.ts';
import { layPolicies, takeUpViews } from './lay-policies.ts';

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

export const migrationsFolder = fileURLToPath(new URL('../../../../database/migrations', import.meta.url));

/** Any number will do, as long as every copy of the program takes the same. */
const migrationLock = 4_150_001;

/** The migrations in their order: `0001_platform.sql`, `0002_…`. Two with one number are a mistake of ours and throw. */
export function listMigrations(folder: string = migrationsFolder): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name))
    .toSorted();
  const numbers = new Set(names.map((name) => name.slice(0, 4)));
  if (numbers.size !== names.length) throw new Error(`two migrations share a number: ${names.join(', ')}`);
  return names.map((name) => {
    const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
}

/**
 * Brings the database at `url` to the newest schema: each new file in a transaction of its own, forward only. Copies
 * starting at once wait for one another. Refuses a database whose applied files were changed since, or which a newer
 * version of the program has already taken further. Then the policies are laid. Gives the names of the files applied now.
 */
export async function migrate(url: string, migrations: readonly Migration[] = listMigrations()): Promise<string[]> {
  const client = new Client({ connectionString: url, application_name: 'mangnon migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await ensureApplicationRole(client);
    await client.query(`create table if not exists schema_migration (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
    const applied = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from schema_migration order by name',
    );
    assertSameHistory(applied.rows, migrations);
    const pending = migrations.slice(applied.rows.length);
    if (pending.length > 0 && applied.rows.length > 0) await takeUpViews(client);
    for (const migration of pending) await applyMigration(client, migration);
    const whole = await client.query<{ found: boolean }>(`select to_regclass('laid_policies') is not null as found`);
    if (whole.rows[0]?.found === true) await layPolicies(client);
    return pending.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

async function applyMigration(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into schema_migration (name, checksum) values ($1, $2)', [name, checksum]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`migration ${name} failed and was rolled back: ${(error as Error).message}`, { cause: error });
  }
}

function assertSameHistory(
  applied: readonly { name: string; checksum: string }[],
  migrations: readonly Migration[],
): void {
  applied.forEach(({ name, checksum }, index) => {
    const known = migrations[index];
    if (known?.name === name && known.checksum === checksum) return;
    const missing = !migrations.some((migration) => migration.name === name);
    throw new StartFailure(
      missing
        ? {
            vi: `Cơ sở dữ liệu đã có bước ${name} mà phiên bản này không biết: nó thuộc một phiên bản mới hơn. Hãy chạy phiên bản đó; dữ liệu chưa bị đụng tới.`,
            en: `The database already has step ${name}, which this version does not know: it belongs to a newer version. Run that version; the data have not been touched.`,
          }
        : {
            vi: `Bước ${name} của cơ sở dữ liệu khác với tệp hiện có. Hãy lấy lại đúng tệp database/migrations/${name}; dữ liệu chưa bị đụng tới.`,
            en: `Step ${name} of the database differs from the file now present. Restore the right database/migrations/${name}; the data have not been touched.`,
          },
    );
  });
}
