import { randomUUID } from 'node:crypto';
import { openDatabase } from '../../database/database.ts';
import { findSigningKey } from '../signing-key.ts';
import { writeRoot } from '../write-root.ts';

/** Writes to the trail and signs roots without a pause, and says so with each root: made to be killed in the middle. */
const [url = '', folder = '', keyFile = ''] = process.argv.slice(2);
const writers = 4;
const database = openDatabase({ url, namedStatements: true, connections: writers + 1 });
const key = await findSigningKey(keyFile, folder);

async function write(chain: string): Promise<never> {
  for (;;) {
    const row = { at: new Date(), request_id: randomUUID(), address: '192.0.2.7', outcome: 'accepted' };
    // oxlint-disable-next-line no-await-in-loop -- one act after the other, as one person does
    await database
      .insertInto('audit_event')
      .values({
        ...row,
        action: 'plans.plan.read',
        chain,
        subjects: [chain],
        target: JSON.stringify({ planId: chain }),
      })
      .execute();
  }
}

async function sign(): Promise<never> {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- one root after the other
    const root = await writeRoot({ database, folder, key, at: new Date(), patience: 3000 });
    if (root !== null) console.log(`root ${root.number}`);
  }
}

// Two in one chain, and each of the others in its own.
await Promise.all([sign(), ...Array.from({ length: writers }, (_, at) => write(`plan:${Math.max(at, 1)}`))]);
