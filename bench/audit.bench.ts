import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { openDatabase } from '../server/src/platform/database/database.ts';
import { startEmbeddedPostgres } from '../server/src/platform/database/embedded/embedded-postgres.ts';
import { migrate } from '../server/src/platform/database/migrate.ts';
import { openSigningKey } from '../server/src/platform/audit/signing-key.ts';
import { verifyAudit } from '../server/src/platform/audit/verify-audit.ts';
import { writeRoot } from '../server/src/platform/audit/write-root.ts';

// Writes with the audit chain against the same writes with the trail as a plain table, sixteen clients at once, each
// write a transaction of its own on disk; then the
// processor time to verify what was written (a busy machine distorts the clock, not that). MANGNON_BENCH_WRITES sets another
// number of writes a client and round. Exit status 1 where a bound is broken.

const writes = Number(process.env['MANGNON_BENCH_WRITES'] ?? 300);
const rounds = 3;
const clients = 16;
const records = 200;
const leastRatio = 0.6;
const mostForRows = 28_000;
const mostSeconds = 1;

const columns = 'at, request_id, address, action, outcome, target';
const insert = {
  chained: `insert into audit_event (${columns}, chain, subjects) values (now(), $1, '192.0.2.1', 'plans.draft.edit', 'accepted', $2, $3, array[$3])`,
  plain: `insert into plain_event (${columns}) values (now(), $1, '192.0.2.1', 'plans.draft.edit', 'accepted', $2)`,
} as const;
type Kind = keyof typeof insert;

async function writeAs(client: Client, kind: Kind): Promise<void> {
  for (let n = 0; n < writes; n += 1) {
    const id = Math.floor(Math.random() * records);
    const values = [randomUUID(), JSON.stringify({ draftId: id }), ...(kind === 'chained' ? [`draft:${id}`] : [])];
    /* oxlint-disable no-await-in-loop -- one act after the other, as one person does */
    await client.query('begin');
    await client.query({
      name: 'act',
      text: 'insert into bench_act (record, said) values ($1, $2)',
      values: [id, values[1]],
    });
    await client.query({ name: kind, text: insert[kind], values });
    await client.query('commit');
    /* oxlint-enable no-await-in-loop */
  }
}

async function measure(all: readonly Client[], kind: Kind): Promise<number> {
  const started = performance.now();
  await Promise.all(all.map((client) => writeAs(client, kind)));
  return (clients * writes * 1000) / (performance.now() - started);
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const folder = await mkdtemp(join(tmpdir(), 'mangnon-audit-bench-'));
const postgres = await startEmbeddedPostgres({ home: join(folder, 'postgres'), durable: true });
const all = Array.from({ length: clients }, () => new Client({ connectionString: postgres.url }));
try {
  await migrate(postgres.url);
  await Promise.all(all.map((client) => client.connect()));
  // The trail as it was before there were chains: the same columns and indexes.
  await all[0]?.query(`
    create table bench_act (id bigint generated always as identity primary key, record int not null, said jsonb not null);
    create table plain_event (id bigint generated always as identity primary key, at timestamptz not null,
      request_id uuid not null, account_id uuid references account, session_id uuid references session,
      address inet not null, action text not null check (action ~ '^[a-z_]+(\\.[a-z_]+)+$'), outcome text not null,
      refusal_code text, target jsonb not null, details jsonb not null default '{}');
    create index on plain_event (at);
    create index on plain_event (account_id, at);`);
  const rates: Record<Kind, number[]> = { chained: [], plain: [] };
  for (let round = 0; round <= rounds; round += 1) {
    for (const kind of round % 2 === 0 ? (['plain', 'chained'] as const) : (['chained', 'plain'] as const)) {
      // oxlint-disable-next-line no-await-in-loop -- never two measurements at once
      const rate = await measure(all, kind);
      // The first round warms up.
      if (round > 0) rates[kind].push(rate);
    }
  }
  const ratio = median(rates.chained) / median(rates.plain);
  console.log(
    `${ratio >= leastRatio ? 'ok  ' : 'FAIL'} writes with audit chain: ${ratio.toFixed(2)} times the same without (at least ${leastRatio}); ` +
      `${median(rates.chained).toFixed(0)} against ${median(rates.plain).toFixed(0)} a second, ${clients} clients`,
  );

  const database = openDatabase({ url: postgres.url, namedStatements: true, connections: 1 });
  const key = openSigningKey(join(folder, 'keys', 'audit.pem'));
  const anchors = join(folder, 'anchors');
  await writeRoot({ database, folder: anchors, key, at: new Date(), patience: 3000 });
  const started = performance.now();
  const before = process.cpuUsage();
  const verified = await verifyAudit({ database, folder: anchors, publicKey: key.publicKey, now: new Date() });
  const clock = performance.now() - started;
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  await database.destroy();
  // A few rows take the time of the first call.
  const allowed = mostSeconds * Math.max(verified.rows / mostForRows, 0.3);
  const quick = seconds <= allowed && verified.findings.length === 0;
  console.log(
    `${quick ? 'ok  ' : 'FAIL'} verifying ${verified.rows} rows in ${verified.chains} chains: ${(seconds * 1000).toFixed(0)} ms of one core, ${clock.toFixed(0)} ms by the clock ` +
      `(at most ${mostSeconds} s for ${mostForRows}), ${verified.findings.length} findings`,
  );
  if (ratio < leastRatio || !quick) process.exitCode = 1;
} finally {
  await Promise.all(all.map((client) => client.end()));
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
