import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { getFrontDoor, signInAsDemoPerson } from '@mangnon/domain/access/session.api.ts';
import { fullName, type Place } from '@mangnon/domain/places/place.ts';
import { readPlaceQuery } from '@mangnon/domain/places/place-query.ts';
import { searchPlaces } from '@mangnon/domain/places/places.api.ts';
import { readSeedPlaces } from '@mangnon/domain/places/seed-places.ts';
import { foldLetters } from '@mangnon/domain/kernel/fold.ts';
import { openBenchServer } from './bench-server.ts';
import { findPlacesAround, searchPlaceIds } from '../server/src/places/places.queries.ts';
import { findTsQueries } from '../server/src/places/search-words.ts';
import { openDatabase } from '../server/src/platform/database/database.ts';
import { startEmbeddedPostgres } from '../server/src/platform/database/embedded/embedded-postgres.ts';

// Search over all units, through the whole server, against the same SQL alone. Exit status 1 where a bound is broken.

const bound = 20;
const asked = 1000;
/** Each question so often, the quickest counted: what else the machine does distorts the clock. */
const rounds = 3;
/** Of Viet Nam. The server goes by the clock of the machine, as the database does: sessions end by both. */
const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

/** What people type for a unit, one way after the other: plain, half typed, with its type and what lies above. */
function spell(unit: Place, above: Place | undefined, way: number): string {
  const plain = foldLetters(unit.name);
  const ways = [
    unit.name,
    plain,
    plain.slice(0, Math.max(3, plain.length - 2)),
    `${fullName(unit)}, ${above?.name ?? ''}`,
    `${unit.type.startsWith('Xã') ? 'x.' : 'p. '}${plain} ${foldLetters(above?.name ?? '')}`,
  ];
  return ways[way % ways.length] ?? plain;
}

async function readQuestions(): Promise<string[]> {
  const read = (name: string) => readFile(new URL(`../database/seed/places/${name}.csv`, import.meta.url), 'utf8');
  const { places } = readSeedPlaces({
    before: await read('units-before-2025-07'),
    from: await read('units-from-2025-07'),
    successions: await read('successions-2025-07'),
  });
  const byId = new Map(places.map((unit) => [unit.id, unit]));
  // Every fourteenth or so, from first to last: all provinces have their part.
  const stride = places.length / asked;
  return Array.from({ length: asked }, (_, at) => {
    const unit = places[Math.floor(at * stride)] as Place;
    return spell(unit, byId.get(unit.parentId ?? ''), at);
  });
}

function share(times: readonly number[], part: number): number {
  const ordered = times.toSorted((one, other) => one - other);
  return ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * part))] ?? 0;
}

const folder = await mkdtemp(join(tmpdir(), 'mangnon-bench-'));
const postgres = await startEmbeddedPostgres({ home: join(folder, 'postgres'), durable: true });
try {
  const { server, sent } = await openBenchServer(postgres.url);
  const headers = { host: 'localhost' };
  const door = await server.app.inject({ url: getFrontDoor.path, headers });
  const personId = door.json<{ demoPeople: { id: string }[] }>().demoPeople[0]?.id;
  const signedIn = await server.app.inject({
    method: 'POST',
    url: signInAsDemoPerson.path,
    headers,
    payload: { personId },
  });
  const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? '';
  const database = openDatabase({ url: postgres.url, namedStatements: true, connections: 1 });
  const questions = await readQuestions();

  const overHttp = async (q: string) => {
    const url = `${searchPlaces.path}?${new URLSearchParams({ q })}`;
    const answer = await server.app.inject({ url, headers: { ...headers, cookie } });
    if (answer.statusCode !== 200) throw new Error(`${q}: ${answer.statusCode} ${answer.body}`);
    return { found: answer.json<{ places: unknown[] }>().places.length, id: String(answer.headers['x-request-id']) };
  };
  const bySql = async (q: string) => {
    const query = readPlaceQuery(q);
    const words = findTsQueries(query);
    if (words === null) return;
    const { folded, code } = query;
    const ids = await searchPlaceIds(database, {
      ...words,
      folded,
      bare: query.words.join(' '),
      code,
      day: today,
      level: null,
      limit: 20,
    });
    await findPlacesAround(database, ids, { back: false });
  };
  for (const q of questions.slice(0, 100)) await Promise.all([overHttp(q), bySql(q)]);

  const http: number[] = [];
  const bare: number[] = [];
  const counts = new Set<number | undefined>();
  let missed = 0;
  for (const q of questions) {
    let [quickest, quickestSql] = [Infinity, Infinity];
    for (let round = 0; round < rounds; round += 1) {
      let start = performance.now();
      const { found, id } = await overHttp(q);
      quickest = Math.min(quickest, performance.now() - start);
      counts.add(sent.get(id));
      if (found === 0 && round === 0) missed += 1;
      start = performance.now();
      await bySql(q);
      quickestSql = Math.min(quickestSql, performance.now() - start);
    }
    http.push(quickest);
    bare.push(quickestSql);
  }
  await database.destroy();
  await server.stop();

  const [p50, p95] = [share(http, 0.5), share(http, 0.95)];
  console.log(`${asked} questions over all units, the quickest of ${rounds} each, load ${loadavg()[0]?.toFixed(1)}`);
  console.log(`over HTTP   p50 ${p50.toFixed(1)} ms   p95 ${p95.toFixed(1)} ms   (bound ${bound} ms)`);
  console.log(`SQL alone   p50 ${share(bare, 0.5).toFixed(1)} ms   p95 ${share(bare, 0.95).toFixed(1)} ms`);
  console.log(`ratio       p50 ${(p50 / share(bare, 0.5)).toFixed(2)}   p95 ${(p95 / share(bare, 0.95)).toFixed(2)}`);
  console.log(`statements a request: ${[...counts].join(', ')}; questions without an answer: ${missed}`);
  if (p95 > bound || counts.size !== 1 || missed > 0) process.exitCode = 1;
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
