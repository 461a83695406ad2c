import { readConfig } from '../platform/config.ts';
import { migrate } from '../platform/database/migrate.ts';
import { startDatabase } from '../platform/database/start-database.ts';

/** Brings the database of this installation up to date, says what was done, and ends. */
export async function migrateDatabase(): Promise<void> {
  const database = await startDatabase(readConfig(process.env, process.cwd()), () => process.exit(1));
  try {
    const applied = await migrate(database.url);
    console.log(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`);
  } finally {
    await database.stop();
  }
}
