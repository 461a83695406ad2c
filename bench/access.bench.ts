import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { makePerson } from '../server/src/cases/testing/access-world.ts';
import { updatePlaceRegister } from '../server/src/places/place-register.ts';
import { openDatabase } from '../server/src/platform/database/database.ts';
import { startEmbeddedPostgres } from '../server/src/platform/database/embedded/embedded-postgres.ts';
import { migrate } from '../server/src/platform/database/migrate.ts';

// The newest 20 and the count of the children one may see, among BENCH_ROWS (200,000 unless told): under the policies
// as mangnon_app, against the same SQL with the filter written by hand and no policy. The list asks for the place as
// the server does. Also printed, without a bound: the policy alone, with no word about the place in the question.
// Exit status 1 where a bound is broken.

const rows = Number(process.env['BENCH_ROWS'] ?? 200_000);
const bound = 1.2;
const folder = await mkdtemp(join(tmpdir(), 'mangnon-bench-'));
const postgres = await startEmbeddedPostgres({ home: join(folder, 'postgres'), durable: false });
try {
  await migrate(postgres.url);
  const database = openDatabase({ url: postgres.url, namedStatements: false, connections: 1 });
  await updatePlaceRegister(database);
  await database.destroy();
  const owner = new Client({ connectionString: postgres.url });
  await owner.connect();
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
  const levels = [
    ['commune', worker.tokenHash, `place_id = '${some.place_id}'`],
    ['province', lead.tokenHash, `province_id = '${some.province_id}'`],
    ['nation', inspector.tokenHash, 'true'],
  ] as const;
  let kept = true;
  console.log(`children: ${rows}`);
  for (const [level, token, filter] of levels) {
    for (const [what, head, tail] of [
      ['newest 20', 'select id, place_id, state, created_at from child', 'order by created_at desc limit 20'],
      ['count', 'select count(*) from child', ''],
    ] as const) {
      const asked = `${head} where ${filter} ${tail}`;
      const times = await compare(owner, token, { under: asked, bare: `${head} ${tail}`, byHand: asked });
      const ratio = times.under / times.byHand;
      kept &&= ratio <= bound;
      console.log(
        `${level}, ${what}: ${times.under.toFixed(2)} ms under policy, ${times.byHand.toFixed(2)} ms by hand, ` +
          `ratio ${ratio.toFixed(2)} (bound ${bound}); policy alone ${times.bare.toFixed(2)} ms`,
      );
    }
  }
  return kept;
}

async function fill(owner: Client): Promise<void> {
  const by = await makePerson(owner, 'school', { placeId: null, agencyId: null });
  await owner.query(
    `insert into child (place_id, province_id, created_by, created_at)
     select c.id, c.parent_id, $1, now() - n * interval '1 minute'
     from generate_series(1, $2::int) n
     join (select id, parent_id, row_number() over (order by id) - 1 as r, count(*) over () as total from place
       where level = 'commune' and valid_to is null) c on c.r = (n * 7919::bigint) % c.total`,
    [by.id, rows],
  );
  await owner.query('vacuum analyze child');
}

type Times = Record<'under' | 'bare' | 'byHand', number>;

/** Medians in milliseconds, the three in turn, so that the machine's moods fall on all of them. */
async function compare(owner: Client, token: Buffer, statements: Record<keyof Times, string>): Promise<Times> {
  const taken: Record<keyof Times, number[]> = { under: [], bare: [], byHand: [] };
  const kinds = ['under', 'byHand', 'bare'] as const;
  for (let round = 0; round < 21; round += 1) {
    for (const kind of kinds) {
      await owner.query('begin');
      if (kind !== 'byHand') {
        await owner.query('set local role mangnon_app');
        await owner.query('select app_begin($1)', [token]);
      }
      const start = performance.now();
      await owner.query(statements[kind]);
      taken[kind].push(performance.now() - start);
      await owner.query('rollback');
    }
  }
  const median = (all: number[]) => all.slice(1).toSorted((a, b) => a - b)[10] ?? 0;
  return { under: median(taken.under), bare: median(taken.bare), byHand: median(taken.byHand) };
}
