import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { getFrontDoor, signInAsDemoPerson } from '@mangnon/domain/access/session.api.ts';
import { seeTop, type Top } from '@mangnon/domain/law/top.api.ts';
import { listTopDuties, listTopPlaces } from '../server/src/law/top.queries.ts';
import { openBenchServer } from './bench-server.ts';
import { addressOf } from '../server/src/testing/test-call.ts';
import { openDatabase } from '../server/src/platform/database/database.ts';
import { startEmbeddedPostgres } from '../server/src/platform/database/embedded/embedded-postgres.ts';

// The view from the top over every commune and 60 duties, each reached through the plan of its province: through the
// whole server against the same SQL alone. Exit status 1 where the ratio is over its bound, a request sends another
// number of statements, or the numbers do not add up.

const duties = 60;
const bound = 1.5;
const rounds = 12;
/** The server goes by the clock of the machine, as the database does: sessions end by both. */
const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

/** A text with its duties, a plan for each province that makes tasks of all, and one for each commune of four in five. */
async function fill(owner: Client, textId: string): Promise<void> {
  await owner.query('begin');
  await owner.query(
    `insert into legal_text (id, kind, number, number_folded, issued_on, issuer, issuer_folded, title, trust, folded)
     values ($1, 'decision', '9999/QĐ-TTg', '9999 qd ttg', '2026-01-01', 'Thủ tướng', 'thu tuong', 'Đo', 'unverified', '')`,
    [textId],
  );
  await owner.query(
    `insert into legal_duty (id, text_id, position, words, trust)
     select gen_random_uuid(), $1, n, 'Việc ' || n, 'unverified' from generate_series(1, $2::int) n`,
    [textId, duties],
  );
  await owner.query(
    `create temp table made as
       select gen_random_uuid() as id, gen_random_uuid() as draft_id, id as place_id, level, parent_id, row_number() over () as n
       from place where level <> 'district' and valid_to is null`,
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
    `insert into plan_place (plan_id, place_id, origin, set_by, set_at)
     select id, place_id, 'by_hand', (select id from account limit 1), now() from made`,
  );
  await owner.query(
    `create temp table made_task as select gen_random_uuid() as id, made.id as plan_id, place_id, parent_id, level, n, k
     from made cross join generate_series(1, $1::int) k`,
    [duties],
  );
  await owner.query(
    `insert into plan_task (id, plan_id, draft_fact_id, position, text, section)
     select id, plan_id, gen_random_uuid(), k, 'Việc ' || k, '' from made_task`,
  );
  await owner.query(
    `insert into plan_carries_out (plan_id, text_id, higher_plan_id, state, origin, linked_by, linked_at)
     select made.id, case when made.level = 'province' then $1::uuid end, above.id, 'linked', 'by_hand',
       (select id from account limit 1), now()
     from made left join made above on above.place_id = made.parent_id`,
    [textId],
  );
  await owner.query(
    `insert into plan_task_link (plan_task_id, plan_id, higher_task_id, higher_plan_id, legal_duty_id, state, origin, linked_by, linked_at)
     select t.id, t.plan_id, above.id, above.plan_id, case when above.id is null then d.id end, 'linked', 'by_hand',
       (select id from account limit 1), now()
     from made_task t left join made_task above on above.place_id = t.parent_id and above.k = t.k
     join legal_duty d on d.text_id = $1 and d.position = t.k
     where t.level = 'province' or (t.n + t.k) % 5 > 0`,
    [textId],
  );
  await owner.query('commit');
  await owner.query('vacuum analyze');
}

const median = (times: readonly number[]) => times.toSorted((one, other) => one - other)[times.length >> 1] ?? 0;

const folder = await mkdtemp(join(tmpdir(), 'mangnon-bench-'));
const postgres = await startEmbeddedPostgres({ home: join(folder, 'postgres'), durable: false });
try {
  const { server, sent } = await openBenchServer(postgres.url);
  const owner = new Client({ connectionString: postgres.url });
  await owner.connect();
  const textId = randomUUID();
  await fill(owner, textId);
  const links = await owner.query<{ count: string }>('select count(*) from plan_task_link');
  await owner.end();

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
  const ids = (await listTopDuties(database, textId)).map(({ id }) => id);

  console.log(`${links.rows[0]?.count} links, load ${loadavg()[0]?.toFixed(1)}`);
  const views = [{ level: 'province' }, { level: 'commune' }, { level: 'commune', within: '01@2025-07-01' }] as const;
  for (const view of views) {
    const http: number[] = [];
    const bare: number[] = [];
    const counts = new Set<number | undefined>();
    for (let round = 0; round < rounds; round += 1) {
      let start = performance.now();
      const url = addressOf(seeTop.path, { higherId: textId }, { ...view });
      const answer = await server.app.inject({ url, headers: { ...headers, cookie } });
      http.push(performance.now() - start);
      if (answer.statusCode !== 200) throw new Error(answer.body);
      counts.add(sent.get(String(answer.headers['x-request-id'])));
      const top = answer.json<Top>();
      const wrong = top.duties.filter(
        ({ counts: { done, none, noPlan, of } }) =>
          done + none + noPlan !== of || of !== top.of || none < 0 || done === 0,
      );
      if (wrong.length > 0 || top.duties.length !== duties) throw new Error('the numbers do not add up');
      start = performance.now();
      const within = 'within' in view ? view.within : null;
      await listTopPlaces(database, { documentId: textId, level: view.level, within, on: today }, ids);
      bare.push(performance.now() - start);
    }
    const ratio = median(http) / median(bare);
    console.log(
      `${JSON.stringify(view)}: over HTTP ${median(http).toFixed(0)} ms, SQL alone ${median(bare).toFixed(0)} ms, ratio ${ratio.toFixed(2)} (bound ${bound}), statements ${[...counts].join(', ')}`,
    );
    if (ratio > bound || counts.size !== 1) process.exitCode = 1;
  }
  await database.destroy();
  await server.stop();
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
