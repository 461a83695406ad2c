import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listNotices } from '@mangnon/domain/attention/notices.api.ts';
import { assignTasks, getAssignment } from '@mangnon/domain/tasks/assignment.api.ts';
import { changeMany, remindUnits } from '@mangnon/domain/tasks/bulk-acts.api.ts';
import { askForTime, decideReport } from '@mangnon/domain/tasks/progress.api.ts';
import { makePlanText } from '../plans/testing/plan-text.ts';
import { startReview } from '../plans/testing/review.ts';
import type { Person } from '../testing/test-call.ts';
import { khe, lanh, province, startTaskWorld, type TaskWorld } from './testing/task-world.ts';

let world: TaskWorld;
let owner: Client;
let chair: Person;
const police = { agencyId: 't.congan', placeId: province };
const commune = (placeId: string) => ({ agencyId: 'x.ubnd', placeId });
const day = (on: string) => new Date(`${on}T03:00:00Z`);
/** Periods by name: of the police done, of Khe Trúc four quarters, of a commune without officers, of the commune's own plan. */
const periods: Record<'done' | 'first' | 'second' | 'third' | 'empty' | 'own', string> = {
  done: '',
  first: '',
  second: '',
  third: '',
  empty: '',
  own: '',
};

beforeAll(async () => {
  world = await startTaskWorld();
  const { server, people } = world;
  server.clock.now = day('2026-05-04');
  owner = new Client({ connectionString: server.databaseUrl });
  await owner.connect();
  chair = await server.signIn({ post: 'commune_chair', placeId: khe });
  const schedule = { repeats: 'quarter', startsOn: '2026-01-01', endsOn: '2026-12-31' } as const;
  const quarters = (await world.task(await world.give('Thống kê', commune(khe), schedule))).periods;
  [periods.first, periods.second, periods.third] = quarters.map(({ id }) => id) as [string, string, string];
  const { rows } = await owner.query<{ id: string }>(
    `select id from place p where parent_id = $1 and valid_to is null
       and not exists (select from post_holding h where h.place_id = p.id) order by id limit 1`,
    [province],
  );
  const empty = commune(rows[0]?.id ?? '');
  periods.empty = (await world.task(await world.give('Tổ chức tập huấn', empty))).periods[0]?.id ?? '';
  const doneTask = await world.give('Kiểm tra an toàn', police);
  periods.done = (await world.task(doneTask)).periods[0]?.id ?? '';
  await world.complete(people.police, periods.done, '2026-05-03');
  const reportId = (await world.task(doneTask)).periods[0]?.reports[0]?.id ?? '';
  await server.call(people.lead, decideReport, { params: { reportId }, body: { decision: 'accepted' } });
  periods.own = await giveOwn();
}, 120_000);
beforeEach(() => {
  world.server.clock.now = day('2026-05-04');
});
afterAll(async () => {
  await owner.end();
  await world.server.stop();
});

/** A task of a plan that is the commune's own. */
async function giveOwn(): Promise<string> {
  const { server, people } = world;
  const review = await startReview(
    server,
    people.lead,
    makePlanText({ sure: true, number: '7/KH-UBND', title: 'Của xã' }),
  );
  await review.settle();
  const { planId } = (await review.adopt()).answer;
  await owner.query(
    `insert into plan_place (plan_id, place_id, origin, set_by, set_at) values ($1, $2, 'by_hand', $3, now())
     on conflict (plan_id) do update set place_id = excluded.place_id`,
    [planId, khe, people.lead.id],
  );
  const { answer } = await server.call(chair, getAssignment, { params: { planId } });
  const schedule = { repeats: 'once', startsOn: '2026-03-09', endsOn: '2026-06-30' } as const;
  const planTaskId = answer.sentences[0]?.planTaskId ?? '';
  const item = { planTaskId, units: [commune(khe)], coordinating: [], schedule, product: null, words: null };
  const given = await server.call(chair, assignTasks, { params: { planId }, body: { items: [item] } });
  expect(given.answer.given).toBe(1);
  const { rows } = await owner.query<{ id: string }>('select id from task_period where plan_id = $1', [planId]);
  return rows[0]?.id ?? '';
}

const remind = (periodIds: readonly string[], person = world.people.lead) =>
  world.server.call(person, remindUnits, { body: { periodIds: [...periodIds] } });
const change = (periodIds: readonly string[], body: object, person = world.people.lead) =>
  world.server.call(person, changeMany, {
    body: {
      periodIds: [...periodIds],
      reason: 'Lùi theo đợt tập huấn',
      addUnits: [],
      addPeople: [],
      dueOn: null,
      ...body,
    },
  });
const why = (left: readonly { periodId: string; why: string }[]) =>
  Object.fromEntries(left.map((one) => [Object.entries(periods).find(([, id]) => id === one.periodId)?.[0], one.why]));
const noticesOf = async (person: Person, kind: string) =>
  (await world.server.call(person, listNotices, { query: {} })).answer.notices.filter((one) => one.kind === kind);

describe('reminding units of many tasks', () => {
  it('tells each unit once of each task, and names what was left and why', async () => {
    const { officer } = world.people;
    const { answer } = await remind(Object.values(periods));
    expect(answer.tasks).toBe(1);
    expect(answer.people).toBeGreaterThan(0);
    expect(why(answer.left)).toEqual({ done: 'done', third: 'not_begun', empty: 'nobody_there', own: 'not_yours' });
    expect(answer.left.find((one) => one.why === 'done')?.unit).toBe('Công an tỉnh Mộc Giang');
    expect(await noticesOf(officer, 'task_reminded')).toHaveLength(1);
    const again = await remind([periods.first, periods.second]);
    expect(again.answer).toMatchObject({ tasks: 0, people: 0 });
    expect(why(again.answer.left)).toEqual({ first: 'reminded_today', second: 'reminded_today' });
    expect(await noticesOf(officer, 'task_reminded')).toHaveLength(1);
    world.server.clock.now = day('2026-05-05');
    expect((await remind([periods.first])).answer.tasks).toBe(1);
    expect(await noticesOf(officer, 'task_reminded')).toHaveLength(2);
  });

  it('tells once however many remind at one moment', async () => {
    world.server.clock.now = day('2026-05-06');
    const { lead, second, officer } = world.people;
    const before = (await noticesOf(officer, 'task_reminded')).length;
    const answers = await Promise.all([lead, second, lead].map((person) => remind([periods.first], person)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(answers.reduce((sum, { answer }) => sum + answer.tasks, 0)).toBe(1);
    expect(await noticesOf(officer, 'task_reminded')).toHaveLength(before + 1);
  });

  it('is for who asked for the task alone', async () => {
    const { officer, stranger } = world.people;
    expect((await remind([periods.first], officer)).status).toBe(403);
    expect((await remind([periods.first], stranger)).status).toBe(403);
    expect((await remind([periods.first], chair)).status).toBe(403);
    expect((await remind(['00000000-0000-4000-8000-000000000000'])).refusal.code).toBe('tasks.not_found');
  });
});

describe('changing many tasks', () => {
  it('moves the due day with its reason and first day kept, and leaves what cannot be moved', async () => {
    const { lead, officer, police: policeman } = world.people;
    const { answer } = await change(Object.values(periods), { dueOn: '2026-08-15' });
    expect(answer).toMatchObject({ periods: 4, moved: 4, added: 0 });
    expect(why(answer.left)).toEqual({ done: 'done', own: 'not_yours' });
    const [first] = (await taskOf(periods.first)).periods;
    expect(first).toMatchObject({ dueOn: '2026-08-15', firstDueOn: '2026-03-31' });
    const [event] = (await taskOf(periods.first)).history.filter(
      ({ kind, data }) => kind === 'due_moved' && data['periodId'] === periods.first,
    );
    expect(event).toMatchObject({
      data: { from: '2026-03-31', to: '2026-08-15', reason: 'Lùi theo đợt tập huấn' },
      by: { id: lead.id },
    });
    expect((await noticesOf(officer, 'task_due_moved')).map(({ dueOn }) => dueOn)).toEqual(['2026-08-15']);
    expect(await noticesOf(policeman, 'task_due_moved')).toEqual([]);
    expect(why((await change([periods.first], { dueOn: '2026-08-15' })).answer.left)).toEqual({ first: 'due_same' });
    expect(why((await change([periods.third], { dueOn: '2026-06-15' })).answer.left)).toEqual({
      third: 'due_before_start',
    });
    const ask = { id: '00000000-0000-4000-8000-00000000000a', dueOn: '2026-09-01', reason: 'Thiếu người' };
    const params = { periodId: periods.first };
    expect((await world.server.call(officer, askForTime, { params, body: ask })).status).toBe(200);
    expect(why((await change([periods.first], { dueOn: '2026-08-20' })).answer.left)).toEqual({
      first: 'request_open',
    });
  });

  it('adds units and people once to each task, and tells them', async () => {
    const { neighbour, officer } = world.people;
    const body = { addUnits: [commune(lanh)], addPeople: [officer.id] };
    const { answer } = await change([periods.first, periods.second, periods.empty], body);
    expect(answer).toMatchObject({ periods: 3, moved: 0, added: 2, left: [] });
    expect((await change([periods.first, periods.empty], body)).answer.added).toBe(0);
    const { parties, history } = await taskOf(periods.empty);
    expect(new Set(parties.map(({ unit, person }) => unit?.placeId ?? person?.id))).toEqual(
      new Set([lanh, officer.id]),
    );
    expect(history.filter(({ kind }) => kind === 'party_added')).toHaveLength(1);
    expect(await noticesOf(neighbour, 'task_shared')).toHaveLength(2);
    expect(why((await change([periods.first], { addUnits: [commune(khe)] })).answer.left)).toEqual({
      first: 'own_unit',
    });
    const unknown = await change([periods.first], { addUnits: [{ agencyId: 't.khong_co', placeId: province }] });
    expect(unknown.refusal).toMatchObject({ code: 'tasks.unit_unknown', where: 'body.addUnits.0' });
  });

  it('takes as many statements for thousands as for one', async () => {
    await owner.query(
      `insert into task_period (task_id, plan_id, place_id, province_id, unit, requester_place_id, period, starts_on, due_on,
         first_due_on)
       select task_id, plan_id, place_id, province_id, unit, requester_place_id, to_char(2100 + n / 12, 'FM0000') || '-'
         || to_char(n % 12 + 1, 'FM00'), '2026-01-01', '2026-12-31', '2026-12-31'
       from task_period, generate_series(1, 4990) n where id = $1`,
      [periods.second],
    );
    const { rows } = await owner.query<{ id: string }>(
      `select id from task_period where period like '2%' and period > '2099'`,
    );
    world.server.clock.now = day('2026-05-20');
    const one = await change([periods.second], { dueOn: '2026-10-01' });
    world.server.clock.now = new Date('2026-05-20T04:00:00Z');
    const before = process.cpuUsage();
    const many = await change(
      rows.map(({ id }) => id),
      { dueOn: '2026-10-01' },
    );
    const { user, system } = process.cpuUsage(before);
    console.log(`${rows.length} periods moved: ${Math.round((user + system) / 1000)} ms of processor in the server`);
    expect(many.answer.moved).toBe(4990);
    expect(many.statements).toHaveLength(one.statements.length);
    const few = await remind([periods.second]);
    world.server.clock.now = day('2026-05-21');
    const all = await remind(rows.map(({ id }) => id));
    expect(all.answer.tasks).toBe(1);
    expect(all.statements).toHaveLength(few.statements.length);
  });
});

async function taskOf(periodId: string) {
  const { rows } = await owner.query<{ task_id: string }>('select task_id from task_period where id = $1', [periodId]);
  return world.task(rows[0]?.task_id ?? '');
}
