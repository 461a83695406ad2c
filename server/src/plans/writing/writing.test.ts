import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as api from '@mangnon/domain/plans/writing/manuscripts.api.ts';
import { submitManuscript } from '@mangnon/domain/plans/writing/manuscript-steps.api.ts';
import type { Person } from '../../testing/test-call.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { commune, deskOf, otherCommune, province, start, writeSample, type Desk } from './testing/desk.ts';

let server: TestServer;
let officer: Person;
let colleague: Person;
let chair: Person;
beforeAll(async () => {
  server = await startTestServer({ demo: true });
  officer = await server.signIn({ post: 'commune_officer', placeId: commune, validFrom: '2000-01-01' });
  colleague = await server.signIn({ post: 'commune_officer', placeId: commune, validFrom: '2000-01-01' });
  chair = await server.signIn({ post: 'commune_chair', placeId: commune, validFrom: '2000-01-01' });
});
afterAll(() => server.stop());

async function begin(more: Parameters<typeof start>[2] = {}): Promise<Desk> {
  return deskOf(server, officer, (await start(server, officer, more)).answer.manuscriptId);
}

describe('beginning a plan', () => {
  it('makes one of ten simultaneous clicks, with the cover of its committee and the headings offered', async () => {
    const manuscriptId = randomUUID();
    const clicks = await Promise.all(Array.from({ length: 10 }, () => start(server, officer, { manuscriptId })));
    const statuses = new Set(clicks.map(({ status }) => status));
    expect([...statuses].every((status) => status === 200 || status === 409)).toBe(true);
    const { items, can } = await deskOf(server, officer, manuscriptId).get();
    expect(items.filter(({ kind }) => kind === 'cover')).toHaveLength(1);
    expect(items.filter(({ kind }) => kind === 'heading')).toHaveLength(6);
    expect(items[0]?.data).toMatchObject({
      issuer: 'Ủy ban nhân dân xã Khe Trúc',
      symbol: 'KH-UBND',
      place: 'Khe Trúc',
    });
    expect(can).toMatchObject({ edit: true, submit: true, approve: false, issue: false });
  });

  it('is not done in another place, and is not seen from there', async () => {
    expect((await start(server, officer, { placeId: otherCommune })).status).toBe(403);
    expect((await start(server, chair)).status).toBe(403);
    const desk = await begin();
    const neighbour = await server.signIn({ post: 'commune_officer', placeId: otherCommune, validFrom: '2000-01-01' });
    const lead = await server.signIn({ post: 'provincial_lead_officer', placeId: province, validFrom: '2000-01-01' });
    for (const person of [neighbour, lead]) {
      const params = { manuscriptId: desk.manuscriptId };
      // oxlint-disable-next-line no-await-in-loop
      expect((await server.call(person, api.getManuscript, { params })).refusal.code).toBe('writing.not_found');
      // oxlint-disable-next-line no-await-in-loop
      const listed = (await server.call(person, api.listManuscripts, {})).answer.manuscripts;
      expect(listed.some(({ id }) => id === desk.manuscriptId)).toBe(false);
    }
  });

  it('asks few questions of the database, however many parts it has', async () => {
    const small = await begin();
    const large = await writeSample(server, officer, 'Nhiều phần');
    const counts = [];
    for (const desk of [small, large]) {
      // oxlint-disable-next-line no-await-in-loop
      const { statements } = await server.call(officer, api.getManuscript, {
        params: { manuscriptId: desk.manuscriptId },
      });
      counts.push(statements.length);
    }
    expect(counts[0]).toBe(counts[1]);
    expect(counts[0]).toBeLessThan(16);
  });
});

describe('two people at one plan', () => {
  it('both keep what they write in different fields, and are asked where it is the same', async () => {
    const desk = await begin({ title: 'Bản đầu' });
    const cover = await desk.itemOf('cover');
    const change = (field: string, from: unknown, to: string, person: Person) =>
      desk.act({ type: 'change', itemId: cover.id, fields: { [field]: { from: from as string, to } } }, person);
    await Promise.all([
      change('title', 'Bản đầu', 'Của tôi', officer),
      change('signerName', '', 'Lò Thị Hân', colleague),
    ]);
    const clash = await change('title', 'Bản đầu', 'Của bạn', colleague);
    expect(clash.refusal).toMatchObject({
      code: 'writing.field_changed',
      details: { theirs: 'Của tôi', yours: 'Của bạn', by: officer.name },
    });
    expect((await desk.itemOf('cover')).data).toMatchObject({ title: 'Của tôi', signerName: 'Lò Thị Hân' });
  });

  it('lose none of thirty parts that both add at once', async () => {
    const desk = await begin({ withSections: false });
    const ids = Array.from({ length: 30 }, () => randomUUID());
    const adds = ids.map((itemId, at) =>
      desk.act(
        { type: 'add', itemId, kind: 'paragraph', after: null, data: { text: `Đoạn ${at}` } },
        at % 2 === 0 ? officer : colleague,
      ),
    );
    expect((await Promise.all(adds)).every(({ status }) => status === 200)).toBe(true);
    const { items, seq } = await desk.get();
    expect(new Set(items.filter(({ kind }) => kind === 'paragraph').map(({ id }) => id))).toEqual(new Set(ids));
    expect(seq).toBe(30);
  });

  it('see each other’s edits by asking, and an edit sent twice is done once', async () => {
    const desk = await begin();
    const [editId, itemId] = [randomUUID(), randomUUID()];
    const act = { type: 'add', itemId, kind: 'paragraph', after: null, data: { text: 'Một lần' } } as const;
    const [first, again] = [await desk.act(act, officer, editId), await desk.act(act, officer, editId)];
    expect([first.answer.seq, again.answer.seq]).toEqual([1, 1]);
    expect((await desk.act(act, colleague, editId)).refusal.code).toBe('writing.edit_id_taken');
    const params = { manuscriptId: desk.manuscriptId };
    const news = (await server.call(colleague, api.listManuscriptEdits, { params, query: { after: 0 } })).answer;
    expect(news.edits.map(({ by, changes }) => [by.name, changes[0]?.after?.data])).toEqual([
      [officer.name, { text: 'Một lần' }],
    ]);
    const undo = await desk.act({ type: 'undo', editId }, colleague);
    expect(undo.answer.changes[0]?.after).toBeNull();
    expect((await desk.get()).items.some(({ id }) => id === itemId)).toBe(false);
    // The undo is undone: the part stands again.
    await desk.act({ type: 'undo', editId: undo.answer.editId });
    expect((await desk.get()).items.some(({ id }) => id === itemId)).toBe(true);
  });
});

describe('asking about a part', () => {
  it('is answered, settled, and kept', async () => {
    const desk = await begin();
    const params = { manuscriptId: desk.manuscriptId };
    const cover = await desk.itemOf('cover');
    const ask = (text: string, answers: string | null, person: Person) => {
      server.clock.now = new Date(server.clock.now.getTime() + 1000);
      const body = { commentId: randomUUID(), itemId: cover.id, answers, text };
      return server.call(person, api.addComment, { params, body });
    };
    const question = (await ask('Ai ký?', null, chair)).answer;
    const answer = (await ask('Phó Chủ tịch ký.', question.id, officer)).answer;
    expect((await ask('Cảm ơn.', answer.id, chair)).refusal.code).toBe('writing.comment_unknown');
    expect((await desk.get()).counts.openComments).toBe(1);
    const settled = await server.call(chair, api.settleComment, {
      params: { ...params, commentId: question.id },
      body: {},
    });
    expect(settled.answer).toMatchObject({ settledBy: chair.name });
    const { comments, counts } = await desk.get();
    expect(counts.openComments).toBe(0);
    expect(comments.map(({ text, by }) => [by.name, text])).toEqual([
      [chair.name, 'Ai ký?'],
      [officer.name, 'Phó Chủ tịch ký.'],
    ]);
  });
});

describe('the way to approval', () => {
  it('names what is missing, goes back with its reason, and is closed while it lies before the chair', async () => {
    const desk = await begin({ withSections: true });
    const refused = await desk.submit();
    expect(refused.refusal.code).toBe('writing.incomplete');
    expect(refused.refusal.details?.['codes']).toEqual([
      ...Array.from({ length: 6 }, () => 'heading_empty'),
      'task',
      'signer',
    ]);
    const whole = await writeSample(server, officer, 'Trình duyệt');
    expect((await whole.submit()).answer.state).toBe('submitted');
    expect((await whole.write('cover', { title: 'Sửa lén' })).refusal.code).toBe('writing.not_open');
    expect((await whole.sendBack(chair, '  ')).refusal.code).toBe('writing.reason_missing');
    await whole.sendBack(chair, 'Thêm chỉ tiêu về học bơi.');
    const back = await whole.get();
    expect([back.state, back.steps.at(-1)]).toMatchObject(['sent_back', { reason: 'Thêm chỉ tiêu về học bơi.' }]);
    await whole.write('cover', { title: 'Đã sửa' });
    await whole.submit();
    expect((await whole.approve(officer)).status).toBe(403);
    expect((await whole.approve(chair)).answer.state).toBe('approved');
    expect((await whole.approve(chair)).answer.state).toBe('approved');
    await whole.withdraw();
    await whole.restore();
    expect((await whole.get()).steps.map(({ step }) => step)).toEqual(
      'submit sendBack submit approve withdraw restore'.split(' '),
    );
  });

  it('refuses to lay before the chair what somebody changed since it was read', async () => {
    const desk = await writeSample(server, officer, 'Có người sửa');
    const { seq } = await desk.get();
    await desk.write('cover', { title: 'Sửa sau khi đọc' });
    const params = { manuscriptId: desk.manuscriptId };
    const late = await server.call(officer, submitManuscript, { params, body: { seq } });
    expect(late.refusal.code).toBe('writing.changed_meanwhile');
  });

  it('is kept by the database too: no other place reads or writes a word of it', async () => {
    const desk = await begin();
    const { rows } = await sql<{ seen: number }>`select count(*) as seen from manuscript_item`.execute(server.database);
    // Asked without a session nothing is there, though the table is full.
    expect([(await desk.get()).items.length > 0, Number(rows[0]?.seen)]).toEqual([true, 0]);
  });
});
