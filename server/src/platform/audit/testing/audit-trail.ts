import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { Client } from 'pg';
import { onTestFinished } from 'vitest';
import { cloneDatabase } from '../../../testing/test-database.ts';
import { openDatabase } from '../../database/database.ts';
import type { DB } from '../../database/schema.generated.ts';
import { openSigningKey, type SigningKey } from '../signing-key.ts';
import { verifyAudit, type Verified } from '../verify-audit.ts';
import { writeRoot } from '../write-root.ts';

export interface AuditTrail {
  /** The server's own way in. */
  readonly database: Kysely<DB>;
  readonly databaseUrl: string;
  /** The owner of everything, who may do all that an attacker in the machine may do. */
  readonly superuser: Client;
  readonly folder: string;
  readonly keyFile: string;
  readonly key: SigningKey;
  /** One row in this chain, as the server writes it. */
  write(chain: string, action?: string): Promise<void>;
  anchor(): Promise<void>;
  verify(): Promise<Verified>;
}

/** A trail of its own for one test: a database, a folder for the roots, a key. */
export async function auditTrailForThisTest(connections = 2): Promise<AuditTrail> {
  const { url, drop } = await cloneDatabase();
  const home = await mkdtemp(join(tmpdir(), 'mangnon-audit-'));
  const [folder, keyFile] = [join(home, 'audit-anchors'), join(home, 'keys', 'audit.pem')];
  const key = openSigningKey(keyFile);
  const database = openDatabase({ url, namedStatements: true, connections });
  const superuser = new Client({ connectionString: url });
  await superuser.connect();
  onTestFinished(async () => {
    await superuser.end();
    await database.destroy();
    await drop();
    await rm(home, { recursive: true, force: true });
  });
  return {
    database,
    databaseUrl: url,
    superuser,
    folder,
    keyFile,
    key,
    async write(chain, action = 'plans.plan.read') {
      const row = { at: new Date(), request_id: randomUUID(), address: '192.0.2.7', action, outcome: 'accepted' };
      await database
        .insertInto('audit_event')
        .values({ ...row, chain, subjects: [chain], target: JSON.stringify({ planId: chain }) })
        .execute();
    },
    async anchor() {
      await writeRoot({ database, folder, key, at: new Date(), patience: 3000 });
    },
    verify: () => verifyAudit({ database, folder, publicKey: key.publicKey, now: new Date() }),
  };
}
