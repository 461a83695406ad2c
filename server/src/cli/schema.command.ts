import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../platform/database/embedded/embedded-postgres.ts';
import { migrate } from '../platform/database/migrate.ts';
import { generateSchemaTypes, schemaTypesFile } from '../platform/database/schema-types.ts';

/** Writes the types from a database made for this purpose out of the migrations. */
export async function writeSchemaTypes(): Promise<void> {
  await withMigratedDatabase((url) => generateSchemaTypes(url, false));
  console.log(`Written: ${schemaTypesFile}`);
}

/** Ends with status 1 where the types were not written from these migrations. */
export async function checkSchemaTypes(): Promise<void> {
  try {
    await withMigratedDatabase((url) => generateSchemaTypes(url, true));
  } catch (error) {
    console.error('The types of the schema are not those of the migrations. Run: npx mangnon schema generate');
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}

async function withMigratedDatabase(work: (url: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'mangnon-schema-'));
  try {
    const postgres = await startEmbeddedPostgres({ home: join(folder, 'postgres'), durable: false });
    try {
      await migrate(postgres.url);
      await work(postgres.url);
    } finally {
      await postgres.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
