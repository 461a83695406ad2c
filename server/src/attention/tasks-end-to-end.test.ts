import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listNotices } from '@mangnon/domain/attention/notices.api.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { answerTimeRequest, askForTime, decideReport } from '@mangnon/domain/tasks/progress.api.ts';
import { shiftDay } from '@mangnon/domain/kernel/day.ts';
import { khe, province, startTaskWorld, type TaskWorld } from '../tasks/testing/task-world.ts';
import { eventually } from '../testing/eventually.ts';
import type { Person } from '../testing/test-call.ts';

// Through the doors people use: a task is given, falls due, is reported and decided; by the clock of today.
const today = vietnamDay(new Date());
const dueToday = { repeats: 'once', startsOn: '2025-07-01', endsOn: today } as const;

let world: TaskWorld;
beforeAll(async () => {
  world = await startTaskWorld();
}, 120_000);
afterAll(() => world.server.stop());

/** What a person was told, but for that the task was given. */
const told = async (person: Person) => {
  const { answer } = await world.server.call(person, listNotices, { query: {} });
  return answer.notices.filter(({ kind }) => kind !== 'task_assigned');
};
const wake = () =>
  sql`select enqueue_job('attention.wake', '{}'::json, 'attention.wake')`.execute(world.server.database);

describe('a task, from its giving to what waits for whom', () => {
  it('reminds the unit on the day, with the way to the task, and nobody else', async () => {
    const { police, officer, neighbour } = world.people;
    const taskId = await world.give('Kiểm tra an toàn', { agencyId: 't.congan', placeId: province }, dueToday);
    await wake();
    const [notice] = await eventually(async () => {
      const notices = await told(police);
      return notices.length > 0 && notices;
    });
    expect(notice).toMatchObject({ kind: 'task_due_today', path: `/nhiem-vu/${taskId}`, dueOn: today, read: false });
    expect(notice?.title).toContain('Kiểm tra an toàn');
    expect((await world.task(taskId, police)).id).toBe(taskId);
    expect([await told(officer), await told(neighbour)]).toEqual([[], []]);
  });

  it('tells who reported what was decided, and who asked for time what was answered', async () => {
    const { server, people } = world;
    const planned = { ...dueToday, endsOn: shiftDay(today, 400) };
    const taskId = await world.give('Kiểm tra an toàn', { agencyId: 'x.ubnd', placeId: khe }, planned);
    const period = (await world.task(taskId)).periods[0]?.id ?? '';
    const request = { id: randomUUID(), dueOn: shiftDay(today, 430), reason: 'Chờ kinh phí bịa.' };
    await server.call(people.officer, askForTime, { params: { periodId: period }, body: request });
    const answer = { answer: 'granted', dueOn: request.dueOn, words: null } as const;
    await server.call(people.lead, answerTimeRequest, { params: { requestId: request.id }, body: answer });
    expect((await told(people.officer)).map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
      ['time_answered', request.dueOn],
    ]);
    await world.complete(people.officer, period, today);
    const reportId = (await world.task(taskId)).periods[0]?.reports[0]?.id ?? '';
    const body = { decision: 'sent_back', reason: 'Thiếu danh sách người dự.' } as const;
    await server.call(people.lead, decideReport, { params: { reportId }, body });
    // Both of the same moment: which stands first is no matter.
    expect(new Set((await told(people.officer)).map(({ kind }) => kind))).toEqual(
      new Set(['task_sent_back', 'time_answered']),
    );
  });
});
