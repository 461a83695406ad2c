import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { makePerson } from '../server/src/cases/testing/access-world.ts';
import { updatePlaceRegister } from '../server/src/places/place-register.ts';
import { findApplicationLogin } from '../server/src/platform/database/application-login.ts';
import { openDatabase } from '../server/src/platform/database/database.ts';
import { startEmbeddedPostgres } from '../server/src/platform/database/embedded/embedded-postgres.ts';
import { migrate } from '../server/src/platform/database/migrate.ts';

// The newest 20 and the count of the children one may see, among BENCH_ROWS (a million unless told): under the policies as
// mangnon_app, against the same SQL with the filter written by hand and no policy. Both as the server asks: a named
// statement that names the place, in a transaction of its own. The bound is on the statement alone; the whole
// transaction is printed beside it, by hand with the two questions for session and posts that app_begin answers.
// Exit status 1 where a bound is broken.

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
  const app = new Client({ connectionString: await findApplicationLogin(postgres.url) });
  await app.connect();
  app.on('error', (error) => console.error(error.message));
  await app.query('set role mangnon_app');
  const levels = [
    ['commune', worker.tokenHash, 'place_id = $1', [some.place_id]],
    ['province', lead.tokenHash, 'province_id = $1', [some.province_id]],
    ['nation', inspector.tokenHash, '$1', [true]],
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
      const rounds = what === 'count' && level !== 'commune' ? 41 : 501;
      const times = await compare({ owner, app, token, question, rounds });
      const ratio = times.under / times.byHand;
      kept &&= ratio <= bound;
      console.log(
        `${ratio <= bound ? 'ok  ' : 'OVER'} ${level}, ${what}: ${times.under.toFixed(2)} ms under policy, ` +
          `${times.byHand.toFixed(2)} ms by hand, ratio ${ratio.toFixed(2)} (bound ${bound}); with its transaction ` +
          (times.underWhole / times.byHandWhole).toFixed(2),
      );
    }
  }
  await app.end();
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

interface Compared {
  readonly owner: Client;
  readonly app: Client;
  readonly token: Buffer;
  readonly question: { readonly name: string; readonly text: string; readonly values: unknown[] };
  readonly rounds: number;
}

type Times = Record<'under' | 'byHand' | 'underWhole' | 'byHandWhole', number>;

/**
 * Milliseconds that a tenth of the questions stay below, both in turn: on a busy machine most of the others were put
 * aside for somebody else on the way, which says nothing of either.
 */
async function compare({ owner, app, token, question, rounds }: Compared): Promise<Times> {
  const taken: Record<keyof Times, number[]> = { under: [], byHand: [], underWhole: [], byHandWhole: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of round % 2 === 0 ? (['under', 'byHand'] as const) : (['byHand', 'under'] as const)) {
      const client = kind === 'under' ? app : owner;
      const begun = performance.now();
      await client.query('begin');
      for (const text of kind === 'under' ? ['select app_begin($1)'] : lookUp)
        await client.query({ name: text.slice(0, 40), text, values: [token] });
      const start = performance.now();
      await client.query(question);
      taken[kind].push(performance.now() - start);
      await client.query('commit');
      taken[`${kind}Whole`].push(performance.now() - begun);
    }
  }
  // The first tenth warms up: the first five of a named statement are planned one by one.
  const lowest = (all: number[]) => {
    const warm = all.slice(Math.ceil(rounds / 10)).toSorted((a, b) => a - b);
    return warm[Math.floor(warm.length / 10)] ?? 0;
  };
  const [under, byHand] = [lowest(taken.under), lowest(taken.byHand)];
  return { under, byHand, underWhole: lowest(taken.underWhole), byHandWhole: lowest(taken.byHandWhole) };
}
