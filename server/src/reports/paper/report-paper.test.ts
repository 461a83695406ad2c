import { beforeAll, describe, expect, it } from 'vitest';
import { decree30 } from '@mangnon/domain/kernel/document/decree-30.ts';
import { keyOfBookmark } from '@mangnon/domain/kernel/document/cell-bookmark.ts';
import { romanNumber } from '@mangnon/domain/kernel/document/numbering.ts';
import type { OfficialDocument } from '@mangnon/domain/kernel/document/official-document.ts';
import { composeReport } from '@mangnon/domain/reports/paper/compose-report.ts';
import { paperKindIds, paperKindOf, paperKinds, tellPaperKind } from '@mangnon/domain/reports/paper/paper-kind.ts';
import { printFigure } from '@mangnon/domain/reports/paper/print-figure.ts';
import type { ReportPaper } from '@mangnon/domain/reports/paper/report-paper.ts';
import { number, openWord, type WordFile, type WordParagraph } from '../../platform/document/testing/open-word.ts';
import { writePdf } from '../../platform/document/write-pdf.ts';
import { writeWord } from '../../platform/document/write-word.ts';
import { consolidatedReport, unitReport } from './testing/sample-reports.ts';

// Each kind is written, of one unit and consolidated, and opened again as any other program would.

const cases = paperKindIds.flatMap((kind) => [
  { kind, of: 'unit', paper: unitReport(kind) },
  { kind, of: 'consolidated', paper: consolidatedReport(kind) },
]);

const { measures, parts } = decree30;
type PartName = keyof typeof parts;
const twipsOfMm = 1440 / 25.4;

describe.each(cases)('a $of report, $kind', ({ kind, of, paper }) => {
  const { sections, confidentiality, codes } = paperKindOf(kind);
  let document: OfficialDocument;
  let word: WordFile;
  beforeAll(async () => {
    document = composeReport(paper);
    word = openWord(await writeWord(document));
  });

  const lineOf = (text: string): WordParagraph => {
    const found = word.paragraphs.find((line) => line.text === text);
    if (found === undefined) throw new Error(`no line reads «${text}»`);
    return found;
  };

  it('keeps paper, margins, first line, gap and lines of the decree in every section', () => {
    for (const section of word.sections) {
      const sheet = [number(section, 'pgSz', 'w'), number(section, 'pgSz', 'h')].toSorted((a, b) => a - b);
      expect(sheet.map((side) => Math.round(side / twipsOfMm))).toEqual([210, 297]);
      for (const side of ['top', 'bottom', 'left', 'right'] as const) {
        const { least, most } = measures[`margin_${side}`];
        const found = number(section, 'pgMar', side) / twipsOfMm;
        expect(found >= least - 0.03 && found <= most + 0.03).toBe(true);
      }
    }
    const from = word.paragraphs.findIndex(({ text }) => text.startsWith('Căn cứ '));
    const to = word.paragraphs.findIndex(({ text }) => text.endsWith('./.'));
    expect(to - from).toBeGreaterThan(15);
    for (const line of word.paragraphs.slice(from, to + 1)) {
      const firstLine = line.firstLine / twipsOfMm;
      expect([line.text, line.align, firstLine >= 9.97 && firstLine <= 12.73, line.after >= 120]).toEqual([
        line.text,
        'both',
        true,
        true,
      ]);
      expect(line.line >= 240 && line.line <= 360).toBe(true);
    }
    expect(word.paragraphs.filter(({ text }) => text.endsWith('./.'))).toHaveLength(1);
  });

  it('prints each part in its size and style', () => {
    const many = paper.addressees.length > 1;
    const printed: readonly (readonly [PartName, string])[] = [
      ['kind', 'BÁO CÁO'],
      ['number', `Số: 07/${paper.symbol}`],
      ['place_and_date', `${paper.place}, ngày 15 tháng 6 năm 2026`],
      ['summary', document.summary],
      ['addressee', many ? 'Kính gửi:' : `Kính gửi: ${paper.addressees[0]}`],
      ['basis', 'Căn cứ Kế hoạch số 17/KH-UBND ngày 12 tháng 01 năm 2026.'],
      ['heading_1', `I. ${sections[0]?.heading.toUpperCase()}`],
      ['authority', of === 'unit' ? 'KT. CHỦ TỊCH' : 'KT. GIÁM ĐỐC'],
      ['signer', paper.signature.name],
      ['recipients_head', 'Nơi nhận:'],
      ['recipient', '- Như trên;'],
      ['annex_label', document.annexes.length === 1 ? 'Phụ lục' : 'Phụ lục I'],
    ];
    for (const [name, text] of printed) {
      const line = lineOf(text);
      const { least, most, weight } = parts[name];
      expect([text, line.sizes.length > 0, line.bold, line.italic]).toEqual([
        text,
        true,
        weight.includes('bold'),
        weight.includes('italic'),
      ]);
      expect(line.sizes.every((size) => size / 2 >= least && size / 2 <= most)).toBe(true);
    }
    if (of === 'unit') expect(lineOf('TM. ỦY BAN NHÂN DÂN').bold).toBe(true);
  });

  it('has the headings of its kind in their order, and under each at least one sentence', () => {
    const headings = document.body
      .filter((block) => block.kind === 'heading')
      .map(({ label, text }) => `${label} ${text}`);
    expect(headings).toEqual([
      ...sections.map(({ heading }, at) => `${romanNumber(at + 1)}. ${heading}`),
      `${romanNumber(sections.length + 1)}. Mức độ bảo mật và phạm vi phân phối`,
    ]);
    document.body.forEach((block, at) => {
      if (block.kind === 'heading') expect(document.body[at + 1]?.kind).toBe('paragraph');
      else expect(block.text.trim().length).toBeGreaterThan(5);
    });
  });

  it('states its confidentiality level and whom it goes to (Decree 56/2017, art. 24)', () => {
    const lines = word.paragraphs.map(({ text }) => text);
    expect(lines).toContain('Mức độ bảo mật: nội bộ.');
    expect(lines).toContain(`Phạm vi phân phối: ${confidentiality.distribution}./.`);
  });

  it('counts annexes in Roman numbers and speaks of each in the body', () => {
    const { annexes, body } = document;
    expect(annexes.length).toBeGreaterThan(0);
    if (annexes.length === 1) {
      // One alone bears no number.
      lineOf('Phụ lục');
      expect(body.some(({ text }) => text.includes('Phụ lục kèm theo'))).toBe(true);
      return;
    }
    const spoken = body.map(({ text }) => text).join(' ');
    const named = new Set<string | undefined>([...spoken.matchAll(/Phụ lục ([IVX]+)/g)].map(([, roman]) => roman));
    for (const [, first = '', last = ''] of spoken.matchAll(/Phụ lục ([IVX]+) đến Phụ lục ([IVX]+)/g)) {
      const all = annexes.map((_, at) => romanNumber(at + 1));
      all.slice(all.indexOf(first), all.indexOf(last) + 1).forEach((roman) => named.add(roman));
    }
    expect(named).toEqual(new Set(annexes.map((_, at) => romanNumber(at + 1))));
    for (const at of annexes.keys()) lineOf(`Phụ lục ${romanNumber(at + 1)}`);
  });

  it('repeats heading rows, tears no row, and leaves no cell of a table empty', () => {
    const tables = (word.body.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []).filter((table) => table.includes('<w:tblHeader/>'));
    expect(tables).toHaveLength(document.annexes.length);
    for (const [at, { rows, endsInSum }] of document.annexes.entries()) {
      const torn = (tables[at]?.match(/<w:tr>.*?<\/w:tr>/gs) ?? []).filter((row) => !row.includes('<w:cantSplit/>'));
      expect(torn).toEqual([]);
      const counted = rows.filter((_, row) => endsInSum !== true || row < rows.length - 2);
      expect(counted.flat().filter((cell) => cell.trim() === '')).toEqual([]);
    }
  });

  it('leads every figure back to its cell by a hidden bookmark of its own', () => {
    const names = [...word.body.matchAll(/<w:bookmarkStart[^>]*w:name="([^"]+)"/g)].map(([, name = '']) => name);
    const ids = [...word.body.matchAll(/<w:bookmarkStart[^>]*w:id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(ids).size).toBe(ids.length);
    expect(names.every((name) => /^_\w{1,39}$/.test(name))).toBe(true);
    const kept = new Map(
      [...(word.parts.get('docProps/custom.xml') ?? '').matchAll(/name="([^"]+)"[^>]*>\s*<vt:lpwstr>([^<]*)</g)].map(
        ([, name = '', key = '']) => [name, key],
      ),
    );
    const led = new Set(names.map((name) => keyOfBookmark(name, kept)));
    const wanted = [...shownOf(paper, codes), ...unitCells(paper, codes)];
    expect(wanted.length).toBeGreaterThan(0);
    expect(led).toEqual(new Set<string | null>(wanted));
    // What stands inside a bookmark is the figure itself.
    const [first] = paper.figures.filter(({ key }) => codes === null || codes.includes(key));
    if (first === undefined) throw new Error('no figure');
    const inside = new RegExp(
      `w:name="${names.find((name) => keyOfBookmark(name, kept) === first.key)}"[^>]*>(.*?)<w:bookmarkEnd`,
      's',
    );
    const text = (inside.exec(word.body)?.[1] ?? '').replace(/<[^>]+>/g, '');
    expect(text).toBe(printFigure(first, 'xã'));
  });

  it('comes out as a PDF too', async () => {
    const bytes = await writePdf(document);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });
});

const belongs = (key: string, codes: readonly string[] | null) =>
  codes === null || codes.includes(key.split('[')[0] ?? '');

function shownOf({ figures, rates }: ReportPaper, codes: readonly string[] | null): string[] {
  return [...figures, ...rates].map(({ key }) => key).filter((key) => belongs(key, codes));
}

function unitCells({ units, figures }: ReportPaper, codes: readonly string[] | null): string[] {
  const keys = figures.map(({ key }) => key).filter((key) => belongs(key, codes));
  return (units?.units ?? []).flatMap(({ id }) => keys.map((key) => `${key}@${id}`));
}

describe('what a report says', () => {
  const textOf = (paper: ReportPaper) => composeReport(paper).body.map(({ text }) => text);

  it('names whose words a paragraph has, and that they were edited', () => {
    const lines = textOf(consolidatedReport('plan_periodic'));
    expect(lines).toContain(
      'Xã tổ chức ngày hội trò chơi dân gian cho trẻ em. (Theo báo cáo của Ủy ban nhân dân xã Bản Mẫu 2; nơi nhận biên tập.)',
    );
    expect(lines).toContain('Toàn tỉnh hoàn thành tập huấn cho cộng tác viên thôn.');
  });

  it('says how many it rests on and names who is missing', () => {
    const lines = textOf(consolidatedReport('plan_periodic'));
    expect(lines).toContain('Số liệu tổng hợp từ báo cáo đã được chấp nhận của 28/31 xã.');
    expect(lines).toContain(
      'Chưa có trong số liệu: Ủy ban nhân dân xã Bản Mẫu 29; Ủy ban nhân dân xã Bản Mẫu 30; Ủy ban nhân dân xã Bản Mẫu 31.',
    );
  });

  it('tells a number, zero with its reason, no report and not applicable apart', () => {
    const lines = textOf(unitReport('plan_periodic'));
    expect(lines).toContain('Dân số trẻ em: 2.418 trẻ em.');
    expect(lines).toContain('Số cuộc tảo hôn: chưa báo cáo.');
    expect(lines.some((line) => line.endsWith('không thuộc diện (địa bàn không có đối tượng này).'))).toBe(true);
    const [table] = composeReport(unitReport('plan_periodic')).annexes;
    expect(table?.rows[0]?.slice(3)).toEqual(['3', '0 (a)', '3', '0 (a)', '1', '2']);
    expect(table?.lines?.[0]).toBe('(a) Đã rà soát, không có trường hợp nào.');
  });

  it('leaves the child-marriage report its own figures alone', () => {
    const lines = textOf(consolidatedReport('child_marriage')).join(' ');
    expect(lines).toContain('Số cuộc tảo hôn: 52 cuộc');
    expect(lines).not.toContain('xâm hại');
  });

  it('does not call tasks done where none are known of', () => {
    const lines = textOf({ ...unitReport('plan_periodic'), tasks: null }).join(' ');
    expect(lines).not.toContain('nhiệm vụ quá hạn');
  });
});

describe('kinds of reports', () => {
  it('are five, each with its source, and say what is not known', () => {
    expect(paperKinds.map(({ id }) => id)).toEqual([...paperKindIds]);
    expect(paperKindOf('peoples_council').source).toMatchObject({
      text: '102/2016/QH13',
      article: 'Điều 90 khoản 3',
      trust: 'verified',
    });
    expect(paperKindOf('action_month').due).toMatchObject({ month: 7, day: 20 });
    expect(paperKindOf('domestic_violence').source.trust).toBe('secondary');
    for (const kind of paperKinds) {
      expect(kind.confidentiality.levelSource.trust).toBe('unverified');
      expect(tellPaperKind(kind).some(({ vi }) => vi.includes('chưa rõ'))).toBe(true);
    }
  });
});
