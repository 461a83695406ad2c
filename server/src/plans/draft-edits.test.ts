import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DraftAct } from '@mangnon/domain/plans/draft-edit.ts';
import { editDraft, type Draft } from '@mangnon/domain/plans/drafts.api.ts';
import type { Person } from '../testing/test-call.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { makePlanText } from './testing/plan-text.ts';
import { accepted, listOf, startReview, taskOf, type Review } from './testing/review.ts';

let server: TestServer;
let officer: Person;
let colleague: Person;
beforeAll(async () => {
  server = await startTestServer();
  officer = await server.signIn('provincial_lead_officer');
  colleague = await server.signIn('provincial_lead_officer');
});
afterAll(() => server.stop());

async function open(title: string): Promise<{ review: Review; draft: Draft }> {
  const review = await startReview(server, officer, makePlanText({ title }));
  return { review, draft: await review.get() };
}

describe('two people on one draft', () => {
  it('in different fields of one fact both are kept', async () => {
    const { review, draft } = await open('Hai trường khác nhau');
    const { id: factId, data } = taskOf(draft, 'Kiểm tra');
    const [mine, theirs] = await Promise.all([
      review.act({ type: 'change', factId, fields: { text: { from: data.text, to: 'Việc của tôi' } } }),
      review.act({ type: 'change', factId, fields: { lead: { from: data.lead, to: ['Sở Xây dựng'] } } }, colleague),
    ]);
    expect(new Set([mine.answer.seq, theirs.answer.seq])).toEqual(new Set([1, 2]));
    expect(taskOf(await review.get(), 'Việc của tôi').data.lead).toEqual(['Sở Xây dựng']);
  });

  it('in the same field the second is told both values and by whom, and nothing is overwritten', async () => {
    const { review, draft } = await open('Cùng một trường');
    const { id: factId, data } = taskOf(draft, 'Kiểm tra');
    accepted(
      await review.act({ type: 'change', factId, fields: { text: { from: data.text, to: 'Của chị' } } }, colleague),
    );
    const refused = await review.act({ type: 'change', factId, fields: { text: { from: data.text, to: 'Của tôi' } } });
    expect(refused.status).toBe(409);
    expect(refused.refusal).toMatchObject({
      code: 'drafts.field_changed',
      details: { field: 'text', yours: 'Của tôi', theirs: 'Của chị', by: colleague.name },
    });
    expect(taskOf(await review.get(), 'Của chị').version).toBe(2);
  });

  it('numbers the edits of a crowd without gaps or repeats', async () => {
    const { review, draft } = await open('Đông người sửa');
    const data = { text: 'Việc mới', section: '', lead: [], coordinating: [], due: null };
    const before = listOf(draft, 'task').length;
    const edits = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        review.act(
          {
            type: 'add',
            factId: randomUUID(),
            kind: 'task',
            span: null,
            after: null,
            data: { ...data, text: `Việc ${index}` },
          },
          index % 2 === 0 ? officer : colleague,
        ),
      ),
    );
    const seqs = edits.map(({ answer }) => answer.seq).toSorted((one, other) => one - other);
    expect(seqs).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(listOf(await review.get(), 'task')).toHaveLength(before + 20);
  });
});

describe('a repeated edit', () => {
  it('is done once and answered alike, also after others have edited', async () => {
    const { review, draft } = await open('Gửi lại');
    const { id: factId, version } = taskOf(draft, 'Kiểm tra');
    const editId = randomUUID();
    const act = { type: 'delete', factId, version } as const;
    const answers = await Promise.all(Array.from({ length: 5 }, () => review.act(act, officer, editId)));
    const other = taskOf(draft, 'Thống kê');
    accepted(await review.act({ type: 'delete', factId: other.id, version: other.version }, colleague));
    const late = await review.act(act, officer, editId);
    expect(new Set([...answers, late].map(({ answer }) => answer.seq))).toEqual(new Set([1]));
    expect((await review.get()).seq).toBe(2);
  });

  it('is refused when its id belongs to another act or another person', async () => {
    const { review, draft } = await open('Mã trùng');
    const { id: factId, version, data } = taskOf(draft, 'Kiểm tra');
    const editId = randomUUID();
    accepted(
      await review.act({ type: 'change', factId, fields: { lead: { from: data.lead, to: [] } } }, officer, editId),
    );
    const other = await review.act({ type: 'delete', factId, version: version + 1 }, officer, editId);
    expect(other.refusal.code).toBe('drafts.edit_id_taken');
    const fields = { lead: { from: data.lead, to: [] } };
    expect((await review.act({ type: 'change', factId, fields }, colleague, editId)).refusal.code).toBe(
      'drafts.edit_id_taken',
    );
  });
});

describe('undo', () => {
  it('puts back a merge with the doubts it settled, and can itself be undone', async () => {
    const { review, draft } = await open('Hoàn tác');
    const [first, second] = [taskOf(draft, 'Tổ chức tập huấn'), taskOf(draft, 'Thống kê')];
    const versions = { firstVersion: first.version, secondVersion: second.version };
    const merged = (await review.act({ type: 'merge', firstId: first.id, secondId: second.id, ...versions })).answer;
    const afterMerge = await review.get();
    const undone = (await review.act({ type: 'undo', editId: merged.editId }, colleague)).answer;
    const bare = (facts: Draft['facts']) => facts.map((fact) => ({ ...fact, version: 0 }));
    expect(bare((await review.get()).facts)).toEqual(bare(draft.facts));
    expect((await review.act({ type: 'undo', editId: merged.editId })).refusal.code).toBe('drafts.undo_done');
    accepted(await review.act({ type: 'undo', editId: undone.editId }));
    expect(bare((await review.get()).facts)).toEqual(bare(afterMerge.facts));
  });

  it('is refused when the same place was changed since, and for an edit that is not there', async () => {
    const { review, draft } = await open('Không hoàn tác được');
    const { id: factId, data } = taskOf(draft, 'Kiểm tra');
    const mine = (await review.act({ type: 'change', factId, fields: { text: { from: data.text, to: 'Một' } } }))
      .answer;
    accepted(await review.act({ type: 'change', factId, fields: { text: { from: 'Một', to: 'Hai' } } }, colleague));
    const refused = (await review.act({ type: 'undo', editId: mine.editId })).refusal;
    expect(refused).toMatchObject({ code: 'drafts.undo_changed', details: { by: colleague.name } });
    expect((await review.act({ type: 'undo', editId: randomUUID() })).refusal.code).toBe('drafts.edit_unknown');
  });
});

describe('refusals', () => {
  it('of the rules come with code, status and a Vietnamese sentence, and change nothing', async () => {
    const { review, draft } = await open('Từ chối');
    const { id: factId, version, data } = taskOf(draft, 'Kiểm tra');
    const heading = listOf(draft, 'heading')[0];
    const cases: [DraftAct, string][] = [
      [{ type: 'change', factId, fields: { text: { from: data.text, to: ' ' } } }, 'drafts.text_empty'],
      [{ type: 'change', factId, fields: { lead: { from: data.lead, to: [''] } } }, 'drafts.agency_empty'],
      [{ type: 'change', factId: randomUUID(), fields: {} }, 'drafts.fact_gone'],
      [{ type: 'split', factId, version, at: 100_000, newId: randomUUID() }, 'drafts.split_place'],
      [{ type: 'delete', factId, version: version + 5 }, 'drafts.fact_changed'],
      [{ type: 'delete', factId: heading?.id ?? '', version: 1 }, 'drafts.heading_stays'],
    ];
    for (const [act, code] of cases) {
      // oxlint-disable-next-line no-await-in-loop
      const { refusal, status } = await review.act(act);
      expect([refusal.code, status >= 409 && status <= 422]).toEqual([code, true]);
      expect(refusal.message.vi).toMatch(/\p{L}{2}.*\.$/u);
    }
    expect((await review.get()).facts).toEqual(draft.facts);
    const params = { draftId: randomUUID() };
    const body = { editId: randomUUID(), act: { type: 'delete', factId, version } } as const;
    expect((await server.call(officer, editDraft, { params, body })).refusal.code).toBe('drafts.not_found');
  });

  it('every edit and every refusal leaves its row in the audit trail, without any text of the plan', async () => {
    const { review, draft } = await open('Dấu vết');
    const { id: factId, data } = taskOf(draft, 'Kiểm tra');
    accepted(await review.act({ type: 'change', factId, fields: { text: { from: data.text, to: 'Chữ bí mật' } } }));
    expect(
      (await review.act({ type: 'change', factId, fields: { text: { from: 'sai', to: '' } } })).refusal.code,
    ).toMatch(/^drafts/);
    const { rows } = await sql<{ action: string; outcome: string; whole: string }>`
      select action, outcome, audit_event::text as whole from audit_event
      where target ->> 'draftId' = ${review.draftId} and action = 'plans.draft.edit' order by id`.execute(
      server.database,
    );
    expect(rows.map((row) => row.outcome)).toEqual(['accepted', 'refused']);
    expect(rows.some((row) => row.whole.includes('bí mật'))).toBe(false);
  });
});
