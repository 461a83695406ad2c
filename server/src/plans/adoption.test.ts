import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { adoptDraft } from '@mangnon/domain/plans/drafts.api.ts';
import { getPlan } from '@mangnon/domain/plans/plans.api.ts';
import type { Person } from '../testing/test-call.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { makePlanText } from './testing/plan-text.ts';
import { accepted, listOf, startReview, taskOf, uploadText, type Review } from './testing/review.ts';

let server: TestServer;
let officer: Person;
beforeAll(async () => {
  server = await startTestServer();
  officer = await server.signIn('provincial_lead_officer');
});
afterAll(() => server.stop());

async function settled(options: Parameters<typeof makePlanText>[0]): Promise<Review> {
  const review = await startReview(server, officer, makePlanText(options));
  await review.settle();
  return review;
}

async function countPlansOf(draftId: string): Promise<number> {
  const { rows } = await sql`select from plan where draft_id = ${draftId}`.execute(server.database);
  return rows.length;
}

describe('adoption', () => {
  it('makes one plan of ten simultaneous clicks and of every later one', async () => {
    const review = await settled({ title: 'Mười lần bấm' });
    const { seq } = await review.get();
    const colleague = await server.signIn('provincial_lead_officer');
    const params = { draftId: review.draftId };
    const clicks = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        server.call(index % 2 === 0 ? officer : colleague, adoptDraft, { params, body: { seq } }),
      ),
    );
    const late = await server.call(officer, adoptDraft, { params, body: { seq: 0 } });
    expect(new Set([...clicks, late].map(({ answer }) => answer.planId)).size).toBe(1);
    expect(await countPlansOf(review.draftId)).toBe(1);
  });

  it('waits for open doubts, a task, a title, what others changed, and values that cannot be', async () => {
    const review = await startReview(server, officer, makePlanText({ title: 'Chưa thể thông qua' }));
    expect((await review.adopt()).refusal.code).toBe('drafts.doubts_open');
    await review.settle();
    const seen = await review.get();
    const heading = listOf(seen, 'heading')[0];
    if (heading === undefined) throw new Error('no heading');
    const colleague = await server.signIn('provincial_lead_officer');
    const task = taskOf(seen, 'Kiểm tra');
    accepted(await review.act({ type: 'delete', factId: task.id, version: task.version }, colleague));
    const body = { seq: seen.seq };
    const stale = await server.call(officer, adoptDraft, { params: { draftId: review.draftId }, body });
    expect(stale.refusal.code).toBe('drafts.changed_meanwhile');
    for (const { id: factId, version } of listOf(await review.get(), 'task')) {
      // oxlint-disable-next-line no-await-in-loop
      accepted(await review.act({ type: 'delete', factId, version }));
    }
    expect((await review.adopt()).refusal.code).toBe('drafts.no_task');
    expect(await countPlansOf(review.draftId)).toBe(0);
    expect((await review.get()).adoptBlockedBy).toEqual(['drafts.no_task']);
  });

  it('leaves nothing behind when it fails in the middle', async () => {
    const review = await settled({ title: 'Hỏng giữa chừng' });
    const owner = new Client({ connectionString: server.databaseUrl });
    await owner.connect();
    onTestFinished(() => owner.end());
    await owner.query(`create function break_it() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$;
      create trigger break_it before insert on plan_legal_basis for each statement execute function break_it()`);
    expect((await review.adopt()).status).toBe(500);
    expect(await countPlansOf(review.draftId)).toBe(0);
    expect((await review.get()).state).toBe('in_review');
    await owner.query('drop trigger break_it on plan_legal_basis; drop function break_it()');
    expect((await review.adopt()).answer.planId).toBeTruthy();
  });

  it('is final: not even the database lets the draft, its edits or the plan change', async () => {
    const review = await settled({ title: 'Đã thông qua' });
    const { planId } = (await review.adopt()).answer;
    const task = taskOf(await review.get(), 'Kiểm tra');
    const act = { type: 'delete', factId: task.id, version: task.version } as const;
    expect((await review.act(act)).refusal.code).toBe('drafts.not_in_review');
    const id = sql`${planId}::uuid`;
    await expect(
      sql`update draft set state = 'in_review' where id = ${review.draftId}`.execute(server.database),
    ).rejects.toThrow('adopted');
    await expect(sql`delete from draft_edit`.execute(server.database)).rejects.toThrow(
      /permission denied|never changed/,
    );
    await expect(sql`update plan set title = 'x' where id = ${id}`.execute(server.database)).rejects.toThrow(
      'permission denied',
    );
    await expect(sql`delete from plan_task where plan_id = ${id}`.execute(server.database)).rejects.toThrow(
      'permission denied',
    );
  });

  it('links legal bases to the plan they name, adopted before or after', async () => {
    const cites = 'Thực hiện Kế hoạch số 501/KH-UBND ngày 09 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh Mộc Giang,';
    const citing = await settled({ number: '502/KH-UBND', title: 'Viện dẫn trước', cites });
    const citingId = (await citing.adopt()).answer.planId;
    const linkOf = async (): Promise<string | null | undefined> => {
      const plan = (await server.call(officer, getPlan, { params: { planId: citingId } })).answer;
      return plan.legalBases.find((basis) => basis.number.startsWith('501'))?.planId;
    };
    expect(await linkOf()).toBeNull();
    const cited = await settled({ number: '501/KH-UBND', title: 'Được viện dẫn' });
    const citedId = (await cited.adopt()).answer.planId;
    expect(await linkOf()).toBe(citedId);
  });

  it('names the adopted plan when its very file comes in again', async () => {
    const text = makePlanText({ title: 'Gửi lại sau khi thông qua' });
    const review = await startReview(server, officer, text);
    await review.settle();
    const { planId } = (await review.adopt()).answer;
    const again = (await uploadText(server, officer, text)).answer;
    expect(again.sameFileAs).toMatchObject({ draftId: review.draftId, planId });
  });
});
