import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extractionOf } from '@mangnon/domain/plans/writing/extraction-of-manuscript.ts';
import { composeDocument } from '@mangnon/domain/plans/writing/compose-document.ts';
import { factsOfManuscript } from '@mangnon/domain/plans/writing/facts-of-manuscript.ts';
import { layOutDocument } from '@mangnon/domain/plans/writing/lay-out-document.ts';
import { getPlan } from '@mangnon/domain/plans/plans.api.ts';
import { getManuscriptPaper } from '@mangnon/domain/plans/writing/manuscripts.api.ts';
import { samplePlan } from '@mangnon/domain/plans/writing/testing/sample-plan.ts';
import { getPlanPaper, getTaskList } from '@mangnon/domain/plans/writing/versions.api.ts';
import { readPlan } from '@mangnon/reading/read-plan.ts';
import { compareFacts } from '@mangnon/reading/testing/compare-facts.ts';
import type { Person } from '../../testing/test-call.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { openWorkbook } from '../../platform/workbook/open-workbook.ts';
import { openWord } from '../../platform/document/testing/open-word.ts';
import { commune, writeSample, type Desk } from './testing/desk.ts';
import { accepted } from '../testing/review.ts';

let server: TestServer;
let officer: Person;
let chair: Person;
beforeAll(async () => {
  server = await startTestServer({ demo: true });
  officer = await server.signIn({ post: 'commune_officer', placeId: commune, validFrom: '2000-01-01' });
  chair = await server.signIn({ post: 'commune_chair', placeId: commune, validFrom: '2000-01-01' });
});
afterAll(() => server.stop());

async function approved(title: string): Promise<Desk> {
  const desk = await writeSample(server, officer, title);
  accepted(await desk.submit());
  accepted(await desk.approve(chair));
  return desk;
}

const bytesOf = ({ base64 }: { base64: string }) => new Uint8Array(Buffer.from(base64, 'base64'));

describe('issuing a plan', () => {
  it('makes one plan of ten simultaneous clicks and of every later one, each task linked to its sentence', async () => {
    const desk = await approved('Ban hành một lần');
    const clicks = await Promise.all(Array.from({ length: 10 }, () => desk.issue(chair, 7)));
    const late = await desk.issue(chair, 7);
    const ids = new Set([...clicks, late].map(({ answer }) => answer.planId));
    expect(ids.size).toBe(1);
    const planId = [...ids][0] ?? '';
    const plan = (await server.call(officer, getPlan, { params: { planId } })).answer;
    expect(plan.heading).toMatchObject({
      number: '07/KH-UBND',
      issuer: 'Ủy ban nhân dân xã Khe Trúc',
      issuedOn: '2026-03-09',
      signatoryName: 'Lò Thị Hân',
    });
    expect(plan.tasks).toHaveLength(4);
    for (const { text, span } of [...plan.tasks, ...plan.targets]) {
      expect(plan.text.slice(span?.start, span?.end)).toBe(text);
    }
    for (const { span, number } of plan.legalBases) expect(plan.text.slice(span?.start, span?.end)).toBe(number);
    expect(plan.tasks[0]?.lead.map(({ agencyId }) => agencyId)).toEqual(['x.phong_vhxh']);
    expect((await desk.get()).state).toBe('issued');
    expect((await desk.write('cover', { title: 'Sửa sau' })).refusal.code).toBe('writing.not_open');
    const drafts = await sql`select from draft where upload_id = ${desk.manuscriptId}::uuid`.execute(server.database);
    expect(drafts.rows).toHaveLength(1);
  });

  it('gives the very file that was issued, and our own reader finds the same facts in it and in its PDF', async () => {
    const desk = await approved('Đọc lại được');
    const { planId } = (await desk.issue(chair, 8)).answer;
    const items = (await desk.get()).items;
    const document = composeDocument(items, { number: 8, issuedOn: '2026-03-09' });
    const laid = layOutDocument(document);
    const ours = extractionOf(document, laid, factsOfManuscript(items, document, laid));
    for (const form of ['word', 'pdf'] as const) {
      // oxlint-disable-next-line no-await-in-loop
      const paper = (await server.call(officer, getPlanPaper, { params: { planId }, query: { form } })).answer;
      expect(paper.fileName).toBe(`ke-hoach-08-kh-ubnd.${form === 'word' ? 'docx' : 'pdf'}`);
      // oxlint-disable-next-line no-await-in-loop
      const read = await readPlan({ name: paper.fileName, bytes: bytesOf(paper) });
      if (!read.ok) throw new Error(read.refusal.code);
      const { f1, missing, extra } = compareFacts(ours, read.value.extraction);
      expect({ missing, extra }).toEqual({ missing: [], extra: [] });
      expect(f1).toBeGreaterThanOrEqual(0.98);
      expect(read.value.extraction.text).toBe(laid.text);
      expect(read.value.extraction.warnings).toEqual([]);
    }
  });

  it('gives each number of a body and year once, also to two that ask at once', async () => {
    const [one, other] = [await approved('Số một'), await approved('Số hai')];
    const both = await Promise.all([one.issue(chair, 21), other.issue(chair, 21)]);
    const refused = both.find(({ status }) => status === 409);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(refused?.refusal).toMatchObject({ code: 'writing.number_taken', details: { number: 21, next: 22 } });
    const later = both[0].status === 200 ? other : one;
    // Another year begins anew.
    expect((await later.issue(chair, 21, '2025-12-31')).status).toBe(200);
  });

  it('waits for a day that has come, and for who may', async () => {
    const desk = await approved('Chưa tới ngày');
    expect((await desk.issue(chair, 30, '2999-01-01')).refusal.code).toBe('writing.number_missing');
    expect((await desk.issue(officer, 30)).status).toBe(403);
    const unapproved = await writeSample(server, officer, 'Chưa duyệt');
    expect((await unapproved.issue(chair, 31)).refusal.code).toBe('writing.not_possible_now');
  });
});

describe('the papers of a plan', () => {
  it('are a draft without number before it is issued', async () => {
    const desk = await writeSample(server, officer, 'Bản nháp');
    const params = { manuscriptId: desk.manuscriptId };
    const paper = (await server.call(officer, getManuscriptPaper, { params, query: { form: 'word' } })).answer;
    expect(paper.fileName).toBe('ke-hoach-du-thao-ban-nhap.docx');
    const lines = openWord(bytesOf(paper)).paragraphs.map(({ text }) => text);
    expect(lines).toContain('I. MỤC ĐÍCH, YÊU CẦU');
    expect(lines.some((line) => /^Số: +\/KH-UBND$/.test(line))).toBe(true);
    expect(lines.filter((line) => /^[a-zđ]\) /.test(line))).toHaveLength(4);
  });

  it('list its tasks across the sheet, and in a workbook with days', async () => {
    const desk = await approved('Danh mục');
    const { planId } = (await desk.issue(chair, 40)).answer;
    const list = async (form: 'word' | 'workbook') =>
      accepted(await server.call(officer, getTaskList, { params: { planId }, query: { form } }));
    const word = openWord(bytesOf(await list('word')));
    expect(word.sections[0]).toContain('w:orient="landscape"');
    expect(word.body.match(/<w:tr>.*?<\/w:tr>/gs)).toHaveLength(5);
    const book = await openWorkbook(bytesOf(await list('workbook')));
    const rows = book.ok ? book.value[0]?.rows : undefined;
    expect(rows?.map((row) => row[2])).toEqual([
      'Nhiệm vụ',
      ...samplePlan.flatMap((i) => (i.kind === 'task' ? i.data.text : [])),
    ]);
    expect(rows?.[1]?.slice(5, 8)).toEqual(['Quý II năm 2027', '01/04/2027', '30/06/2027']);
  });
});
