import { demoPeople } from '../access/demo-people.ts';
import { openServer } from '../main.ts';
import { readConfig } from '../platform/config.ts';
import { startDatabase } from '../platform/database/start-database.ts';
import { openLog } from '../platform/http/logging.ts';
import { keySettingsOf } from '../platform/keys/find-key-holder.ts';

/** Writes the demo without serving it: for a database named by MANGNON_DATABASE_URL, where it is never written unasked. */
export async function writeDemo(): Promise<void> {
  const config = readConfig(process.env, process.cwd());
  const { appDatabaseUrl, jobsDatabaseUrl, namedStatements, trustProxy } = config;
  const database = await startDatabase(config, () => process.exit(1));
  try {
    const { url: databaseUrl, embedded } = database;
    const log = openLog(config.logLevel);
    const now = () => new Date();
    const keys = keySettingsOf(config);
    const settings = {
      databaseUrl,
      appDatabaseUrl,
      jobsDatabaseUrl,
      embedded,
      demo: true,
      keys,
      namedStatements,
      trustProxy,
    };
    const server = await openServer({ ...settings, log, now });
    await server.stop();
    console.log(
      `The demo stands: ${demoPeople.map(({ name }) => name).join(', ')}. Start with MANGNON_DEMO=1 or unset.`,
    );
  } finally {
    await database.stop();
  }
}
