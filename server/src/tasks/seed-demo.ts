import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { proposeUnits } from '@mangnon/domain/tasks/propose-units.ts';
import { proposeSchedule } from '@mangnon/domain/tasks/task-schedule.ts';
import { asDemoPerson } from '../access/as-demo-person.ts';
import type { DemoSeed } from '../platform/module.ts';
import { findPlanToAssign, insertTasks, listSentences } from './assignment.queries.ts';
import { planPlaceOf, spanOf } from './plan-span.ts';
import { planTasks } from './plan-tasks.ts';
import { acceptDone, scopeOf, setReported } from './progress.queries.ts';
import { lockPeriod, type PeriodLock } from './task.queries.ts';

const province = '99@2025-07-01';
const khe = '99010@2025-07-01';

/** What the demo's people have said about their tasks, by the beginning of the sentence. */
const said = [
  {
    by: 'hanh',
    place: province,
    sentence: 'Tổ chức 06 lớp',
    day: '2026-06-25',
    kind: 'completion',
    words: 'Đã mở đủ 06 lớp, 214 người dự.',
  },
  {
    by: 'hanh',
    place: province,
    sentence: 'Vận hành đường dây',
    day: '2026-10-30',
    kind: 'progress',
    words: 'Nhận 41 cuộc gọi trong tháng 10, chuyển xã xử lý 17.',
  },
  {
    by: 'mai',
    place: khe,
    sentence: 'Rà soát, rào chắn',
    day: '2026-05-20',
    kind: 'progress',
    words: 'Đã rào 7 trên 11 ao, hố; còn 4 chỗ chờ vật liệu.',
  },
  {
    by: 'mai',
    place: khe,
    sentence: 'Phân công một công chức',
    day: '2026-03-12',
    kind: 'completion',
    words: 'Đã phân công và niêm yết số điện thoại tại trụ sở.',
  },
] as const;

/**
 * The demo's adopted plan given to its units, by its own rules and under the posts of its people: one task accepted, one
 * waiting for its decision, one under way with a hindrance, the others as the days of the plan have it.
 */
export async function seedDemoTasks(seed: DemoSeed): Promise<void> {
  const { database, now } = seed;
  const today = vietnamDay(now);
  // After the plan was adopted, before the first day on which somebody says to have done something, and before it was inspected.
  const given = new Date(Math.min(Date.parse('2026-02-02T02:00:00Z'), now.getTime() - 60 * 86_400_000));
  const found = await database.selectFrom('plan').select('id').orderBy('adopted_at').executeTakeFirst();
  if (found === undefined) throw new Error('the demo has no plan');
  await asDemoPerson(seed, 'hanh', async (by) => {
    await sql`insert into plan_place (plan_id, place_id, origin, set_by, set_at)
      values (${found.id}::uuid, ${province}, 'heading', ${by}::uuid, ${given}::timestamptz) on conflict do nothing`.execute(
      database,
    );
    const plan = await findPlanToAssign(database, found.id);
    const place = plan === undefined ? null : await planPlaceOf(database, plan, today);
    if (plan === undefined || place === null) throw new Error('the demo’s plan has no place');
    const items = (await listSentences(database, plan.id, today)).flatMap(({ planTaskId, text, due, agencies }) => {
      const units = agencies
        .filter(({ role }) => role === 'lead')
        .flatMap((agency) => proposeUnits(agency, place).units);
      const schedule = proposeSchedule(due, spanOf(plan, today), text);
      return units.length === 0 ? [] : [{ planTaskId, units, coordinating: [], schedule, product: null, words: null }];
    });
    const planned = await planTasks(database, plan, items, today);
    if (!planned.ok) throw new Error(`the demo's tasks were refused: ${JSON.stringify(planned.refusal)}`);
    await insertTasks(database, { planId: plan.id, requesterPlaceId: place.placeId, by, now: given }, planned.value);
  });
  // Each after the one before, as it came in. oxlint-disable-next-line no-await-in-loop
  for (const one of said) await asDemoPerson(seed, one.by, (by) => report(seed, one, by));
  await asDemoPerson(seed, 'mai', async (by) => {
    const period = await periodOf(seed, khe, 'Rà soát, rào chắn');
    const scope = scopeOf(period);
    const words = 'Xã chưa có kinh phí mua cọc và lưới rào; đề nghị tỉnh hỗ trợ 18 triệu đồng.';
    const place = { with_place_id: province, state: 'open' };
    const raised = { id: randomUUID(), period_id: period.id, ...scope, words, raised_at: now, raised_by: by };
    await database
      .insertInto('hindrance')
      .values({ ...raised, ...place })
      .execute();
  });
  await asDemoPerson(seed, 'quang', async (by) => {
    const period = await periodOf(seed, province, 'Tổ chức 06 lớp');
    const { rows } = await sql<{ id: string }>`
      select id from progress_report where period_id = ${period.id}::uuid`.execute(database);
    const decided = { decision: 'accepted', decided_at: now, decided_by: by };
    const values = { report_id: rows[0]?.id ?? '', ...scopeOf(period), ...decided };
    await database.insertInto('progress_decision').values(values).execute();
    await acceptDone(database, period.id, period.reportedOn ?? today, now);
  });
}

async function periodOf({ database, now }: DemoSeed, placeId: string, sentence: string): Promise<PeriodLock> {
  const { rows } = await sql<{ id: string }>`
    select p.id from task_period p join task t on t.id = p.task_id
    where t.place_id = ${placeId} and t.words like ${`${sentence}%`} order by p.starts_on limit 1`.execute(database);
  const period = rows[0] && (await lockPeriod(database, rows[0].id, vietnamDay(now)));
  if (period === undefined) throw new Error(`the demo has no task «${sentence}»`);
  return period;
}

async function report(seed: DemoSeed, one: (typeof said)[number], by: string): Promise<void> {
  const { database, now } = seed;
  const period = await periodOf(seed, one.place, one.sentence);
  // A demo begun before that day is told of no future.
  const day = one.day <= vietnamDay(now) ? one.day : vietnamDay(now);
  await database
    .insertInto('progress_report')
    .values({
      id: randomUUID(),
      period_id: period.id,
      task_id: period.taskId,
      ...scopeOf(period),
      kind: one.kind,
      happened_on: day,
      words: one.words,
      recorded_at: now,
      recorded_by: by,
    })
    .execute();
  if (one.kind === 'completion') await setReported(database, period.id, { day, enteredOn: vietnamDay(now) });
}
