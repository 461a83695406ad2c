import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listNotices } from '@mangnon/domain/attention/notices.api.ts';
import { assignTasks, cancelTasks, changeTask, getAssignment } from '@mangnon/domain/tasks/assignment.api.ts';
import {
  actOnHindrance,
  answerTimeRequest,
  askForTime,
  decideReport,
  raiseHindrance,
} from '@mangnon/domain/tasks/progress.api.ts';
import { getMyWork } from '@mangnon/domain/tasks/tasks.api.ts';
import type { Person } from '../testing/test-call.ts';
import { health, khe, lanh, province, startTaskWorld, type TaskWorld } from './testing/task-world.ts';

// Who is told of an act is asked of everybody around it: who is not named in an expectation heard nothing.
let world: TaskWorld;
let people: Record<string, Person>;
beforeAll(async () => {
  world = await startTaskWorld({ moreTasks: 5 });
  const { server } = world;
  people = {
    ...world.people,
    chair: await server.signIn({ post: 'commune_chair', placeId: khe }),
    head: await server.signIn({ post: 'provincial_chair', placeId: province }),
    worker: await server.signIn({ post: 'commune_protection_worker', placeId: khe }),
    doctor: await server.signIn({ post: 'agency_officer', placeId: province, agencyId: health.agencyId }),
    named: await server.signIn('statistician'),
  };
}, 120_000);
beforeEach(async () => {
  world.server.clock.now = new Date('2026-05-04T03:00:00Z');
  await world.server.database.transaction().execute(async (transaction) => {
    await sql`set local role none`.execute(transaction);
    await sql`delete from notice`.execute(transaction);
  });
});
afterAll(() => world.server.stop());

const police = { agencyId: 't.congan', placeId: province };
const commune = (placeId: string) => ({ agencyId: 'x.ubnd', placeId });
const schedule = { repeats: 'once', startsOn: '2026-03-09', endsOn: '2026-06-30' } as const;

/** What each person was told since this was last asked, as `person kind`, in the order of names. */
async function told(): Promise<string[]> {
  const listed = await Promise.all(
    Object.entries(people).map(async ([name, person]) => {
      const { answer } = await world.server.call(person, listNotices, { query: {} });
      return answer.notices.map(({ kind }) => `${name} ${kind}`);
    }),
  );
  await world.server.database.transaction().execute(async (transaction) => {
    await sql`set local role none`.execute(transaction);
    await sql`delete from notice`.execute(transaction);
  });
  return listed.flat().toSorted();
}
const give = (items: readonly { planTaskId: string; units: object[]; coordinating?: object[] }[]) =>
  world.server.call(world.people.lead, assignTasks, {
    params: { planId: world.planId },
    body: {
      items: items.map((item) => ({ coordinating: [], schedule, product: null, words: null, ...item })),
    } as never,
  });
const sentence = (at: number) => world.assignment.sentences[at]?.planTaskId ?? '';
async function taskOf(at: number, placeId: string): Promise<string> {
  const { answer } = await world.server.call(world.people.lead, getAssignment, { params: { planId: world.planId } });
  return answer.sentences[at]?.given.find(({ unit }) => unit.placeId === placeId)?.taskId ?? '';
}
async function waiting(person: Person): Promise<string[]> {
  const { toAnswer } = (await world.server.call(person, getMyWork, {})).answer;
  return toAnswer.map(({ kind }) => kind);
}
const periodOf = async (taskId: string) => (await world.task(taskId)).periods[0]?.id ?? '';

describe('who is told of a task', () => {
  it('that is given: who does the work, and who does it along with them; once, and not who gave it', async () => {
    const items = [{ planTaskId: sentence(0), units: [police, commune(khe)], coordinating: [health] }];
    await give(items);
    const expected = ['doctor task_shared', 'doctor task_shared', 'officer task_assigned', 'police task_assigned'];
    expect(await told()).toEqual([...expected, 'worker task_assigned']);
    await give(items);
    expect(await told()).toEqual([]);
  });

  it('of a unit in which nobody works: who asked for it, but for the one who gave it', async () => {
    await give([{ planTaskId: sentence(1), units: [{ agencyId: 't.so_gddt', placeId: province }] }]);
    expect(await told()).toEqual(['second task_assigned']);
  });

  it('when people and units are added to it: they alone', async () => {
    const taskId = await taskOf(0, khe);
    const body = { addPeople: [people['named']?.id ?? ''], addUnits: [police] };
    await world.server.call(world.people.lead, changeTask, { params: { taskId }, body });
    // The doctors had been told when it was given; here their notices are gone, and they are told again.
    expect(await told()).toEqual(['doctor task_shared', 'named task_assigned', 'police task_shared']);
  });

  it('that is said to be done, sent back and accepted', async () => {
    const taskId = await taskOf(0, khe);
    const periodId = await periodOf(taskId);
    await world.complete(world.people.officer, periodId, '2026-05-01');
    expect(await told()).toEqual(['lead task_reported', 'second task_reported']);
    const decide = async (body: { decision: 'accepted' } | { decision: 'sent_back'; reason: string }) => {
      const reportId = (await world.task(taskId)).periods[0]?.reports.at(-1)?.id ?? '';
      await world.server.call(world.people.second, decideReport, { params: { reportId }, body });
    };
    await decide({ decision: 'sent_back', reason: 'Thiếu danh sách.' });
    expect(await told()).toEqual(['named task_sent_back', 'officer task_sent_back', 'worker task_sent_back']);
    world.server.clock.now = new Date('2026-05-05T03:00:00Z');
    await world.complete(world.people.officer, periodId, '2026-05-04');
    await told();
    await decide({ decision: 'accepted' });
    expect(await told()).toEqual(['named task_accepted', 'officer task_accepted', 'worker task_accepted']);
  });

  it('when more time is asked for and answered', async () => {
    const taskId = await taskOf(0, province);
    const id = randomUUID();
    const params = { periodId: await periodOf(taskId) };
    const body = { id, dueOn: '2026-07-31', reason: 'Chờ mùa nước rút.' };
    await world.server.call(world.people.police, askForTime, { params, body });
    expect(await told()).toEqual(['lead time_asked', 'second time_asked']);
    // The chair of the province has no requests for time before them, which they do not decide.
    expect(await waiting(world.people.lead)).toContain('time_request');
    expect(await waiting(people['head'] ?? world.people.lead)).not.toContain('time_request');
    const answer = { answer: 'granted', dueOn: '2026-07-15', words: null } as const;
    await world.server.call(world.people.lead, answerTimeRequest, { params: { requestId: id }, body: answer });
    expect(await told()).toEqual(['police time_answered']);
  });

  it('when something hinders it: who it stands with, then whose it is, at each step', async () => {
    const taskId = await taskOf(0, province);
    const id = randomUUID();
    const params = { periodId: await periodOf(taskId) };
    await world.server.call(world.people.police, raiseHindrance, { params, body: { id, words: 'Thiếu phao.' } });
    const everybody = ['head hindrance_raised', 'lead hindrance_raised', 'second hindrance_raised'];
    expect(await told()).toEqual(everybody);
    const act = async (kind: 'answered' | 'reopened' | 'passed_up' | 'settled', person: Person) => {
      const body = { id: randomUUID(), kind, words: `Việc ${kind}.` };
      await world.server.call(person, actOnHindrance, { params: { hindranceId: id }, body });
      return told();
    };
    expect(await waiting(people['head'] ?? world.people.lead)).toContain('hindrance');
    expect(await act('answered', people['head'] ?? world.people.lead)).toEqual(['police hindrance_answered']);
    expect(await act('reopened', world.people.police)).toEqual(everybody);
    expect(await act('passed_up', world.people.lead)).toEqual(['police hindrance_passed_up']);
    expect(await act('settled', world.people.police)).toEqual([]);
  });

  it('that is cancelled: all who had a part in it', async () => {
    const taskIds = [await taskOf(0, province)];
    const body = { taskIds, on: '2026-05-04', byText: 'Công văn 12/UBND ngày 04/5/2026' };
    await world.server.call(world.people.lead, cancelTasks, { body });
    expect(await told()).toEqual(['doctor task_cancelled', 'police task_cancelled']);
  });

  it('of a whole plan: one notice that leads to its tasks, in as many statements as for one task', async () => {
    const one = await give([{ planTaskId: sentence(2), units: [commune(lanh)] }]);
    const [single] = (await world.server.call(world.people.neighbour, listNotices, { query: {} })).answer.notices;
    expect(single).toMatchObject({ kind: 'task_assigned', path: `/nhiem-vu/${await taskOf(2, lanh)}` });
    expect(single?.dueOn).toBe('2026-06-30');
    await told();
    const rest = world.assignment.sentences.filter((_, at) => at !== 2).map(({ planTaskId }) => planTaskId);
    const all = await give(rest.map((planTaskId) => ({ planTaskId, units: [commune(lanh)], coordinating: [health] })));
    expect(rest.length).toBeGreaterThan(5);
    expect(all.statements.length).toBe(one.statements.length);
    const { notices } = (await world.server.call(world.people.neighbour, listNotices, { query: {} })).answer;
    expect(notices).toMatchObject([{ kind: 'tasks_assigned', dueOn: null }]);
    expect(notices[0]?.path).toBe(`/nhiem-vu?keHoach=${world.planId}&diaBan=${encodeURIComponent(lanh)}`);
    expect(await told()).toEqual(['doctor tasks_shared', 'neighbour tasks_assigned']);
  });
});
