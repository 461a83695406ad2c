import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { makePerson } from '../server/src/cases/testing/access-world.ts';
import { updatePlaceRegister } from '../server/src/places/place-register.ts';
import { begin } from '../server/src/platform/database/begin-as.ts';
import { findApplicationLogin } from '../server/src/platform/database/application-login.ts';
import { openDatabase } from '../server/src/platform/database/database.ts';
import { startEmbeddedPostgres } from '../server/src/platform/database/embedded/embedded-postgres.ts';
import { migrate } from '../server/src/platform/database/migrate.ts';

// The newest 20 and the count of the children one may see, among BENCH_ROWS (a million unless told): under the policies as
// mangnon_app, against the same SQL with the filter written by hand, under a role that passes policies by and has the same
// grants. Both as the server asks: a named statement that names the place, in a transaction of its own. The bound is on the
// statement alone, by the clock, both server processes on one core where the system can be asked for that. Beside it stands
// the processor time of the database for it, which a busy machine distorts less (on Linux; without parallel workers); and
// the whole transaction by the clock, by hand with the two questions for session and posts that app_begin answers. Exit
// status 1 where a bound is broken.

const rows = Number(process.env['BENCH_ROWS'] ?? 1_000_000);
const bound = 1.2;
/** What an application without policies must ask to know who is there and where. */
const lookUp = [
  `select s.account_id from session s join account a on a.id = s.account_id
   where s.token_hash = $1 and s.closed_at is null and s.ends_at > now() and a.disabled_at is null`,
  `select post, place_id, agency_id, nationwide from post_holding
   where account_id = (select account_id from session where token_hash = $1) and ended_at is null
     and valid_from <= current_date and (valid_to is null or valid_to >= current_date)`,
] as const;

const folder = await mkdtemp(join(tmpdir(), 'mangnon-bench-'));
const postgres = await startEmbeddedPostgres({ home: join(folder, 'postgres'), durable: false });
try {
  await migrate(postgres.url);
  const database = openDatabase({ url: postgres.url, namedStatements: false, connections: 1 });
  await updatePlaceRegister(database);
  await database.destroy();
  const owner = new Client({ connectionString: postgres.url });
  await owner.connect();
  owner.on('error', (error) => console.error(error.message));
  process.exitCode = (await measure(owner)) ? 0 : 1;
  await owner.end();
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

async function measure(owner: Client): Promise<boolean> {
  await fill(owner);
  const { rows: found } = await owner.query<{ place_id: string; province_id: string }>(
    'select place_id, province_id from child order by place_id limit 1 offset $1',
    [Math.floor(rows / 2)],
  );
  const [some] = found;
  if (some === undefined) throw new Error('no children were written');
  const nowhere = { agencyId: null };
  const worker = await makePerson(owner, 'commune_protection_worker', { ...nowhere, placeId: some.place_id });
  const lead = await makePerson(owner, 'provincial_lead_officer', { ...nowhere, placeId: some.province_id });
  const inspector = await makePerson(owner, 'inspector', { ...nowhere, placeId: null });
  await owner.query('update post_holding set nationwide = true where account_id = $1', [inspector.id]);
  // Two posts: the general rule answers, which has no bound.
  const both = await makePerson(owner, 'commune_protection_worker', { ...nowhere, placeId: some.place_id });
  await owner.query(
    `insert into post_holding (account_id, post, place_id, valid_from) values ($1, 'commune_officer', $2, '2025-07-01')`,
    [both.id, some.place_id],
  );
  // An owner is a superuser here, whom nothing is asked: no rights, no policies.
  await owner.query('create role bench_by_hand nologin inherit bypassrls; grant mangnon_app to bench_by_hand');
  const app = await openSide(await findApplicationLogin(postgres.url), 'mangnon_app');
  const hand = await openSide(postgres.url, 'bench_by_hand');
  const levels = [
    ['commune', worker.tokenHash, 'place_id = $1', [some.place_id]],
    ['province', lead.tokenHash, 'province_id = $1', [some.province_id]],
    ['nation', inspector.tokenHash, '$1', [true]],
    ['two posts in a commune', both.tokenHash, 'place_id = $1', [some.place_id]],
  ] as const;
  let kept = true;
  console.log(`children: ${rows}, load ${loadavg()[0]?.toFixed(1)}`);
  for (const [level, token, filter, values] of levels) {
    for (const [what, head, tail] of [
      ['newest 20', 'select id, place_id, state, created_at from child', 'order by created_at desc limit 20'],
      ['count', 'select count(*) from child', ''],
    ] as const) {
      const text = `${head} where ${filter} ${tail}`;
      const question = { name: `${level}, ${what}`, text, values: [...values] };
      const rounds = what === 'count' && !level.endsWith('commune') ? 41 : 501;
      const times = await compare({ hand, app, token, question, rounds });
      const ratio = times.under / times.byHand;
      const bounded = token !== both.tokenHash;
      kept &&= !bounded || ratio <= bound;
      console.log(
        `${bounded ? (ratio <= bound ? 'ok  ' : 'OVER') : '    '} ${level}, ${what}: ${times.under.toFixed(2)} ms under policy, ` +
          `${times.byHand.toFixed(2)} ms by hand, ratio ${ratio.toFixed(2)}${bounded ? ` (bound ${bound})` : ''}; processor ` +
          `${(times.underWork / times.byHandWork).toFixed(2)} of ${times.byHandWork.toFixed(3)} ms; with its transaction ` +
          (times.underWhole / times.byHandWhole).toFixed(2),
      );
    }
  }
  await app.client.end();
  await hand.client.end();
  return kept;
}

async function fill(owner: Client): Promise<void> {
  const by = await makePerson(owner, 'school', { placeId: null, agencyId: null });
  // The keys need not be looked at a million times: they are copied from the table of places.
  await owner.query("set session_replication_role = 'replica'");
  await owner.query(
    `with commune as (
       select id, parent_id, row_number() over (order by id) - 1 as r from place
       where level = 'commune' and valid_to is null)
     insert into child (place_id, province_id, created_by, created_at)
     select c.id, c.parent_id, $1, now() - n * interval '1 minute'
     from generate_series(1, $2::int) n
     join commune c on c.r = (n * 7919::bigint) % (select count(*) from commune)`,
    [by.id, rows],
  );
  await owner.query("set session_replication_role = 'origin'");
  await owner.query('vacuum analyze child');
}

interface Side {
  readonly client: Client;
  /** Milliseconds of processor its server process has taken so far; 0 where that is not told. */
  work(): number;
}

async function openSide(url: string, role: string): Promise<Side> {
  const client = new Client({ connectionString: url });
  await client.connect();
  client.on('error', (error) => console.error(error.message));
  await client.query(`set role ${role}`);
  const { rows: told } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  // Both on one core, where that can be asked for: the way to another one and back is half of a short question.
  spawnSync('taskset', ['-pc', String(availableParallelism() - 1), String(told[0]?.pid)]);
  const path = `/proc/${told[0]?.pid}/schedstat`;
  return { client, work: () => (existsSync(path) ? Number(readFileSync(path, 'utf8').split(' ')[0]) / 1e6 : 0) };
}

interface Compared {
  readonly hand: Side;
  readonly app: Side;
  readonly token: Buffer;
  readonly question: { readonly name: string; readonly text: string; readonly values: unknown[] };
  readonly rounds: number;
}

type Times = Record<'under' | 'byHand' | 'underWork' | 'byHandWork' | 'underWhole' | 'byHandWhole', number>;

/**
 * Milliseconds that a tenth of the questions stay below, both in turn: on a busy machine most of the others were put
 * aside for somebody else on the way, which says nothing of either.
 */
async function compare({ hand, app, token, question, rounds }: Compared): Promise<Times> {
  const none = (): number[] => [];
  const taken: Record<keyof Times, number[]> = {
    under: none(),
    byHand: none(),
    underWork: none(),
    byHandWork: none(),
    underWhole: none(),
    byHandWhole: none(),
  };
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of round % 2 === 0 ? (['under', 'byHand'] as const) : (['byHand', 'under'] as const)) {
      const { client, work } = kind === 'under' ? app : hand;
      const begun = performance.now();
      await client.query('begin');
      for (const text of kind === 'under' ? [begin] : lookUp)
        await client.query({ name: text.slice(0, 40), text, values: [token] });
      const worked = work();
      const start = performance.now();
      await client.query(question);
      const end = performance.now();
      taken[kind].push(end - start);
      taken[`${kind}Work`].push(work() - worked);
      await client.query('commit');
      taken[`${kind}Whole`].push(performance.now() - begun);
    }
  }
  // The first tenth warms up: the first five of a named statement are planned one by one.
  const lowest = (all: number[]) => {
    const warm = all.slice(Math.ceil(rounds / 10)).toSorted((a, b) => a - b);
    return warm[Math.floor(warm.length / 10)] ?? 0;
  };
  return {
    under: lowest(taken.under),
    byHand: lowest(taken.byHand),
    underWork: lowest(taken.underWork),
    byHandWork: lowest(taken.byHandWork),
    underWhole: lowest(taken.underWhole),
    byHandWhole: lowest(taken.byHandWhole),
  };
}
