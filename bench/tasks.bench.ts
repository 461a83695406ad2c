import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { getOverview, type Overview } from '@mangnon/domain/tasks/tasks.api.ts';
import { totalOf } from '@mangnon/domain/tasks/task-status.ts';
import { compareUnits, getHeads, type Comparison, type Heads } from '@mangnon/domain/tasks/units.api.ts';
import { makePerson } from '../server/src/cases/testing/access-world.ts';
import { openBenchServer } from './bench-server.ts';
import { startEmbeddedPostgres } from '../server/src/platform/database/embedded/embedded-postgres.ts';
import { addressOf } from '../server/src/testing/test-call.ts';

// How the tasks of every commune stand: 60 tasks in each, due in each of four quarters. The whole server over HTTP, under
// the policies and with a session, against the same figures asked of the database alone, by a role no policy holds back.
// Exit status 1 where a bound is broken, a request sends another number of statements, or the parts do not add up.

const tasksEach = 60;
const bounds = { p95: 150, ratio: 1.5 };
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 60);
const province = '01@2025-07-01';

/** A plan for each province, its sentences given to the units of each of its communes, with periods in every state. */
async function fill(owner: Client): Promise<void> {
  // The keys need not be looked at a million times: they are copied from the tables they point to.
  await owner.query("set session_replication_role = 'replica'");
  await owner.query(
    `create temp table made as
       select gen_random_uuid() as id, gen_random_uuid() as draft_id, id as place_id
       from place where level = 'province' and valid_to is null and valid_from is not null and id not like '99@%'`,
  );
  await owner.query(
    `insert into draft (id, upload_id, source_sha256, file_name, state, uploaded_by, uploaded_at, state_since, read_at, extraction)
     select m.draft_id, gen_random_uuid(), d.source_sha256, 'kh', 'adopted', d.uploaded_by, now(), now(), now(), '{}'
     from made m cross join (select * from draft limit 1) d`,
  );
  await owner.query(
    `insert into plan (id, draft_id, kind, title, adopted_at, adopted_by, folded)
     select m.id, m.draft_id, 'KẾ HOẠCH', 'Đo', now(), (select id from account limit 1), '' from made m`,
  );
  await owner.query(
    `insert into plan_task (id, plan_id, draft_fact_id, position, text, section)
     select gen_random_uuid(), id, gen_random_uuid(), k, 'Việc ' || k, '' from made cross join generate_series(1, $1::int) k`,
    [tasksEach],
  );
  // Of sixty, four fifths by the committee itself, the others by its police and its health station.
  await owner.query(
    `insert into task (plan_id, plan_task_id, agency_id, place_id, province_id, requester_place_id, words, repeats, starts_on,
       ends_on, assigned_at, assigned_by, folded)
     select s.plan_id, s.id, case when s.position % 10 = 1 then 'x.congan' when s.position % 10 = 2 then 'x.tramyte'
         else 'x.ubnd' end,
       c.id, c.parent_id, c.parent_id, s.text, 'quarter', current_date - 300, current_date + 60, now(),
       (select id from account limit 1), 'viec'
     from made m join plan_task s on s.plan_id = m.id
     join place c on c.parent_id = m.place_id and c.level = 'commune' and c.valid_to is null`,
  );
  await owner.query(
    `insert into task_period (task_id, plan_id, place_id, province_id, unit, requester_place_id, period, starts_on, due_on,
       first_due_on, done_on, accepted_at, entered_on, reported_on)
     select id, plan_id, place_id, province_id, unit, requester_place_id, '2026-Q' || q, due - 90, due,
       case when r % 20 = 7 then due - 10 else due end, done,
       case when done is not null then now() end, coalesce(done, reported) + late, reported
     from (
       select t.*, q, due, r, case when due < current_date and r < 82 then due + case when r < 70 then -r % 20 else r - 65 end end as done,
         case when due < current_date and r between 82 and 86 then due - 1 end as reported, r % 9 as late
       from task t cross join generate_series(1, 4) q
       cross join lateral (select current_date - 300 + 90 * q as due, abs(hashtext(t.id::text || q)) % 100 as r) x) y`,
  );
  // Each commune has its committee written down, led by one person until half a year ago and by another since.
  await owner.query(
    `insert into office (id, place_id, province_id, agency_id, name)
     select gen_random_uuid(), id, parent_id, 'x.ubnd', 'UBND ' || name from place
     where level = 'commune' and valid_to is null and parent_id in (select place_id from made)`,
  );
  await owner.query(
    `insert into office_head (id, office_id, place_id, province_id, role, name, title, valid_from, valid_to)
     select gen_random_uuid(), o.id, o.place_id, o.province_id, 'head', h.name, 'Chủ tịch', first, last
     from office o cross join (values ('Người trước', current_date - 900, current_date - 180),
       ('Người sau', current_date - 179, null)) as h (name, first, last)
     where o.agency_id = 'x.ubnd' and not exists (select from office_head e where e.office_id = o.id)`,
  );
  await owner.query("set session_replication_role = 'origin'");
  await owner.query('vacuum analyze');
}

interface Measured {
  readonly name: string;
  readonly url: string;
  readonly cookie: string;
  /** The same figures, asked of the database alone. */
  readonly bare: string;
  /** Whether it is one of those the bounds are for. */
  readonly bound: boolean;
  /** Of all periods, by the answer. */
  total(answer: unknown): number;
}

const at = (times: readonly number[], share: number) =>
  times.toSorted((one, other) => one - other)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;

const counts = `count(*) filter (where status = 'done_on_time'), count(*) filter (where status = 'done_late'),
  count(*) filter (where status = 'under_way_in_time'), count(*) filter (where status = 'under_way_overdue'),
  count(*) filter (where status = 'not_yet_due_to_start'), count(*) filter (where status = 'cancelled'),
  count(by_first), count(*) filter (where by_first in ('under_way_overdue', 'done_late'))`;
const statuses = `task_status(starts_on, due_on, done_on, cancelled_on, current_date) as status,
  case when due_on <> first_due_on then task_status(starts_on, first_due_on, done_on, cancelled_on, current_date) end as by_first`;
const bareOverview = (key: string, where: string) => `
  select key, ${counts}, count(reported_on) from (select ${key} as key, reported_on,
    ${statuses} from task_period ${where}) x group by key`;

const figures = `${counts}, count(*) filter (where status = 'done_on_time' and entered_on > due_on),
  count(*) filter (where entered_on > done_on), max(entered_on - done_on) filter (where entered_on > done_on), count(reported_on)`;
const bareComparison = (key: string, where: string) => `
  select key, ${figures} from (select ${key} as key, due_on, done_on, entered_on, reported_on,
    ${statuses} from task_period ${where}) x group by key`;
/** Which head each due day falls to, joined by hand. */
const bareHeads = (where: string) => `
  with days as materialized (
    select unit, day, ${figures} from (select unit, due_on, done_on, entered_on, reported_on,
      least(coalesce(due_on, done_on, current_date), current_date) as day,
      ${statuses} from task_period ${where}) x
    group by unit, day)
  select d.*, h.name from days d left join office o on o.agency_id || '|' || o.place_id = d.unit
  left join office_head h on h.office_id = o.id and h.role = 'head' and h.valid_from <= d.day
    and coalesce(h.valid_to, d.day) >= d.day`;

const folder = await mkdtemp(join(tmpdir(), 'mangnon-bench-'));
const postgres = await startEmbeddedPostgres({ home: join(folder, 'postgres'), durable: false });
try {
  const { server, sent } = await openBenchServer(postgres.url);
  const owner = new Client({ connectionString: postgres.url });
  await owner.connect();
  owner.on('error', (error) => console.error(error.message));
  await fill(owner);
  const { rows: all } = await owner.query<{ count: string; here: string }>(
    'select count(*), count(*) filter (where province_id = $1) as here from task_period',
    [province],
  );
  const whole = { nation: Number(all[0]?.count), province: Number(all[0]?.here) };
  const cookieOf = ({ token }: { token: string }) => `mangnon_session=${token}`;
  const lead = cookieOf(await makePerson(owner, 'provincial_lead_officer', { placeId: province, agencyId: null }));
  const inspector = await makePerson(owner, 'inspector', { placeId: null, agencyId: null });
  await owner.query('update post_holding set nationwide = true where account_id = $1', [inspector.id]);
  await owner.query('create role bench_by_hand nologin inherit bypassrls; grant mangnon_app to bench_by_hand');
  await owner.query('set role bench_by_hand');
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.app.server.address() as { port: number };

  const overviewTotal = (answer: unknown) => {
    const { counts: head, groups } = answer as Overview;
    const parts = groups.reduce((sum, group) => sum + totalOf(group.counts), 0);
    if (parts !== totalOf(head)) throw new Error('the parts do not add up');
    return parts;
  };
  const here = `where province_id = '${province}'`;
  const measured: Measured[] = (['place', 'agency', 'month'] as const).flatMap((by) => {
    const key = { place: 'place_id', agency: `split_part(unit, '|', 1)`, month: `to_char(due_on, 'YYYY-MM')` }[by];
    return [
      {
        name: `province, overview by ${by}`,
        url: addressOf(getOverview.path, {}, { by, provinceId: province }),
        cookie: lead,
        bare: bareOverview(key, here),
        bound: true,
        total: overviewTotal,
      },
      {
        name: `nation, overview by ${by}`,
        url: addressOf(getOverview.path, {}, { by }),
        cookie: cookieOf(inspector),
        bare: bareOverview(key, ''),
        bound: false,
        total: overviewTotal,
      },
    ];
  });

  const rowsTotal = (answer: unknown) =>
    (answer as Comparison | Heads).rows.reduce((sum, { counts: parts }) => sum + totalOf(parts), 0);
  measured.push(
    {
      name: 'province, comparison of its communes',
      url: addressOf(compareUnits.path, {}, { by: 'place', within: province }),
      cookie: lead,
      bare: bareComparison('place_id', here),
      bound: true,
      total: rowsTotal,
    },
    {
      name: 'province, view of heads',
      url: addressOf(getHeads.path),
      cookie: lead,
      bare: bareHeads(here),
      bound: false,
      total: rowsTotal,
    },
  );
  console.log(`${whole.nation} periods, ${whole.province} in the province; load ${loadavg()[0]?.toFixed(1)}`);
  for (const one of measured) {
    const http: number[] = [];
    const bare: number[] = [];
    const statements = new Set<number | undefined>();
    const turns = one.name.startsWith('nation') ? Math.ceil(rounds / 4) : rounds;
    for (let round = 0; round < turns; round += 1) {
      let start = performance.now();
      const answer = await fetch(`http://localhost:${port}${one.url}`, { headers: { cookie: one.cookie } });
      const body = await answer.text();
      http.push(performance.now() - start);
      if (answer.status !== 200) throw new Error(body);
      statements.add(sent.get(answer.headers.get('x-request-id') ?? ''));
      const expected = one.name.startsWith('nation') ? whole.nation : whole.province;
      if (one.total(JSON.parse(body)) !== expected) throw new Error(`${one.name}: not every period was counted`);
      start = performance.now();
      await owner.query({ name: one.name, text: one.bare });
      bare.push(performance.now() - start);
    }
    const ratio = at(http, 0.5) / at(bare, 0.5);
    const kept = !one.bound || (at(http, 0.95) <= bounds.p95 && ratio <= bounds.ratio);
    console.log(
      `${one.bound ? (kept ? 'ok  ' : 'OVER') : '    '} ${one.name}: over HTTP ${at(http, 0.5).toFixed(0)} ms, p95 ${at(http, 0.95).toFixed(0)} ms; ` +
        `SQL alone ${at(bare, 0.5).toFixed(0)} ms, p95 ${at(bare, 0.95).toFixed(0)} ms; ratio ${ratio.toFixed(2)}; statements ${[...statements].join(', ')}`,
    );
    if (!kept || statements.size !== 1) process.exitCode = 1;
  }
  console.log(`bounds of a province: p95 ${bounds.p95} ms, ratio ${bounds.ratio}; load ${loadavg()[0]?.toFixed(1)}`);
  await owner.end();
  await server.stop();
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
