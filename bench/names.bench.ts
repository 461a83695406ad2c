import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nameDistance, storedNameKeys } from '@mangnon/domain/children/name-keys.ts';
import { sql, type Transaction } from 'kysely';
import { Client } from 'pg';
import { openDatabase } from '../server/src/platform/database/database.ts';
import { startEmbeddedPostgres } from '../server/src/platform/database/embedded/embedded-postgres.ts';
import { migrate } from '../server/src/platform/database/migrate.ts';
import type { DB } from '../server/src/platform/database/schema.generated.ts';
import { openLog } from '../server/src/platform/http/logging.ts';
import { aboutDataKey, unwrapDataKey } from '../server/src/platform/keys/data-keys.ts';
import { findKeyOfSubject } from '../server/src/platform/keys/data-keys.queries.ts';
import { makeKeyCache } from '../server/src/platform/keys/key-cache.ts';
import { createKeyFile, keyFile } from '../server/src/platform/keys/key-file.ts';
import type { KeyHolder } from '../server/src/platform/keys/key-holder.ts';
import { openKeyService } from '../server/src/platform/keys/key-service.ts';
import { holdKeysOf } from '../server/src/platform/keys/local-key-holder.ts';
import { nameSearchSubject, nameToken } from '../server/src/platform/keys/name-tokens.ts';
import { sealCell } from '../server/src/platform/keys/sealed-cell.ts';
import { makeUpChild, type MadeUpChild } from './made-up-names.ts';

// Search by name among encrypted names: tokens looked up, keys fetched and unwrapped, names opened and put in order, in
// one transaction, as a request does it. MANGNON_BENCH_NAMES sets another number of names than a million.

const count = Number(process.env['MANGNON_BENCH_NAMES'] ?? 1_000_000);
const questions = 400;
const bound = 50;
const shown = 50;
const batch = 5_000;

const folder = await mkdtemp(join(tmpdir(), 'mangnon-names-'));
const postgres = await startEmbeddedPostgres({ home: join(folder, 'postgres'), durable: false });
try {
  if ((await measure(postgres.url, join(folder, 'bench.keys'))) > bound) process.exitCode = 1;
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

async function measure(url: string, path: string): Promise<number> {
  await migrate(url);
  await createKeyFile(path);
  const holder = holdKeysOf(keyFile(path));
  const database = openDatabase({ url, namedStatements: true, connections: 1 });
  const now = () => new Date();
  const keys = await openKeyService({ database, holder, log: openLog('error'), now });
  const searchKeyRow = await findKeyOfSubject(database, nameSearchSubject);
  const searchKey = searchKeyRow && (await unwrapDataKey({ holder, cache: makeKeyCache() }, searchKeyRow));
  if (!searchKey) throw new Error('there is no search key');
  await fill(url, holder, searchKey);

  const times: number[] = [];
  let opened = 0;
  for (let at = 0; at < questions; at += 1) {
    const wanted = makeUpChild((at * 7919) % count);
    const asked = askFor(wanted, at);
    // Every fourth time the year of birth is not known: all years a child can have.
    const years = at % 4 === 3 ? { from: 2010, to: 2026 } : { from: wanted.birthYear, to: wanted.birthYear };
    const started = performance.now();
    const names = await database.transaction().execute(async (transaction) => {
      // As the owner: what the policies add has a bench of its own.
      await sql`set local role none`.execute(transaction);
      const found = await keys.names.find(transaction, asked, years, shown);
      if (!found.ok) throw new Error(found.refusal.code);
      const cells = await readCells(transaction, found.value);
      return keys.sealerIn(transaction, now()).openAll(cells);
    });
    const nearest = names
      .map((name) => (name.ok ? name.value : ''))
      .map((name) => ({ name, distance: nameDistance(asked, name) }))
      .toSorted((a, b) => a.distance - b.distance)[0]?.name;
    times.push(performance.now() - started);
    opened += names.length;
    if (nearest === undefined || nearest === '') throw new Error(`nobody was found for ${asked}`);
  }
  await keys.stop();
  await database.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? Infinity;
  console.log(
    `${at(0.95) <= bound ? 'ok  ' : 'OVER'} name search among ${count} encrypted names: p95 ${at(0.95).toFixed(1)} ms ` +
      `(at most ${bound}), p50 ${at(0.5).toFixed(1)} ms, ${(opened / questions).toFixed(1)} names opened a question`,
  );
  return at(0.95);
}

function askFor({ name, plain, short }: MadeUpChild, at: number): string {
  if (at % 3 === 0) return name;
  return at % 3 === 1 ? plain : short;
}

async function readCells(transaction: Transaction<DB>, ids: readonly string[]) {
  const { rows } = await sql<{ id: string; name_sealed: Buffer }>`
    select id, name_sealed from bench_child where id = any(${ids}::uuid[])`.execute(transaction);
  return rows.map(({ id, name_sealed }) => ({ place: placeOf(id), sealed: name_sealed }));
}

function placeOf(rowId: string) {
  return { table: 'bench_child', column: 'name_sealed', rowId };
}

/** A child each with a key of its own, a sealed name and its tokens, as the server writes them, but many at a time. */
async function fill(url: string, holder: KeyHolder, searchKey: Buffer): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('create table bench_child (id uuid primary key, name_sealed bytea not null)');
  await client.query('grant select on bench_child to mangnon_app');
  // No places are filled in: only their codes are carried along here.
  await client.query("set session_replication_role = 'replica'");
  for (let first = 0; first < count; first += batch) {
    const rows = await Promise.all(
      Array.from({ length: Math.min(batch, count - first) }, (_, at) => makeRow(first + at, holder, searchKey)),
    );
    await client.query('insert into bench_child select * from unnest($1::uuid[], $2::bytea[])', [
      rows.map(({ id }) => id),
      rows.map(({ sealed }) => sealed),
    ]);
    await client.query(
      `insert into data_key (id, subject_kind, subject_id, wrapped, kek_version, created_at)
       select id, 'child', subject, wrapped, 1, now() from unnest($1::uuid[], $2::uuid[], $3::bytea[]) as r (id, subject, wrapped)`,
      [rows.map(({ keyId }) => keyId), rows.map(({ id }) => id), rows.map(({ wrapped }) => wrapped)],
    );
    const tokens = rows.flatMap(({ id, tokens }) => tokens.map((token) => ({ id, token })));
    await client.query(
      `insert into child_name_token (token, child_id, province_id, place_id, intake_unit)
       select token, id, '01@2025-07-01', '00004@2025-07-01', '' from unnest($1::bytea[], $2::uuid[]) as r (token, id)`,
      [tokens.map(({ token }) => token), tokens.map(({ id }) => id)],
    );
  }
  await client.query('vacuum analyze bench_child, data_key, child_name_token');
  await client.end();
}

async function makeRow(number: number, holder: KeyHolder, searchKey: Buffer) {
  const { name, birthYear } = makeUpChild(number);
  const [id, keyId, key] = [randomUUID(), randomUUID(), randomBytes(32)];
  return {
    id,
    keyId,
    sealed: sealCell(key, keyId, placeOf(id), name),
    wrapped: await holder.wrap(1, key, aboutDataKey(keyId, 'child', id)),
    tokens: storedNameKeys(name, birthYear).map((nameKey) => nameToken(searchKey, nameKey)),
  };
}
