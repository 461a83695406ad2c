import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getSession } from '@mangnon/domain/access/session.api.ts';
import {
  breakGlass,
  countGlassToReview,
  listBrokenGlass,
  reviewBrokenGlass,
  seeBrokenGlass,
} from '@mangnon/domain/cases/broken-glass.api.ts';
import { getCase } from '@mangnon/domain/cases/cases.api.ts';
import type { Post } from '@mangnon/domain/access/posts.ts';
import { eventually } from '../testing/eventually.ts';
import { startWorldServer, type WorldServer } from './testing/sealed-server.ts';

let bench: WorldServer;
beforeAll(async () => {
  bench = await startWorldServer();
});
afterAll(() => bench.stop());
beforeEach(async () => {
  await bench.owner.query('delete from supervisor_notice');
  await bench.owner.query('delete from broken_glass');
  bench.server.clock.now = new Date();
});

const reason = { reason: 'danger_to_life', words: 'Em bé gọi từ nhà người lạ, cần biết chỗ ở ngay.' } as const;
// In province A, where the lead officer of the world supervises; the police of A1 have nothing to do with it.
const caseId = () => bench.world.full.prov.caseId;
const broken = (post: Post = 'police', body: Parameters<typeof reasonOf>[0] = {}) =>
  bench.server.call(bench.person(post), breakGlass, { params: { caseId: caseId() }, body: reasonOf(body) });
const reasonOf = (body: Partial<{ reason: 'danger_to_life' | 'child_moved'; words: string }>) => ({
  ...reason,
  ...body,
});
const trail = async (action: string) => {
  const rows = await bench.server.database
    .selectFrom('audit_event')
    .select(['account_id', 'chain', 'subjects', 'outcome', 'refusal_code', 'details'])
    .where('action', '=', action)
    .orderBy('id')
    .execute();
  return rows;
};

describe('broken glass over HTTP', () => {
  it('opens the case for an hour, tells the breaker on every page and the supervisors at once, all in the trail', async () => {
    const { server } = bench;
    const police = bench.person('police');
    const look = () => server.call(police, getCase, { params: { caseId: caseId() } });
    expect((await look()).refusal.code).toBe('cases.not_found');
    const made = (await broken()).answer;
    const minutes = (Date.parse(made.until) - Date.now()) / 60_000;
    expect([minutes > 59, minutes <= 60, made.supervisors]).toEqual([true, true, 2]);
    expect((await look()).answer).toMatchObject({ glassUntil: made.until, narrative: { state: 'shown' } });
    const { brokenGlass } = (await server.call(police, getSession, {})).answer;
    expect(brokenGlass).toEqual([{ id: made.id, caseId: caseId(), until: made.until }]);
    const lead = bench.person('provincial_lead_officer');
    expect((await server.call(lead, countGlassToReview, {})).answer).toEqual({ waiting: 1, unseen: 1 });
    const { glass } = (await server.call(lead, listBrokenGlass, {})).answer;
    expect(glass).toMatchObject([{ id: made.id, words: reason.words, review: null, canReview: true }]);
    await server.call(lead, seeBrokenGlass, { params: { glassId: made.id } });
    expect((await server.call(lead, countGlassToReview, {})).answer).toEqual({ waiting: 1, unseen: 0 });
    const [noted] = (await trail('cases.glass.break')).slice(-1);
    expect(noted).toMatchObject({
      account_id: police.id,
      chain: `case:${caseId()}`,
      subjects: [`case:${caseId()}`, `glass:${made.id}`],
      details: { reason: 'danger_to_life', supervisors: 2 },
    });
    // What was said in words is read where it may be read, and not in the trail.
    expect(JSON.stringify(await trail('cases.glass.break'))).not.toContain('người lạ');
  });

  it('sent twice is broken once, and ends by the clock of the database', async () => {
    const [one, two] = [await broken(), await broken()];
    expect([two.answer.id, two.answer.until]).toEqual([one.answer.id, one.answer.until]);
    const notices = await bench.owner.query('select from supervisor_notice');
    expect(notices.rowCount).toBe(1);
    await bench.owner.query('update broken_glass set until = now()');
    const police = bench.person('police');
    const called = await bench.server.call(police, getCase, { params: { caseId: caseId() } });
    expect(called.refusal.code).toBe('cases.not_found');
    expect((await bench.server.call(police, getSession, {})).answer.brokenGlass).toEqual([]);
  });

  it('leaves an end in the trail of the case, once, even when the task runs again', async () => {
    const { answer: made } = await broken();
    const queued = await bench.owner.query<{ run_at: Date }>(
      `update graphile_worker._private_jobs set run_at = now() where key = $1 returning $2::timestamptz as run_at`,
      [`glass:${made.id}`, made.until],
    );
    expect(queued.rowCount).toBe(1);
    const ended = await eventually(async () => {
      const rows = (await trail('cases.glass.end')).filter(({ subjects }) => subjects.includes(`glass:${made.id}`));
      return rows.length > 0 && rows;
    });
    expect(ended).toMatchObject([{ account_id: bench.person('police').id, chain: `case:${caseId()}` }]);
    const payload = { glassId: made.id, caseId: caseId(), accountId: bench.person('police').id, requestId: made.id };
    await bench.owner.query(`select graphile_worker.add_job('cases.end_glass', $1)`, [JSON.stringify(payload)]);
    await eventually(async () => {
      const left = await bench.owner.query(
        `select from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
         where t.identifier = 'cases.end_glass' and j.run_at <= now()`,
      );
      return left.rowCount === 0;
    });
    expect(
      (await trail('cases.glass.end')).filter(({ subjects }) => subjects.includes(`glass:${made.id}`)),
    ).toHaveLength(1);
  });

  it('needs the second factor of the last five minutes', async () => {
    bench.server.clock.now = new Date(Date.now() + 6 * 60_000);
    expect((await broken()).refusal.code).toBe('platform.step_up_needed');
    expect((await bench.owner.query('select from broken_glass')).rowCount).toBe(0);
  });

  it.each([
    ['too short', { words: 'nguy hiểm lắm rồi !' }, 'body.words'],
    ['short but for blanks', { words: `nguy hiểm${' '.repeat(30)}` }, 'body.words'],
    ['signs that count double', { words: '🧒'.repeat(15) }, 'body.words'],
    ['a zero character', { words: `em bé đang gặp nguy hiểm\u0000` }, 'body.words'],
    ['too long', { words: 'a'.repeat(2001) }, 'body.words'],
    ['an unknown reason', { reason: 'curiosity' as 'child_moved' }, 'body.reason'],
  ])('refuses words that are %s, and says where', async (_what, body, where) => {
    const called = await broken('police', body);
    expect([called.status, called.refusal.code, called.refusal.where]).toEqual([422, 'platform.invalid_input', where]);
  });

  it('refuses a post that may not, a case there is not, and the next one while a review is overdue', async () => {
    expect((await broken('school')).refusal.code).toBe('platform.not_allowed');
    const nothing = { params: { caseId: '00000000-0000-4000-8000-000000000000' }, body: reason };
    expect((await bench.server.call(bench.person('police'), breakGlass, nothing)).refusal.code).toBe('cases.not_found');
    const { answer: made } = await broken();
    await bench.owner.query(`update broken_glass set review_due = now() - interval '1 second', until = now()`);
    const again = await broken();
    expect([again.status, again.refusal.code]).toEqual([409, 'cases.review_overdue']);
    expect((await trail('cases.glass.break')).at(-1)).toMatchObject({ refusal_code: 'cases.review_overdue' });
    const lead = bench.person('provincial_lead_officer');
    const verdict = { params: { glassId: made.id }, body: { justified: false, words: 'Có thể gọi trực ban.' } };
    expect((await bench.server.call(lead, reviewBrokenGlass, verdict)).answer).toMatchObject({
      review: { justified: false, words: 'Có thể gọi trực ban.' },
      canReview: false,
    });
    expect((await broken()).status).toBe(200);
  });

  it('is reviewed once, by another person, and another verdict does not take the place of the first', async () => {
    const { server } = bench;
    const lead = bench.person('provincial_lead_officer');
    const own = (await broken('provincial_lead_officer')).answer;
    const body = { justified: true, words: 'Đúng.' };
    const itself = await server.call(lead, reviewBrokenGlass, { params: { glassId: own.id }, body });
    expect(itself.refusal.code).toBe('cases.glass_not_found');
    const inspector = bench.person('inspector');
    const review = (more: Partial<typeof body> = {}) =>
      server.call(inspector, reviewBrokenGlass, { params: { glassId: own.id }, body: { ...body, ...more } });
    expect((await review()).answer.review).toMatchObject({ justified: true });
    expect((await review()).status).toBe(200);
    expect((await review({ justified: false })).refusal.code).toBe('cases.glass_reviewed');
    const rows = await bench.owner.query('select justified, reviewed_by from broken_glass');
    expect(rows.rows).toEqual([{ justified: true, reviewed_by: inspector.id }]);
  });
});
