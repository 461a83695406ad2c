import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { askForTime, decideReport, raiseHindrance } from '@mangnon/domain/tasks/progress.api.ts';
import { changeMany } from '@mangnon/domain/tasks/bulk-acts.api.ts';
import { noCounts, totalOf } from '@mangnon/domain/tasks/task-status.ts';
import { getOverview, listTasks, type TaskFilter } from '@mangnon/domain/tasks/tasks.api.ts';
import { addFigures, judgeShare, shareOnTime, type UnitFigures } from '@mangnon/domain/tasks/unit-figures.ts';
import { compareUnits, getHeads, getUnit, type Heads } from '@mangnon/domain/tasks/units.api.ts';
import type { Person } from '../testing/test-call.ts';
import { health, khe, lanh, province, startTaskWorld, type TaskWorld } from './testing/task-world.ts';

let world: TaskWorld;
/** Of the head who left on 31 May, of the one after, and done in May but typed in in September. */
const tasks = { ofLoan: '', ofBao: '', covered: '', ofKhe: '' };
const day = (text: string) => new Date(`${text}T03:00:00Z`);
const commune = (placeId: string) => ({ agencyId: 'x.ubnd', placeId });

beforeAll(async () => {
  world = await startTaskWorld();
  const { server, give, task, complete, people } = world;
  server.clock.now = day('2026-03-10');
  const once = (endsOn: string) => ({ repeats: 'once', startsOn: '2026-03-09', endsOn }) as const;
  const [first = '', second = '', third = ''] = world.assignment.sentences.map(({ text }) => text);
  tasks.ofLoan = await give(first, health, once('2026-05-20'));
  tasks.ofBao = await give(second, health, once('2026-08-31'));
  tasks.covered = await give(third, health, once('2026-05-29'));
  tasks.ofKhe = await give(first, commune(khe), once('2026-06-30'));
  const police = await give(third, { agencyId: 't.congan', placeId: province }, once('2026-05-29'));
  await give(
    second,
    { agencyId: 't.congan', placeId: province },
    { repeats: 'once', startsOn: '2026-03-09', endsOn: null },
  );
  const done = async (taskId: string, person: Person) => {
    await complete(person, (await task(taskId)).periods[0]?.id ?? '', '2026-05-25');
    const reportId = (await task(taskId)).periods[0]?.reports[0]?.id ?? '';
    const body = { decision: 'accepted' } as const;
    expect((await server.call(people.second, decideReport, { params: { reportId }, body })).status).toBe(200);
  };
  server.clock.now = day('2026-05-25');
  await done(police, people.police);
  server.clock.now = day('2026-09-15');
  await done(tasks.covered, people.lead);
}, 120_000);
beforeEach(() => {
  world.server.clock.now = day('2026-09-15');
});
afterAll(() => world.server.stop());

const list = async (filter: TaskFilter, person = world.people.lead) =>
  (await world.server.call(person, listTasks, { query: filter })).answer;
const heads = async (person: Person = world.people.lead, within?: string) =>
  (await world.server.call(person, getHeads, { query: within === undefined ? {} : { within } })).answer;
const rowsOf = ({ rows }: Heads, agencyId: string) => rows.filter(({ unit }) => unit.agencyId === agencyId);

const lastDayOf = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
};

/** Each number with the filter of the list that must show exactly these periods. */
const numbers = (figures: UnitFigures) =>
  [
    [totalOf(figures.counts), {}],
    [shareOnTime(figures.counts).of, { dueSoFar: 'true' }],
    [figures.counts.done_on_time, { status: 'done_on_time' }],
    [figures.counts.done_late, { status: 'done_late' }],
    [figures.counts.under_way_overdue, { status: 'under_way_overdue' }],
    [figures.coveredUp, { entered: 'after_due' }],
    [figures.enteredLater, { entered: 'later' }],
    [figures.waiting, { waitsFor: 'report' }],
    [figures.dueMoved, { dueMoved: 'any' }],
    [figures.lateByFirst, { dueMoved: 'late' }],
  ] as const;

async function expectLists(figures: UnitFigures, scope: TaskFilter): Promise<void> {
  const lists = await Promise.all(
    numbers(figures).map(async ([, filter]) => ({ filter, total: (await list({ ...scope, ...filter })).total })),
  );
  expect({ scope, lists }).toEqual({ scope, lists: numbers(figures).map(([total, filter]) => ({ filter, total })) });
}

describe('the view of heads', () => {
  it('lets each task be answered for by whoever headed the unit on its due day', async () => {
    const [loan, bao] = ['Bế Thị Loan', 'Trịnh Quốc Bảo'].map(
      (name) => async () => rowsOf(await heads(), 't.so_yte').find(({ head }) => head?.name === name),
    );
    const before = await loan?.();
    expect(before?.head).toMatchObject({ validTo: '2026-05-31' });
    const ids = async (name: string) => {
      const found = rowsOf(await heads(), 't.so_yte').find(({ head }) => head?.name === name);
      const { rows } = await list({ ...health, headId: found?.head?.id ?? '', status: 'under_way_overdue' });
      expect(rows).toHaveLength(found?.counts.under_way_overdue ?? -1);
      return rows.map(({ taskId }) => taskId);
    };
    expect(await ids('Bế Thị Loan')).toContain(tasks.ofLoan);
    expect(await ids('Bế Thị Loan')).not.toContain(tasks.ofBao);
    expect(await ids('Trịnh Quốc Bảo')).toContain(tasks.ofBao);
    // A day that passes needs nobody to count anew.
    const late = (await bao?.())?.counts.under_way_overdue ?? 0;
    world.server.clock.now = day('2026-08-31');
    expect((await bao?.())?.counts.under_way_overdue).toBe(late - 1);
  });

  it('shows what was done in time only by an entry after the due day, and how late it was typed in', async () => {
    const row = rowsOf(await heads(), 't.so_yte').find(({ head }) => head?.name === 'Bế Thị Loan');
    expect(row).toMatchObject({ coveredUp: 1, enteredLater: 1, longestEntry: 113 });
    const police = rowsOf(await heads(world.people.police), 't.congan');
    expect(addFigures(police)).toMatchObject({ coveredUp: 0, enteredLater: 0, longestEntry: null });
    const { rows } = await list({ ...health, entered: 'after_due', headId: row?.head?.id ?? '' });
    expect(rows.map(({ taskId }) => taskId)).toEqual([tasks.covered]);
  });

  it('opens for each number the list of exactly those periods, and counts every period once', async () => {
    const { rows } = await heads();
    for (const row of rows) {
      const { agencyId, placeId } = row.unit;
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await expectLists(row, { agencyId, placeId, headId: row.head?.id ?? 'none' });
    }
    expect(rows.some(({ head }) => head === null)).toBe(true);
    expect(totalOf(addFigures(rows).counts)).toBe((await list({ provinceId: province })).total);
  });

  it('names the head whose tasks a list is cut to, and nobody where it is not', async () => {
    const found = rowsOf(await heads(), 't.so_yte').find(({ head }) => head?.name === 'Bế Thị Loan');
    expect((await list({ headId: found?.head?.id ?? '' })).head).toEqual({
      name: 'Bế Thị Loan',
      title: found?.head?.title,
    });
    expect((await list({})).head).toBeNull();
    expect((await list({ headId: 'none' })).head).toBeNull();
    expect((await list({ headId: crypto.randomUUID() })).head).toBeNull();
  });

  it('begins where the posts of each person stand', async () => {
    const { officer, police, lead, stranger } = world.people;
    expect((await heads(officer)).within).toMatchObject([{ placeId: khe }]);
    expect(new Set((await heads(officer)).rows.map(({ unit }) => unit.placeId))).toEqual(new Set([khe]));
    expect((await heads(police)).rows.every(({ unit }) => unit.agencyId === 't.congan')).toBe(true);
    expect((await heads(lead)).rows.length).toBeGreaterThan((await heads(officer)).rows.length);
    expect((await heads(stranger)).rows).toEqual([]);
    const chair = await world.server.signIn({ post: 'provincial_chair', placeId: province });
    expect((await heads(chair)).rows).toEqual((await heads(lead)).rows);
    const nobody = await world.server.signIn('inspector');
    expect((await heads(nobody)).rows.every(({ unit }) => unit.placeId === province)).toBe(true);
    // Over the country stand the provinces, and a ministry with its task in a commune as well.
    const { give, assignment } = world;
    const [first = '', second = ''] = assignment.sentences.map(({ text }) => text);
    const ministry = [
      { agencyId: 'tw.bo_yte', placeId: province },
      { agencyId: 'tw.bo_congan', placeId: lanh },
    ];
    await give(first, ministry[0] ?? health);
    await give(second, ministry[1] ?? health);
    const nation = (await heads(nobody)).rows;
    const central = nation.filter(({ unit }) => unit.agencyId.startsWith('tw.'));
    expect(central.map(({ unit }) => unit)).toMatchObject([
      { ...ministry[1], name: 'Bộ Công an' },
      { ...ministry[0], name: 'Bộ Y tế', placeName: 'tỉnh Mộc Giang' },
    ]);
    expect(nation.some(({ unit }) => unit.placeId === lanh && unit.agencyId !== 'tw.bo_congan')).toBe(false);
    const unknown = await world.server.call(lead, getHeads, { query: { within: 'không có' } });
    expect(unknown.refusal.code).toBe('tasks.place_unknown');
  });

  it('says what waits for the decision of a place, since when, and who heads its committee', async () => {
    const { server, people, task, complete } = world;
    const periodId = (await task(tasks.ofBao)).periods[0]?.id ?? '';
    await complete(people.lead, periodId, '2026-09-10');
    const ofKhe = (await task(tasks.ofKhe)).periods[0]?.id ?? '';
    const id = () => crypto.randomUUID();
    const time = { id: id(), dueOn: '2026-12-01', reason: 'Chờ kinh phí.' };
    await server.call(people.officer, askForTime, { params: { periodId: ofKhe }, body: time });
    const hindrance = { id: id(), words: 'Chưa có kinh phí.' };
    await server.call(people.officer, raiseHindrance, { params: { periodId: ofKhe }, body: hindrance });
    server.clock.now = day('2026-09-20');
    const decider = (await heads()).deciders.find(({ place }) => place.placeId === province);
    const told = ['report', 'time', 'hindrance'] as const;
    const totals = await Promise.all(told.map((waitsFor) => list({ waitsFor, deciderId: province })));
    expect(told.map((kind) => decider?.[kind]?.count)).toEqual(totals.map(({ total }) => total));
    expect(decider?.time).toEqual({ count: 1, since: '2026-09-15' });
    expect(decider?.hindrance?.count).toBeGreaterThanOrEqual(1);
    // Who may not see what hinders others is told no smaller number.
    const seen = (await heads(people.neighbour, province)).deciders.find(({ place }) => place.placeId === province);
    expect(seen?.hindrance).toBeNull();
  });
});

describe('a due day that was moved', () => {
  it('takes the lateness out of the status and leaves it in sight: how many, how late by the first day, who and why', async () => {
    const { server, people, task } = world;
    server.clock.now = day('2026-09-21');
    const unit = async () => (await server.call(people.lead, getUnit, { params: health })).answer.figures;
    const before = await unit();
    const [late] = (await task(tasks.ofLoan)).periods;
    const [done] = (await task(tasks.covered)).periods;
    const move = (periodId: string, dueOn: string, reason: string) =>
      server.call(people.second, changeMany, {
        body: { periodIds: [periodId], reason, addUnits: [], addPeople: [], dueOn },
      });
    expect(late?.status).toBe('under_way_overdue');
    expect((await move(late?.id ?? '', '2026-10-30', 'Chờ kinh phí')).answer.moved).toBe(1);
    // What is done keeps its day, and is no figure of moves.
    expect((await move(done?.id ?? '', '2026-10-30', 'Muộn rồi')).answer.moved).toBe(0);
    const after = await unit();
    expect(totalOf(after.counts)).toBe(totalOf(before.counts));
    expect(after.counts.under_way_overdue).toBe(before.counts.under_way_overdue - 1);
    expect([after.dueMoved - before.dueMoved, after.lateByFirst - before.lateByFirst]).toEqual([1, 1]);
    await expectLists(after, health);
    const { rows } = await list({ ...health, dueMoved: 'late' });
    expect(rows).toMatchObject([{ taskId: tasks.ofLoan, dueOn: '2026-10-30', firstDueOn: '2026-05-20' }]);

    const page = await heads();
    expect([addFigures(page.rows).dueMoved, addFigures(page.rows).lateByFirst]).toEqual([
      (await list({ provinceId: province, dueMoved: 'any' })).total,
      (await list({ provinceId: province, dueMoved: 'late' })).total,
    ]);
    expect(page.moves[0]).toMatchObject({
      taskId: tasks.ofLoan,
      unit: health,
      from: '2026-05-20',
      to: '2026-10-30',
      reason: 'Chờ kinh phí',
      at: '2026-09-21T03:00:00.000Z',
    });
    // A post sees the moves of its own units, and nobody those of another province.
    expect((await heads(people.police)).moves).toEqual([]);
    expect((await heads(people.stranger)).moves).toEqual([]);
    for (const by of ['place', 'agency', 'month'] as const) {
      const query = { by, provinceId: province };
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const { groups, ...whole } = (await server.call(people.lead, getOverview, { query })).answer;
      const sum = (pick: (group: (typeof groups)[number]) => number) => groups.reduce((all, one) => all + pick(one), 0);
      expect([whole.dueMoved, whole.lateByFirst]).toEqual([
        addFigures(page.rows).dueMoved,
        addFigures(page.rows).lateByFirst,
      ]);
      expect([sum(({ dueMoved }) => dueMoved), sum(({ lateByFirst }) => lateByFirst)]).toEqual([
        whole.dueMoved,
        whole.lateByFirst,
      ]);
    }
  });
});

describe('a unit and its sisters', () => {
  it('adds its months up to the whole, and opens what waits for it', async () => {
    const { server, people } = world;
    const unit = await server.call(people.lead, getUnit, { params: health });
    expect(unit.answer.unit.name).toBe('Sở Y tế tỉnh Mộc Giang');
    expect(unit.answer.officeId).not.toBeNull();
    expect(addFigures(unit.answer.months)).toEqual(unit.answer.figures);
    await expectLists(unit.answer.figures, health);
    const ofKhe = (await server.call(people.officer, getUnit, { params: commune(khe) })).answer;
    expect(ofKhe.hindered).toBe((await list({ ...commune(khe), waitsFor: 'hindrance' }, people.officer)).total);
    expect(ofKhe.toDecide).not.toBeNull();
    const seen = (await server.call(people.neighbour, getUnit, { params: commune(khe) })).answer;
    expect(seen.hindered).toBeNull();
    const unknown = await server.call(people.lead, getUnit, { params: { agencyId: 't.khong_co', placeId: province } });
    expect(unknown.refusal.code).toBe('tasks.unit_unknown');
  });

  it('opens for each month the list of exactly its periods, also for what names no due day', async () => {
    const unit = { agencyId: 't.congan', placeId: province };
    const { months } = (await world.server.call(world.people.lead, getUnit, { params: unit })).answer;
    expect(months.map(({ month }) => month)).toContain('');
    for (const { month, counts } of months) {
      const days = { dueFrom: `${month}-01`, dueTo: lastDayOf(month) };
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const { total } = await list({ ...unit, ...(month === '' ? { dueNone: 'true' } : days) });
      expect({ month, total }).toEqual({ month, total: totalOf(counts) });
    }
  });

  it('stands beside those without tasks, whose share is no figure', async () => {
    const { server, people } = world;
    const compare = async (by: 'place' | 'agency', within: string) =>
      (await server.call(people.lead, compareUnits, { query: { by, within } })).answer;
    const communes = await compare('place', province);
    expect(communes.rows.every(({ agencyId }) => agencyId === null)).toBe(true);
    // Of the new plan nearly all communes have nothing yet.
    const query = { by: 'place', within: province, planId: world.planId } as const;
    const ofPlan = (await server.call(people.lead, compareUnits, { query })).answer;
    expect(ofPlan.rows.length).toBe(communes.rows.length);
    expect(ofPlan.rows.map(({ counts }) => judgeShare(counts))).toContain('no_tasks');
    expect(totalOf(ofPlan.rows.find(({ placeId }) => placeId === khe)?.counts ?? noCounts)).toBe(1);
    for (const row of communes.rows) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await expectLists(row, { placeId: row.placeId });
    }
    expect(addFigures(communes.rows)).toEqual(communes.whole);
    const agencies = await compare('agency', province);
    expect(agencies.rows.map(({ agencyId }) => agencyId)).toContain('t.so_yte');
    for (const { agencyId, placeId, ...row } of agencies.rows) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await expectLists(row, { agencyId: agencyId ?? '', placeId });
    }
    const both = [...communes.rows, ...agencies.rows];
    expect(totalOf(addFigures(both).counts)).toBe((await list({ provinceId: province })).total);
    expect((await server.call(people.lead, compareUnits, { query: { by: 'place', within: khe } })).refusal.code).toBe(
      'tasks.place_unknown',
    );
  });

  it('takes as many statements for many units as for few', async () => {
    const { server, people, give } = world;
    const count = async () => {
      const calls = [
        await server.call(people.lead, getHeads, { query: {} }),
        await server.call(people.lead, compareUnits, { query: { by: 'place', within: province } }),
        await server.call(people.lead, compareUnits, { query: { by: 'agency', within: province } }),
        await server.call(people.lead, getUnit, { params: health }),
      ];
      return calls.map(({ statements }) => statements.length);
    };
    const few = await count();
    const [first = '', second = ''] = world.assignment.sentences.map(({ text }) => text);
    await give(first, commune(lanh));
    await give(second, { agencyId: 't.congan', placeId: province });
    await give(second, { agencyId: 'x.congan', placeId: khe });
    expect(await count()).toEqual(few);
    expect(Math.max(...few)).toBeLessThanOrEqual(11);
  });
});
