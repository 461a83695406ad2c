import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { getIndicatorFigures, type IndicatorFigures } from '@mangnon/domain/indicators/figures.api.ts';
import { getConsolidation, type ConsolidationPage } from '@mangnon/domain/reports/consolidation.api.ts';
import { makePerson } from '../server/src/cases/testing/access-world.ts';
import { startEmbeddedPostgres } from '../server/src/platform/database/embedded/embedded-postgres.ts';
import { addressOf } from '../server/src/testing/test-call.ts';
import { openBenchServer } from './bench-server.ts';

// Figures of the whole country: each commune reports 60 indicators in 6 cells over 60 months, ten million cells of 72 filled. The
// server over HTTP, under the policies and with a session, against the same figures asked of the same table by a role no policy
// holds back. Exit status 1 where a bound is broken, a request sends another number of statements, or a value is not in the sums.

const filled = Number(process.env['BENCH_VALUES'] ?? 10_000_000);
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 40);
const bounds = { p95: 200, ratio: 1.3, fresh: 1000 };
const months = 60;
const province = '01@2025-07-01';

/** Plans of every province whose clauses ask its communes each month, with what was accepted. */
async function fill(owner: Client): Promise<void> {
  await owner.query(
    "set session_replication_role = 'replica'; set work_mem = '256MB'; set maintenance_work_mem = '512MB'",
  );
  const { rows: codes } = await owner.query<{ code: string }>(
    "select code from indicator where formula ->> 'kind' = 'count' group by code order by code = 'n.special' or code = 'n.children' desc, code limit 60",
  );
  const splits = ['', '[sex=female]', '[sex=male]', '[ethnicity=kinh]', '[ethnicity=other]', '[disability=yes]'];
  await owner.query(
    `insert into report_cell (key, code, parts)
     select code || split, code, case split when '' then '{}'::jsonb
       else jsonb_build_object(split_part(btrim(split, '[]'), '=', 1), split_part(btrim(split, '[]'), '=', 2)) end
     from unnest($1::text[]) code, unnest($2::text[]) split`,
    [codes.map(({ code }) => code), splits],
  );
  await owner.query(
    `create temp table made as
       select gen_random_uuid() as id, gen_random_uuid() as draft_id, id as place_id
       from place where level = 'province' and valid_to is null and valid_from is not null and id not like '99@%';
     insert into draft (id, upload_id, source_sha256, file_name, state, uploaded_by, uploaded_at, state_since, read_at, extraction)
     select m.draft_id, gen_random_uuid(), d.source_sha256, 'kh', 'adopted', d.uploaded_by, now(), now(), now(), '{}'
     from made m cross join (select * from draft limit 1) d;
     insert into plan (id, draft_id, kind, title, adopted_at, adopted_by, folded)
     select m.id, m.draft_id, 'KẾ HOẠCH', 'Đo', now(), (select id from account limit 1), '' from made m;
     insert into plan_place (plan_id, place_id, origin, set_by, set_at) select id, place_id, 'heading', (select id from account limit 1), now() from made;
     insert into plan_reporting (id, plan_id, draft_fact_id, position, period, due_month, due_day, senders)
     select gen_random_uuid(), id, gen_random_uuid(), k, 'month', k, 20, '{}' from made, generate_series(1, 12) k;
     insert into report_regime (id, plan_id, valid_from, valid_to, opened_at, opened_by)
     select r.id, r.plan_id, '2025-08-01', '2030-07-31', now(), (select id from account limit 1)
     from plan_reporting r join made on made.id = r.plan_id;
     insert into report_sender (regime_id, position, printed, agency_id)
     select r.id, 1, 'UBND cấp xã', 'x.ubnd' from plan_reporting r join made on made.id = r.plan_id`,
  );
  await owner.query(
    `insert into report_form (id, regime_id, version, first_due_on, tables, set_at, set_by)
     select gen_random_uuid(), r.id, 1, '2025-08-01', $1, now(), (select id from account limit 1)
     from plan_reporting r join made on made.id = r.plan_id`,
    [
      JSON.stringify([
        { title: { vi: 'Số liệu', en: 'Figures' }, by: null, codes: codes.map(({ code }) => code), agencies: null },
      ]),
    ],
  );
  // The month from the 15th to the 14th, due on the 20th.
  await owner.query(
    `insert into report_period (cut_start, cut_end)
     select ('2025-07-15'::date + make_interval(months => k))::date, ('2025-08-14'::date + make_interval(months => k))::date
     from generate_series(0, $1::int - 1) k on conflict do nothing`,
    [months],
  );
  await owner.query(
    `insert into report_version (id, regime_id, due_on, period_id, agency_id, place_id, province_id, receiver_place_id, version,
       state, opened_at, opened_by, signed_at, signed_by, first_sent_at, sent_at, decided_at, decided_by)
     select gen_random_uuid(), r.id, make_date(extract(year from p.cut_end)::int, extract(month from p.cut_end)::int, 20), p.id,
       'x.ubnd', c.id, c.parent_id, c.parent_id, 1, 'accepted', now(), a.id, now(), a.id, now(), now(), now(), a.id
     from report_period p cross join made m
     join plan_reporting r on r.plan_id = m.id and r.due_month = extract(month from p.cut_end)
     join place c on c.parent_id = m.place_id and c.level = 'commune' and c.valid_to is null
     cross join (select id from account limit 1) a
     where p.cut_start >= '2025-07-15' and extract(day from p.cut_start) = 15
     order by p.id, c.id`,
  );
  const { rows: count } = await owner.query<{ versions: string; cells: string }>(
    `select (select count(*) from report_version where state = 'accepted') as versions, (select count(*) from report_cell) as cells`,
  );
  const each = Math.round(filled / Number(count[0]?.versions));
  // Indexes are made after the rows: what is measured is reading.
  await owner.query('drop index report_value_standing; alter table report_value drop constraint report_value_pkey');
  await owner.query(
    `insert into report_value (version_no, cell_id, period_id, state, amount, standing, entered_at)
     select v.no, c.id, v.period_id, 'number', 1 + (v.no * 31 + k * 17) % 400, true, v.sent_at
     from (select *, row_number() over (order by no) as at from report_version where state = 'accepted') v
     cross join generate_series(0, $1::int - 1) k
     join (select id, row_number() over (order by id) - 1 as at, count(*) over () as all from report_cell) c
       on c.at = (v.at * 13 + k * 7) % $2::int`,
    [each, Number(count[0]?.cells)],
  );
  await owner.query('alter table report_value add primary key (version_no, cell_id)');
  await owner.query(
    'create index report_value_standing on report_value (cell_id, period_id) include (amount, state, version_no) where standing',
  );
  await owner.query("set session_replication_role = 'origin'");
  await owner.query('vacuum analyze');
}

const at = (times: readonly number[], share: number) =>
  times.toSorted((one, other) => one - other)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;

interface Measured {
  readonly name: string;
  readonly url: string;
  readonly cookie: string;
  /** The same sums, asked of the table alone; null where only the time is bound. */
  readonly bare: string | null;
  check(answer: unknown): boolean;
}

const bareTrend = (cells: string) => `
  select period_id, province_id, count(*), sum(amount) from (
    select distinct on (r.unit, v.period_id, v.cell_id) v.period_id, r.province_id, v.amount
    from report_value v join report_version r on r.no = v.version_no
    where v.standing and v.state <> 'no_report' and v.cell_id in (select id from report_cell where key in (${cells}))
    order by r.unit, v.period_id, v.cell_id, r.decided_at desc, r.no desc) t
  group by period_id, province_id`;

const folder = await mkdtemp(join(tmpdir(), 'mangnon-bench-'));
const postgres = await startEmbeddedPostgres({ home: join(folder, 'postgres'), durable: false });
try {
  const { server, sent } = await openBenchServer(postgres.url);
  const owner = new Client({ connectionString: postgres.url });
  await owner.connect();
  owner.on('error', (error) => console.error(error.message));
  const start = performance.now();
  await fill(owner);
  const { rows: values } = await owner.query<{ count: string }>('select count(*) from report_value');
  console.log(
    `${values[0]?.count} values, filled in ${((performance.now() - start) / 1000).toFixed(0)} s; ${cpus().length} cores; load ${loadavg()[0]?.toFixed(1)}`,
  );
  const cookieOf = ({ token }: { token: string }) => `mangnon_session=${token}`;
  const nation = await makePerson(owner, 'statistician', { placeId: null, agencyId: null });
  await owner.query('update post_holding set nationwide = true where account_id = $1', [nation.id]);
  const lead = await makePerson(owner, 'provincial_lead_officer', { placeId: province, agencyId: null });
  const { rows: regimes } = await owner.query<{ id: string }>(
    `select r.id from plan_reporting r join plan_place p on p.plan_id = r.plan_id where p.place_id = $1 and r.due_month = 9
       and exists (select from report_version v where v.regime_id = r.id)`,
    [province],
  );
  const expected = async (key: string) => {
    const { rows } = await owner.query<{ sum: string }>(
      `select sum(v.amount) from report_value v join report_cell c on c.id = v.cell_id where c.key = $1 and v.standing`,
      [key],
    );
    return Number(rows[0]?.sum);
  };
  const whole = { special: await expected('n.special') };
  await owner.query('create role bench_by_hand nologin inherit bypassrls; grant mangnon_app to bench_by_hand');
  await owner.query('set role bench_by_hand');
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.app.server.address() as { port: number };
  const trendSum = (answer: unknown) =>
    (answer as IndicatorFigures).trend.reduce((sum, { figure }) => sum + (figure.amount ?? 0), 0);
  const cookie = cookieOf(nation);
  const measured: Measured[] = [
    {
      name: 'nation, page of a count',
      url: addressOf(getIndicatorFigures.path, { code: 'n.special' }),
      cookie,
      bare: bareTrend("'n.special'"),
      check: (answer) => trendSum(answer) === whole.special,
    },
    {
      name: 'nation, page of a rate',
      url: addressOf(getIndicatorFigures.path, { code: 'tt13.special' }),
      cookie,
      bare: bareTrend("'n.special', 'n.children'"),
      check: (answer) => (answer as IndicatorFigures).trend.length === months,
    },
    {
      name: 'province, page of a count',
      url: addressOf(getIndicatorFigures.path, { code: 'n.special' }),
      cookie: cookieOf(lead),
      bare: null,
      check: (answer) => trendSum(answer) > 0,
    },
    {
      name: 'province, consolidation of a due day',
      url: addressOf(getConsolidation.path, { regimeId: regimes[0]?.id ?? '' }, { dueOn: '2026-09-20' }),
      cookie: cookieOf(lead),
      bare: null,
      check: (answer) => (answer as ConsolidationPage).completeness.accepted > 0,
    },
  ];
  const ask = async ({ url, cookie: own, name }: Pick<Measured, 'url' | 'cookie' | 'name'>) => {
    const answer = await fetch(`http://localhost:${port}${url}`, { headers: { cookie: own } });
    const body = await answer.text();
    if (answer.status !== 200) throw new Error(`${name}: ${body}`);
    return { body: JSON.parse(body) as unknown, statements: sent.get(answer.headers.get('x-request-id') ?? '') };
  };
  for (const one of measured) {
    const http: number[] = [];
    const bare: number[] = [];
    const statements = new Set<number | undefined>();
    for (let round = 0; round < rounds; round += 1) {
      let begun = performance.now();
      const answer = await ask(one);
      http.push(performance.now() - begun);
      statements.add(answer.statements);
      if (!one.check(answer.body)) throw new Error(`${one.name}: the answer is not what was put in`);
      if (one.bare === null) continue;
      begun = performance.now();
      await owner.query({ name: one.name, text: one.bare });
      bare.push(performance.now() - begun);
    }
    const ratio = one.bare === null ? null : at(http, 0.5) / at(bare, 0.5);
    const kept = at(http, 0.95) <= bounds.p95 && (ratio === null || ratio <= bounds.ratio);
    console.log(
      `${kept ? 'ok  ' : 'OVER'} ${one.name}: over HTTP ${at(http, 0.5).toFixed(0)} ms, p95 ${at(http, 0.95).toFixed(0)} ms` +
        `${ratio === null ? '' : `; SQL alone ${at(bare, 0.5).toFixed(0)} ms, ratio ${ratio.toFixed(2)}`}; statements ${[...statements].join(', ')}`,
    );
    if (!kept || statements.size !== 1) process.exitCode = 1;
  }

  // One more value is accepted: how long until it is in the sum of the country.
  await owner.query('reset role');
  const before = whole.special;
  const begun = performance.now();
  await owner.query(
    `with one as (
       select v.no, v.period_id, c.id as cell_id from report_version v, report_cell c
       where c.key = 'n.special' and v.state = 'accepted'
         and not exists (select from report_value x where x.version_no = v.no and x.cell_id = c.id) limit 1)
     insert into report_value (version_no, cell_id, period_id, state, amount, standing, entered_at)
     select no, cell_id, period_id, 'number', 7, true, now() from one`,
  );
  const after = trendSum((await ask(measured[0] as Measured)).body);
  const took = performance.now() - begun;
  if (after !== before + 7) throw new Error(`the value is not in the sum: ${before} and ${after}`);
  console.log(
    `${took <= bounds.fresh ? 'ok  ' : 'OVER'} a value that came to stand is in the sum of the country after ${took.toFixed(0)} ms`,
  );
  if (took > bounds.fresh) process.exitCode = 1;
  console.log(
    `bounds: p95 ${bounds.p95} ms, ratio ${bounds.ratio}, ${bounds.fresh} ms; load ${loadavg()[0]?.toFixed(1)}`,
  );
  await owner.end();
  await server.stop();
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
