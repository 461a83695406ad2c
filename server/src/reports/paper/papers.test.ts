import { readXlsx } from 'hucre/xlsx';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyOfBookmark } from '@mangnon/domain/kernel/document/cell-bookmark.ts';
import { adjustTotal, lockConsolidation, writeConsolidation } from '@mangnon/domain/reports/consolidation.api.ts';
import { getConsolidationPaper, getVersionPaper } from '@mangnon/domain/reports/paper/papers.api.ts';
import { writeNarrative } from '@mangnon/domain/reports/versions.api.ts';
import { openWord, type WordFile } from '../../platform/document/testing/open-word.ts';
import type { Person } from '../../testing/test-call.ts';
import { kheOffice, lanhOffice } from '../testing/report-world.ts';
import { dueOn, number, startVersionWorld, type VersionWorld } from '../testing/version-world.ts';
import { computeFormula } from './testing/compute-formula.ts';

type Form = 'word' | 'pdf' | 'workbook';

let world: VersionWorld;
let kheReport: string;
beforeAll(async () => {
  world = await startVersionWorld();
  const { people, chair, otherChair, server } = world;
  kheReport = await world.begin();
  await server.call(people.officer, writeNarrative, {
    params: { versionId: kheReport },
    body: { heading: 'results', words: 'Đã mở ba lớp dạy bơi ở Khe Trúc.', base: 0 },
  });
  await world.settle(kheOffice, { officer: people.officer, chair }, [
    { code: 'n.children', value: number(1200) },
    { code: 'n.special', value: number(30) },
    { code: 'n.activities', value: { state: 'zero', reason: 'not_held', words: null } },
  ]);
  await world.settle(lanhOffice, { officer: people.neighbour, chair: otherChair }, [
    { code: 'n.children', value: number(800) },
    { code: 'n.activities', value: { state: 'not_applicable', reason: 'not_our_duty', words: null } },
  ]);
}, 180_000);
afterAll(() => world.server.stop());

const ofVersion = (form: Form, person = world.people.officer) =>
  world.server.call(person, getVersionPaper, {
    params: { versionId: kheReport },
    query: { kind: 'plan_periodic', form },
  });
const ofAll = (form: Form, person: Person = world.people.lead) =>
  world.server.call(person, getConsolidationPaper, {
    params: { regimeId: world.regimeId },
    query: { kind: 'plan_periodic', form, dueOn },
  });
const bytesOf = ({ base64 }: { base64: string }) => Buffer.from(base64, 'base64');
const linesOf = (word: WordFile) => word.paragraphs.map(({ text }) => text);

function cellsOf(word: WordFile): Set<string | null> {
  const kept = new Map(
    [...(word.parts.get('docProps/custom.xml') ?? '').matchAll(/name="([^"]+)"[^>]*>\s*<vt:lpwstr>([^<]*)</g)].map(
      ([, name = '', key = '']) => [name, key],
    ),
  );
  const names = [...word.body.matchAll(/<w:bookmarkStart[^>]*w:name="([^"]+)"/g)];
  return new Set(names.map(([, name = '']) => keyOfBookmark(name, kept)));
}

describe('the paper of a report of a unit', () => {
  it('says what the unit said, in its name, with every figure back to its cell', async () => {
    const { answer } = await ofVersion('word');
    const word = openWord(bytesOf(answer));
    const lines = linesOf(word);
    expect(answer.fileName).toMatch(/^bao-cao-ubnd-xa-khe-truc-.*\.docx$/);
    expect(lines).toEqual(
      expect.arrayContaining(['ỦY BAN NHÂN DÂN', 'XÃ KHE TRÚC', 'TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']),
    );
    expect(lines).toContain('Đã mở ba lớp dạy bơi ở Khe Trúc.');
    expect(lines.some((line) => line.endsWith('1.200 trẻ em.'))).toBe(true);
    expect(lines.some((line) => line.includes('0 hoạt động (trong kỳ không tổ chức)'))).toBe(true);
    expect(lines.some((line) => line.includes('2,5%'))).toBe(true);
    const page = await world.read(kheReport);
    const cells = cellsOf(word);
    for (const { key } of page.cells) expect(cells).toContain(key);
  });

  it('is had as a PDF and as a workbook too, and each taking is in the trail', async () => {
    const pdf = await ofVersion('pdf');
    expect(bytesOf(pdf.answer).subarray(0, 5).toString()).toBe('%PDF-');
    const { sheets } = await readXlsx(bytesOf((await ofVersion('workbook')).answer));
    expect(sheets.map(({ name }) => name)).toEqual(['Báo cáo', 'Bảng 1', 'Bảng 2', 'Tỷ lệ', 'Lý do']);
    const owner = new Client({ connectionString: world.server.databaseUrl });
    await owner.connect();
    const { rows } = await owner.query(
      `select details from audit_event where action = 'reports.version.print' order by id desc limit 2`,
    );
    await owner.end();
    const taken = { versionId: kheReport, state: 'accepted', kind: 'plan_periodic' };
    expect(rows.map(({ details }) => details)).toEqual([
      expect.objectContaining({ ...taken, form: 'workbook' }),
      expect.objectContaining({ ...taken, form: 'pdf' }),
    ]);
  });

  it('is for who may read the report alone', async () => {
    const { people } = world;
    for (const person of [people.neighbour, people.police, people.stranger]) {
      expect((await ofVersion('word', person)).refusal.code).toBe('reports.version_not_found');
    }
    expect((await ofVersion('word', people.lead)).status).toBe(200);
  });
});

describe('the paper of what the reports add up to', () => {
  it('sums in the workbook to what the screen says, and computes it anew', async () => {
    const made = await world.server.call(world.people.lead, adjustTotal, {
      params: { regimeId: world.regimeId },
      body: {
        kind: 'adjust',
        id: crypto.randomUUID(),
        dueOn,
        key: 'n.children',
        amount: -5,
        reason: 'Năm trẻ em đã chuyển đi nơi khác.',
      },
    });
    expect(made.status).toBe(200);
    const { sheets } = await readXlsx(bytesOf((await ofAll('workbook')).answer));
    const units = sheets.find(({ name }) => name === 'Theo đơn vị');
    if (units === undefined) throw new Error('no sheet of units');
    const column = units.rows[1]?.indexOf('n.children') ?? -1;
    const total = units.rows.findIndex((row) => row[1] === 'Cộng');
    expect(units.rows[total]?.[column]).toBe(1995);
    const formula = units.cells?.get(`${total},${column}`)?.formula ?? '';
    const book = { sheets: new Map([['Theo đơn vị', units.rows.map((row) => [...row])]]), formulas: new Map() };
    expect(computeFormula(formula, 'Theo đơn vị', book)).toBe(1995);
    const activities = units.rows[1]?.indexOf('n.activities') ?? -1;
    const told = units.rows.slice(2, total - 1).map((row) => row[activities]);
    expect(told.toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual([
      0,
      'chưa báo cáo',
      'chưa báo cáo',
      'chưa báo cáo',
      'không thuộc diện',
    ]);
    const rates = sheets.find(({ name }) => name === 'Tỷ lệ');
    // Of Khe Trúc alone: Bản Lành told one side.
    expect(rates?.rows.find(([code]) => code === 'qd23.8a')?.slice(3, 6)).toEqual([2.5, 30, 1200]);
  });

  it('names who is missing, whose words they are, and bears the number it went up with', async () => {
    const { server, people, regimeId } = world;
    const params = { regimeId };
    const before = linesOf(openWord(bytesOf((await ofAll('word')).answer)));
    expect(before).toContain('Đã mở ba lớp dạy bơi ở Khe Trúc. (Theo báo cáo của UBND xã Khe Trúc.)');
    const paragraphs = [
      {
        id: crypto.randomUUID(),
        heading: 'results' as const,
        words: 'Các xã đã mở lớp dạy bơi.',
        from: { versionId: kheReport },
      },
    ];
    await server.call(people.lead, writeConsolidation, {
      params,
      body: { id: crypto.randomUUID(), dueOn, base: 0, paragraphs },
    });
    const draft = linesOf(openWord(bytesOf((await ofAll('word')).answer)));
    expect(draft).toContain('Số liệu tổng hợp từ báo cáo đã được chấp nhận của 2/5 xã, phường.');
    expect(draft.find((line) => line.startsWith('Chưa có trong số liệu: '))?.split(';')).toHaveLength(3);
    expect(
      draft.some((line) =>
        /^Các xã đã mở lớp dạy bơi\. \(Theo báo cáo của UBND xã Khe Trúc; nơi nhận biên tập\.\)$/.test(line),
      ),
    ).toBe(true);
    await server.call(people.lead, lockConsolidation, { params, body: { dueOn, base: 2, number: '08/BC-SYT' } });
    const locked = linesOf(openWord(bytesOf((await ofAll('word')).answer)));
    expect(locked).toContain('Số: 08/BC-SYT');
  });

  it('is for who sees every report in it alone', async () => {
    for (const person of [world.people.officer, world.chair, world.people.police]) {
      expect((await ofAll('word', person)).refusal.code).toBe('platform.not_allowed');
    }
  });
});
