import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const schemaTypesFile = fileURLToPath(new URL('./schema.generated.ts', import.meta.url));

const run = promisify(execFile);

/**
 * Writes the TypeScript types of the schema of a migrated database, or with `verify` fails where the file differs.
 * The same rules as named-client.ts: bigint and numeric are numbers, date is text.
 */
export async function generateSchemaTypes(url: string, verify: boolean): Promise<void> {
  const packageFile = createRequire(import.meta.url).resolve('kysely-codegen/package.json');
  const program = join(dirname(packageFile), 'dist/cli/bin.js');
  const mapping = JSON.stringify({ int8: 'number' });
  // prettier-ignore
  await run(process.execPath, [program, '--dialect', 'postgres', '--url', 'env(DATABASE_URL)', '--out-file', schemaTypesFile,
    '--include-pattern', 'public.*', '--exclude-pattern', 'schema_migration', '--date-parser', 'string',
    '--numeric-parser', 'number', '--type-mapping', mapping, ...(verify ? ['--verify'] : [])],
    { env: { ...process.env, DATABASE_URL: url } });
}
