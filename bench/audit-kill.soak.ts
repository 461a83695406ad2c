import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killWhileSigning } from '../server/src/platform/audit/testing/kill-while-signing.ts';
import { openSigningKey } from '../server/src/platform/audit/signing-key.ts';
import { verifyAudit } from '../server/src/platform/audit/verify-audit.ts';
import { openDatabase } from '../server/src/platform/database/database.ts';
import { startEmbeddedPostgres } from '../server/src/platform/database/embedded/embedded-postgres.ts';
import { migrate } from '../server/src/platform/database/migrate.ts';

/** kill -9 in the middle of writing the audit trail and signing its roots; `MANGNON_SOAK_ROUNDS` sets another number. */
const rounds = Number(process.env['MANGNON_SOAK_ROUNDS'] ?? 200);
const home = await mkdtemp(join(tmpdir(), 'mangnon-audit-soak-'));
const postgres = await startEmbeddedPostgres({ home: join(home, 'postgres'), durable: true });
try {
  const { url } = postgres;
  await migrate(url);
  const [folder, keyFile] = [join(home, 'audit-anchors'), join(home, 'keys', 'audit.pem')];
  const { publicKey } = openSigningKey(keyFile);
  const database = openDatabase({ url, namedStatements: true, connections: 1 });
  const verify = () => verifyAudit({ database, folder, publicKey, now: new Date() });
  const found = await killWhileSigning({ url, folder, keyFile, rounds, verify });
  await database.destroy();
  const findings = found.flatMap((one) => one.findings);
  const last = found.at(-1);
  console.log(`${rounds} kills, ${last?.rows} rows, ${last?.roots} signed roots: ${findings.length} findings`);
  if (findings.length > 0) process.exitCode = 1;
} finally {
  await postgres.stop();
  await rm(home, { recursive: true, force: true });
}
