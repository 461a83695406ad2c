import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { discardDraft, getDraft, restoreDraft, uploadDraft } from '@mangnon/domain/plans/drafts.api.ts';
import { eventually } from '../testing/eventually.ts';
import type { Person } from '../testing/test-call.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { makeFactId } from './read-facts.ts';
import { makePlanText } from './testing/plan-text.ts';
import { accepted, reviewOf, startReview, uploadText } from './testing/review.ts';

let server: TestServer;
let officer: Person;
beforeAll(async () => {
  server = await startTestServer();
  officer = await server.signIn('provincial_lead_officer');
});
afterAll(() => server.stop());

async function countDrafts(): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) from draft`.execute(server.database);
  return Number(rows[0]?.count);
}

describe('upload', () => {
  it('once for one upload id, however often and however fast it is sent', async () => {
    const uploadId = randomUUID();
    const before = await countDrafts();
    const text = makePlanText({ title: 'Gửi nhiều lần' });
    const answers = await Promise.all(Array.from({ length: 5 }, () => uploadText(server, officer, text, { uploadId })));
    const later = await uploadText(server, officer, text, { uploadId });
    expect(new Set([...answers, later].map(({ answer }) => answer.draftId)).size).toBe(1);
    expect(await countDrafts()).toBe(before + 1);
  });

  it('refuses an upload id that was used for another file or by another person', async () => {
    const uploadId = randomUUID();
    accepted(await uploadText(server, officer, 'một', { uploadId }));
    expect((await uploadText(server, officer, 'hai', { uploadId })).refusal.code).toBe('drafts.upload_id_taken');
    const other = await server.signIn('provincial_lead_officer');
    expect((await uploadText(server, other, 'một', { uploadId })).refusal.code).toBe('platform.not_allowed');
  });

  it('says when the very same file is here already, and keeps its bytes once', async () => {
    const text = makePlanText({ title: 'Cùng một tệp' });
    const first = (await uploadText(server, officer, text)).answer;
    expect(first.sameFileAs).toBeNull();
    const second = (await uploadText(server, officer, text, { name: 'bản sao.txt' })).answer;
    expect(second.sameFileAs).toMatchObject({ draftId: first.draftId, planId: null });
    expect(second.draftId).not.toBe(first.draftId);
    const { rows } = await sql<{ same: boolean }>`select count(distinct source_sha256) = 1 as same from draft
      where id in (${first.draftId}, ${second.draftId})`.execute(server.database);
    expect(rows).toEqual([{ same: true }]);
  });

  it('refuses a file over 60 MB with its sentence, an empty one, a missing one, one without an id', async () => {
    const large = await uploadText(server, officer, new Uint8Array(60_000_001));
    expect([large.status, large.refusal.code]).toEqual([413, 'drafts.file_too_large']);
    expect(large.refusal.message.vi).toContain('60 MB');
    expect((await uploadText(server, officer, '')).refusal.code).toBe('drafts.file_empty');
    expect((await uploadText(server, officer, 'x', { uploadId: 'khong-phai' })).refusal.code).toBe(
      'drafts.upload_id_missing',
    );
    const bare = await server.app.inject({
      method: 'POST',
      url: uploadDraft.path,
      headers: { host: 'localhost', cookie: officer.cookie, 'content-type': 'multipart/form-data; boundary=x' },
      payload: `--x\r\nContent-Disposition: form-data; name="uploadId"\r\n\r\n${randomUUID()}\r\n--x--\r\n`,
    });
    expect([bare.statusCode, bare.json().code]).toEqual([400, 'drafts.file_missing']);
    const cut = await server.app.inject({
      method: 'POST',
      url: uploadDraft.path,
      headers: { host: 'localhost', cookie: officer.cookie, 'content-type': 'multipart/form-data; boundary=x' },
      payload: '--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nnửa chừng',
    });
    expect([cut.statusCode, cut.json().code]).toEqual([400, 'drafts.upload_broken']);
  });

  it('keeps a name as it was given, without a path', async () => {
    const name = 'C:\\Văn bản\\Kế hoạch số 5 (bản ký).txt';
    const { draftId } = (await uploadText(server, officer, makePlanText(), { name })).answer;
    const { fileName } = (await server.call(officer, getDraft, { params: { draftId } })).answer;
    expect(fileName).toBe('Kế hoạch số 5 (bản ký).txt');
  });
});

describe('reading', () => {
  it('refuses what is no document with code and sentence; put away and taken back it stays refused', async () => {
    const { draftId } = (await uploadText(server, officer, new Uint8Array(randomBytes(4000)), { name: 'x.bin' }))
      .answer;
    const review = await reviewOf(server, officer, draftId);
    const draft = await review.get();
    expect(draft.state).toBe('refused');
    expect(draft.refusal?.code).toMatch(/^files\./);
    expect(draft.refusal?.message.vi.length).toBeGreaterThan(20);
    expect((await review.adopt()).refusal.code).toBe('drafts.not_in_review');
    const params = { draftId };
    accepted(await server.call(officer, discardDraft, { params, body: {} }));
    expect((await server.call(officer, restoreDraft, { params, body: {} })).answer.state).toBe('refused');
  });

  it('run twice changes nothing: a second job finds the draft read, and the edits made since stay', async () => {
    const review = await startReview(server, officer, makePlanText({ title: 'Đọc hai lần' }));
    const { facts } = await review.get();
    await sql`select enqueue_job('read_plan', ${JSON.stringify({ draftId: review.draftId })}::json)`.execute(
      server.database,
    );
    const task = facts.find((fact) => fact.kind === 'task');
    if (task === undefined) throw new Error('nothing was read');
    accepted(await review.act({ type: 'delete', factId: task.id, version: 1 }));
    // A plan uploaded after it is read after it: by then the second job has had its turn.
    await startReview(server, officer, makePlanText({ title: 'Sau đó' }));
    await eventually(async () => (await waitingJobs()) === 0);
    expect((await review.get()).facts.some((fact) => fact.id === task.id)).toBe(false);
  });

  it('gives each fact the same id whenever it is read', () => {
    const draftId = '3e0c9f0e-6d0b-4c86-9a55-0c8a9f1a2b3c';
    expect(makeFactId(draftId, 'task', 0)).toBe(makeFactId(draftId, 'task', 0));
    const ids = [makeFactId(draftId, 'task', 0), makeFactId(draftId, 'task', 1), makeFactId(draftId, 'target', 0)];
    expect(new Set(ids).size).toBe(3);
  });
});

async function waitingJobs(): Promise<number> {
  const client = new Client({ connectionString: server.databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ count: string }>(
    `select count(*) from graphile_worker.jobs where task_identifier = 'read_plan'`,
  );
  await client.end();
  return Number(rows[0]?.count);
}
