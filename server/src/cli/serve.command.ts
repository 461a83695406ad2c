import { demoPeople } from '../access/demo-people.ts';
import { openIdentityProvider } from '../access/oidc/identity-provider.ts';
import { openServer } from '../main.ts';
import { readConfig, type Config } from '../platform/config.ts';
import { startDatabase } from '../platform/database/start-database.ts';
import { listen } from '../platform/http/listen.ts';
import { loadMailSettings } from '../platform/mail/mail-service.ts';
import { openLog } from '../platform/http/logging.ts';
import { keySettingsOf } from '../platform/keys/find-key-holder.ts';

/** How long the last requests and tasks may take when the server is told to stop. */
const patience = 15_000;

/** Brings everything up, says where it is, and works until it is told to stop. What cannot start leaves nothing running. */
export async function serve(): Promise<void> {
  const config = readConfig(process.env, process.cwd());
  const log = openLog(config.logLevel);
  const database = await startDatabase(config, () => {
    log.error('the data folder was taken by another copy');
    process.exit(1);
  });
  try {
    const { demo, appDatabaseUrl, jobsDatabaseUrl, namedStatements, trustProxy, clamav } = config;
    const door = await openDoor(config);
    const mail = config.mail === null ? null : await loadMailSettings(config.mail);
    const { url: databaseUrl, embedded } = database;
    const now = () => new Date();
    const keys = keySettingsOf(config);
    const anchors = { folder: config.auditAnchors, keyFile: config.auditKey };
    const settings = {
      databaseUrl,
      appDatabaseUrl,
      jobsDatabaseUrl,
      embedded,
      demo,
      keys,
      door,
      mail,
      anchors,
      namedStatements,
      trustProxy,
      clamav,
    };
    const server = await openServer({ ...settings, log, now });
    try {
      const address = await listen(server.app, config);
      stopOnSignal(async () => {
        await server.stop();
        await database.stop();
      });
      printWelcome(address, server.demo);
    } catch (error) {
      await server.stop();
      throw error;
    }
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function openDoor({ address, provider }: Config) {
  const known = provider !== null && address !== null;
  return { address, provider: known ? await openIdentityProvider(provider, address) : null };
}

/** Ctrl-C reaches us twice when npm started us; only the first one counts. */
function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const once = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), patience).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', once);
  process.on('SIGTERM', once);
  // Started by an older Node (bin/mangnon.mjs): when that process is killed, nobody else can stop us.
  if (process.channel) process.on('disconnect', once);
}

function printWelcome(address: string, demo: boolean): void {
  const lines = [``, `  Măng Non  ${address}`, ``];
  if (demo) {
    lines.push(
      '  Bản dùng thử: tỉnh Mộc Giang, dữ liệu bịa. Mở địa chỉ trên và bấm vào một người để vào, không cần mật khẩu.',
      '  Demo: the made-up province of Mộc Giang. Open the address and click a person to come in; no password.',
      '',
      ...demoPeople.map(({ name, title }) => `    ${name}  ·  ${title}`),
      '',
    );
  }
  console.log(lines.join('\n'));
}
