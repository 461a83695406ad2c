import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shiftDay } from '@mangnon/domain/kernel/day.ts';
import { commune, province } from '../testing/newcomer.ts';
import { makeReminders } from './make-reminders.ts';
import { tasksSource } from './tasks-source.queries.ts';
import { openReminderWorld, type ReminderWorld } from './testing/reminder-world.ts';
import { putDueTasks } from './testing/task-world.ts';

const monday = '2026-11-30';
const ofHealth = { agencyId: 't.so_yte', placeId: province, requesterPlaceId: province };
const ofCommune = { agencyId: 'x.ubnd', placeId: commune, requesterPlaceId: province };

let world: ReminderWorld;
let lead: string;
let officer: string;
let worker: string;
let chair: string;
beforeEach(async () => {
  world = await openReminderWorld();
  lead = await world.addPerson({ post: 'provincial_lead_officer', placeId: province });
  officer = await world.addPerson({ post: 'agency_officer', placeId: province, agencyId: 't.so_yte' });
  worker = await world.addPerson({ post: 'commune_protection_worker', placeId: commune });
  chair = await world.addPerson({ post: 'commune_chair', placeId: commune });
});
afterEach(() => world.stop());

const put = (tasks: Partial<Parameters<typeof putDueTasks>[1]> & { dueOn: string }) =>
  putDueTasks(world.databaseUrl, { count: 1, ...ofHealth, accountId: lead, ...tasks });

/** Everything that is to be said on that day, at ten in the morning. */
async function remind(day: string) {
  for (;;) {
    const state = await makeReminders(world.database, [tasksSource], new Date(`${day}T03:00:00Z`));
    if (state === 'done') return;
  }
}
async function told(accountId: string) {
  const rows = await world.asOwner(sql<{ told: string }>`
    select kind || ' ' || due_on as told from notice where account_id = ${accountId} order by at, due_on`);
  return rows.map((row) => row.told);
}

describe('reminders of tasks', () => {
  it('come before, on and after the due day by working days, and go up the line', async () => {
    // Friday 11 December: 7 working days before is 2 December, 2 before is 9 December.
    await put({ dueOn: '2026-12-11', ...ofCommune });
    const names = new Map([
      [worker, 'worker'],
      [chair, 'chair'],
      [lead, 'lead'],
    ]);
    for (let day = '2026-12-01'; day <= '2026-12-31'; day = shiftDay(day, 1)) await remind(day);
    const rows = await world.asOwner(sql<{ account_id: string; at: Date; kind: string }>`
      select account_id, at, kind from notice order by at, kind desc`);
    expect(rows.map((row) => [row.at.toISOString().slice(0, 10), names.get(row.account_id), row.kind])).toEqual([
      ['2026-12-02', 'worker', 'task_due_soon'],
      ['2026-12-09', 'worker', 'task_due_soon'],
      ['2026-12-11', 'worker', 'task_due_today'],
      ['2026-12-14', 'worker', 'task_overdue'],
      ['2026-12-18', 'worker', 'task_overdue'],
      ['2026-12-18', 'chair', 'task_escalated'],
      ['2026-12-25', 'lead', 'task_escalated'],
    ]);
  });

  it('that go up the line end with the chair of the province, who is reminded of nothing else', async () => {
    const head = await world.addPerson({ post: 'provincial_chair', placeId: province });
    await put({ dueOn: '2026-12-11', ...ofCommune });
    for (let day = '2026-12-01'; day <= '2026-12-31'; day = shiftDay(day, 1)) await remind(day);
    expect(await told(head)).toEqual(['task_escalated 2026-12-11']);
    expect(await told(lead)).toEqual(['task_escalated 2026-12-11']);
  });

  it('are each made once, however often and by how many they are made', async () => {
    await put({ count: 450, dueOn: '2026-12-02' });
    await Promise.all([remind(monday), remind(monday), remind(monday)]);
    await remind(monday);
    expect(await told(officer)).toEqual(Array(450).fill('task_due_soon 2026-12-02'));
    const made = await world.asOwner(sql<{ made: number }>`select sum(told)::int as made from reminder`);
    expect(made).toEqual([{ made: 450 }]);
  });

  it('tell what is, not what was missed: the step that holds, also after a standstill', async () => {
    await remind('2026-12-01');
    await put({ dueOn: '2026-12-04' });
    await remind('2026-12-03');
    expect(await told(officer)).toEqual(['task_due_soon 2026-12-04']);
    await put({ dueOn: '2026-12-08' });
    await remind('2026-12-30');
    expect(await told(officer)).toEqual([
      'task_due_soon 2026-12-04',
      'task_overdue 2026-12-04',
      'task_overdue 2026-12-08',
    ]);
    expect(await told(lead)).toEqual(['task_escalated 2026-12-04', 'task_escalated 2026-12-08']);
  });

  it('do not begin with everything that was ever late', async () => {
    await put({ dueOn: '2026-03-02' });
    await remind('2026-12-01');
    expect(await told(officer)).toEqual([]);
  });

  it('stop where it is done, cancelled, or waits for a decision, and follow a day that was moved', async () => {
    const [done, cancelled, reported, moved] = await put({ count: 4, dueOn: '2026-12-02' });
    await world.asOwner(sql`update task_period set done_on = '2026-11-20', accepted_at = now() where id = ${done}`);
    await world.asOwner(sql`update task_period set cancelled_on = '2026-11-20' where id = ${cancelled}`);
    await world.asOwner(sql`update task_period set reported_on = '2026-11-20' where id = ${reported}`);
    await remind(monday);
    expect(await told(officer)).toEqual(['task_due_soon 2026-12-02']);
    await world.asOwner(sql`update task_period set due_on = '2026-12-09' where id = ${moved}`);
    await world.asOwner(sql`update task_period set reported_on = null where id = ${reported}`);
    await remind(monday);
    expect(await told(officer)).toEqual([
      'task_due_soon 2026-12-02',
      'task_due_soon 2026-12-02',
      'task_due_soon 2026-12-09',
    ]);
  });

  it('of a unit in which nobody works go to who asked for it; nobody else hears of them', async () => {
    await put({ dueOn: '2026-12-02', agencyId: 't.congan' });
    await remind(monday);
    expect(await told(lead)).toEqual(['task_due_soon 2026-12-02']);
    expect([await told(officer), await told(worker), await told(chair)]).toEqual([[], [], []]);
  });

  it('reach who is named on the task, and nobody whose post or account has ended', async () => {
    await put({ dueOn: '2026-12-02' });
    const named = await world.addPerson({ post: 'statistician' });
    const gone = await world.addPerson({ post: 'agency_officer', placeId: province, agencyId: 't.so_yte' });
    const moved = await world.addPerson({ post: 'agency_officer', placeId: province, agencyId: 't.so_yte' });
    await world.asOwner(sql`
      insert into task_party (task_id, place_id, province_id, unit, requester_place_id, account_id, added_at, added_by)
      select id, place_id, province_id, unit, requester_place_id, ${named}, now(), ${lead} from task`);
    await world.asOwner(sql`update account set disabled_at = now() where id = ${gone}`);
    await world.asOwner(sql`update post_holding set ended_at = now() where account_id = ${moved}`);
    await remind(monday);
    expect([await told(named), await told(officer)].flat()).toHaveLength(2);
    expect([await told(gone), await told(moved)].flat()).toEqual([]);
  });

  it('count across Tết with the days that are decided, and use the last working day before a due day of rest', async () => {
    await remind('2026-01-30');
    // Monday 23 February 2026 is the first working day after Tết; 2 working days before it is Thursday 12.
    await put({ dueOn: '2026-02-23' });
    await put({ dueOn: '2026-02-15' });
    await remind('2026-02-11');
    expect(await told(officer)).toEqual(['task_due_soon 2026-02-15', 'task_due_soon 2026-02-23']);
    await remind('2026-02-12');
    expect((await told(officer)).slice(2)).toEqual(['task_due_soon 2026-02-15', 'task_due_soon 2026-02-23']);
    await remind('2026-02-13');
    expect((await told(officer)).slice(4)).toEqual(['task_due_today 2026-02-15']);
    await remind('2026-02-22');
    expect((await told(officer)).slice(5)).toEqual([]);
    await remind('2026-02-23');
    expect((await told(officer)).slice(5)).toEqual(['task_overdue 2026-02-15', 'task_due_today 2026-02-23']);
  });
});
