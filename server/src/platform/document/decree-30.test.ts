import { beforeAll, describe, expect, it } from 'vitest';
import { decree30 } from '@mangnon/domain/kernel/document/decree-30.ts';
import { endMark, motto, nation } from '@mangnon/domain/kernel/document/printed-parts.ts';
import { attribute, number, openWord, type WordFile, type WordParagraph } from './testing/open-word.ts';
import { sampleDocument } from './testing/sample-document.ts';
import { headShares, roomOf } from './paper-measures.ts';
import { widthOnPaper } from './paper-fonts.ts';
import { writeWord } from './write-word.ts';

// The file is opened again as any other program would, and held against each measure of the annex, one by one.

let word: WordFile;
beforeAll(async () => {
  word = openWord(await writeWord(sampleDocument));
});

const { measures, parts } = decree30;
type MeasureName = keyof typeof measures;
type PartName = keyof typeof parts;

const twipsOfMm = 1440 / 25.4;

function lineOf(text: string): WordParagraph {
  const found = word.paragraphs.find((paragraph) => paragraph.text === text);
  if (found === undefined)
    throw new Error(`no line reads «${text}» among ${word.paragraphs.map((one) => one.text).join(' | ')}`);
  return found;
}

/** The length of the rule under a line, in points: the room less what is moved in on both sides. */
function ruleUnder(text: string, room: number): number {
  const rule = word.paragraphs[word.paragraphs.indexOf(lineOf(text)) + 1];
  expect(rule?.rule).toBe(true);
  return room - ((rule?.left ?? 0) + (rule?.right ?? 0)) / 20;
}

const body = 'Mọi trẻ em được khám sức khỏe mỗi năm một lần.';
const first = () => word.sections[0] ?? '';
const room = roomOf(false);

/** What the file has for each measure, in the unit of the measure. */
const measured: Readonly<Record<MeasureName, () => number>> = {
  paper_width: () => number(first(), 'pgSz', 'w') / twipsOfMm,
  paper_height: () => number(first(), 'pgSz', 'h') / twipsOfMm,
  margin_top: () => number(first(), 'pgMar', 'top') / twipsOfMm,
  margin_bottom: () => number(first(), 'pgMar', 'bottom') / twipsOfMm,
  margin_left: () => number(first(), 'pgMar', 'left') / twipsOfMm,
  margin_right: () => number(first(), 'pgMar', 'right') / twipsOfMm,
  first_line: () => lineOf(body).firstLine / twipsOfMm,
  paragraph_gap: () => lineOf(body).after / 20,
  line_spacing: () => lineOf(body).line / 240,
  rule_of_motto: () => ruleUnder(motto, room * headShares[1]) / widthOnPaper(motto, parts.motto.ours, 'bold'),
  rule_of_issuer: () => ruleUnder('SỞ Y TẾ', room * headShares[0]) / widthOnPaper('SỞ Y TẾ', parts.issuer.ours, 'bold'),
  rule_of_summary: () =>
    ruleUnder(sampleDocument.summary, room) / widthOnPaper(sampleDocument.summary, parts.summary.ours, 'bold'),
};

/** A line of each part as it must be printed, written out by hand. */
const printed: Readonly<Record<Exclude<PartName, 'page_number'>, string>> = {
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  parent_body: 'ỦY BAN NHÂN DÂN TỈNH MỘC GIANG',
  issuer: 'SỞ Y TẾ',
  number: 'Số: 05/KH-SYT',
  place_and_date: 'Mộc Giang, ngày 05 tháng 01 năm 2027',
  kind: 'KẾ HOẠCH',
  summary: 'Chăm sóc sức khỏe trẻ em năm 2027',
  addressee: 'Kính gửi:',
  basis: 'Căn cứ Luật Trẻ em số 102/2016/QH13 ngày 05 tháng 4 năm 2016;',
  body,
  heading_1: 'I. MỤC ĐÍCH',
  heading_2: '1. Khám định kỳ',
  heading_3: 'đ) Tại trường học',
  authority: 'KT. GIÁM ĐỐC',
  signer: 'Vi Đình Quang',
  recipients_head: 'Nơi nhận:',
  recipient: '- Như trên;',
  annex_label: 'Phụ lục I',
  annex_title: 'DANH MỤC NHIỆM VỤ',
  annex_reference: '(Kèm theo Kế hoạch số        /KH-SYT ngày      tháng      năm        của Sở Y tế)',
};

describe('a Word file written here', () => {
  it.each(Object.keys(measures) as MeasureName[])('keeps %s within what the annex allows', (name) => {
    const { least, most, ours } = measures[name];
    const found = measured[name]();
    // Word counts in twentieths of a point: a thirtieth of a millimetre is lost in rounding.
    expect(found).toBeGreaterThanOrEqual(least - 0.03);
    expect(found).toBeLessThanOrEqual(most + 0.03);
    expect(Math.abs(found - ours)).toBeLessThan(0.03);
  });

  it.each(Object.keys(printed) as (keyof typeof printed)[])('prints %s in its size and style', (name) => {
    const form = parts[name];
    const line = lineOf(printed[name]);
    expect(line.sizes.length).toBeGreaterThan(0);
    for (const size of line.sizes) {
      expect(size / 2).toBeGreaterThanOrEqual(form.least);
      expect(size / 2).toBeLessThanOrEqual(form.most);
    }
    expect({ bold: line.bold, italic: line.italic, align: line.align }).toEqual({
      bold: form.weight.includes('bold'),
      italic: form.weight.includes('italic'),
      align: { justify: 'both', center: 'center', left: 'left' }[form.align],
    });
    if (form.capitals) expect(line.text).toBe(line.text.toUpperCase());
  });

  it('is set in Times New Roman, black, and in nothing else', () => {
    const styles = word.parts.get('word/styles.xml') ?? '';
    const defaults = /<w:docDefaults>.*?<\/w:docDefaults>/s.exec(styles)?.[0] ?? '';
    for (const script of ['ascii', 'hAnsi', 'cs', 'eastAsia']) {
      expect(attribute(defaults, 'rFonts', script)).toBe('Times New Roman');
    }
    expect(attribute(defaults, 'color', 'val')).toBe('000000');
    expect(word.body).not.toMatch(/<w:rFonts|<w:color/);
  });

  it('counts pages in Arabic numbers in the middle of the upper margin, and not on the first', () => {
    for (const section of word.sections) {
      expect(section).toContain('<w:titlePg');
      expect(number(section, 'pgNumType', 'start')).toBe(1);
      expect(number(section, 'pgMar', 'header')).toBeLessThan(number(section, 'pgMar', 'top'));
    }
    const headers = [...word.parts].filter(([name]) => /^word\/header\d+\.xml$/.test(name)).map(([, xml]) => xml);
    const numbered = headers.filter((xml) => xml.includes('PAGE'));
    expect(numbered).toHaveLength(word.sections.length);
    expect(headers.length - numbered.length).toBe(word.sections.length);
    for (const header of numbered) {
      expect(attribute(header, 'jc', 'val')).toBe('center');
      const size = number(header, 'sz', 'val') / 2;
      expect(size >= parts.page_number.least && size <= parts.page_number.most).toBe(true);
    }
  });

  it('has issuer left of the nation, number left of the date, in a table without lines', () => {
    const head = /<w:tbl>.*?<\/w:tbl>/s.exec(word.body)?.[0] ?? '';
    const rows = (head.match(/<w:tr>.*?<\/w:tr>/gs) ?? []).map((row) =>
      (row.match(/<w:tc>.*?<\/w:tc>/gs) ?? []).map((cell) => cell.replace(/<[^>]+>/g, '')),
    );
    expect(rows).toEqual([
      ['ỦY BAN NHÂN DÂN TỈNH MỘC GIANGSỞ Y TẾ', `${nation}${motto}`],
      ['Số: 05/KH-SYT', 'Mộc Giang, ngày 05 tháng 01 năm 2027'],
    ]);
    expect(head).not.toMatch(/<w:tblBorders>.*?w:val="single".*?<\/w:tblBorders>/s);
  });

  it('moves every paragraph of bases and body in by the first line, apart from the next', () => {
    const from = word.paragraphs.indexOf(lineOf(printed.basis));
    const to = word.paragraphs.findIndex(({ text }) => text.endsWith(endMark));
    expect(to).toBeGreaterThan(from);
    for (const line of word.paragraphs.slice(from, to + 1)) {
      expect([line.text, line.align, line.firstLine > 0, line.after >= 120]).toEqual([line.text, 'both', true, true]);
    }
    expect(word.paragraphs.filter(({ text }) => text.endsWith(endMark))).toHaveLength(1);
  });

  it('gives each basis a line, a semicolon, and the last a full stop', () => {
    expect(lineOf('Căn cứ Kế hoạch số 31/KH-UBND.').italic).toBe(true);
  });

  it('sets several addressees and the recipients as lists', () => {
    expect(lineOf('- Ủy ban nhân dân tỉnh;').sizes).toEqual([28]);
    expect(lineOf('- Trung tâm Y tế các khu vực.').sizes).toEqual([28]);
    expect(lineOf('- Lưu: VT, NVY.').sizes).toEqual([22]);
  });

  it('puts the recipients left of who signs, level with one another', () => {
    const tables = word.body.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? [];
    const end = tables.find((table) => table.includes('Nơi nhận:')) ?? '';
    const cells = (end.match(/<w:tc>.*?<\/w:tc>/gs) ?? []).map((cell) => cell.replace(/<[^>]+>/g, ''));
    expect(cells).toEqual(['Nơi nhận:- Như trên;- Lưu: VT, NVY.', 'KT. GIÁM ĐỐCPHÓ GIÁM ĐỐCVi Đình Quang']);
    expect(end).toContain('<w:cantSplit/>');
    // Room for a signature between office and name.
    expect(lineOf('Vi Đình Quang').before).toBeGreaterThan(1000);
  });

  it('turns a wide annex, repeats its heading row, tears no row, and counts two annexes in Roman numbers', () => {
    const [, wide = '', upright = ''] = word.sections;
    expect([attribute(wide, 'pgSz', 'orient'), number(wide, 'pgSz', 'w') > number(wide, 'pgSz', 'h')]).toEqual([
      'landscape',
      true,
    ]);
    expect(number(upright, 'pgSz', 'h')).toBeGreaterThan(number(upright, 'pgSz', 'w'));
    const table = (word.body.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []).find((one) => one.includes('Nhiệm vụ')) ?? '';
    const rows = table.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
    expect(rows).toHaveLength(61);
    expect(rows.every((row) => row.includes('<w:cantSplit/>'))).toBe(true);
    expect(rows.filter((row) => row.includes('<w:tblHeader/>'))).toHaveLength(1);
    expect(rows[0]).toContain('<w:tblHeader/>');
    expect(lineOf('Phụ lục II').bold).toBe(true);
  });

  it('leaves room for number and day while it is no more than a draft', async () => {
    const draft = openWord(await writeWord({ ...sampleDocument, number: null, issuedOn: null }));
    const lines = draft.paragraphs.map(({ text }) => text);
    expect(lines.some((text) => /^Số: {7}\/KH-SYT$/.test(text))).toBe(true);
    expect(lines.some((text) => /^Mộc Giang, ngày +tháng +năm +$/.test(text))).toBe(true);
  });
});
