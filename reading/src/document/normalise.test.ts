import { expect, test } from 'vitest';
import { readDocument, readText } from '../read-text.ts';
import { normalise } from './normalise.ts';
import type { SourceBlock, SourceCell, SourceParagraph } from './source-document.ts';

function paragraph(text: string, sure = true): SourceParagraph {
  return {
    kind: 'paragraph',
    text,
    align: 'left',
    indent: 0,
    bold: false,
    italic: false,
    beginsSurely: sure,
    endsSurely: sure,
  };
}

function cell(text: string, column: number, rows = 1): SourceCell {
  return {
    paragraphs: text
      .split('\n')
      .filter(Boolean)
      .map((part) => paragraph(part)),
    column,
    columns: 1,
    rows,
  };
}

const heading = {
  header: true,
  cells: [cell('TT', 0), cell('Nhiệm vụ', 1), cell('Cơ quan chủ trì', 2), cell('Thời gian', 3)],
};

const plan: readonly SourceBlock[] = [
  paragraph('KẾ HOẠCH'),
  paragraph('Bảo vệ trẻ em tỉnh Mộc Giang năm 2025'),
  paragraph('II. NHIỆM VỤ'),
  {
    kind: 'table',
    rows: [
      heading,
      { header: false, cells: [cell('1', 0), cell('Mở lớp dạy bơi', 1), cell('Sở Y tế', 2, 2), cell('Quý I', 3)] },
      { header: false, cells: [cell('2', 0), cell('Phát tờ rơi', 1), cell('Quý II', 3)] },
    ],
  },
  { kind: 'page_break', number: 1 },
  paragraph('2'),
  {
    kind: 'table',
    rows: [
      heading,
      { header: false, cells: [cell('3', 0), cell('Lắp biển báo', 1), cell('Công an tỉnh', 2), cell('Cả năm', 3)] },
    ],
  },
];

test('a table over two pages is one: merged cells carry over, the repeated heading and the page number are gone', () => {
  const doc = normalise({ format: 'docx', pages: 2, blocks: plan });
  expect(doc.text.split('\n').slice(3)).toEqual([
    'TT\tNhiệm vụ\tCơ quan chủ trì\tThời gian',
    '1\tMở lớp dạy bơi\tSở Y tế\tQuý I',
    '2\tPhát tờ rơi\t〃\tQuý II',
    '3\tLắp biển báo\tCông an tỉnh\tCả năm',
  ]);
  const read = readDocument(doc);
  expect(read.tasks.map((task) => [task.text, task.lead.join(), task.due?.from])).toEqual([
    ['Mở lớp dạy bơi', 'Sở Y tế', '2025-01-01'],
    ['Phát tờ rơi', 'Sở Y tế', '2025-04-01'],
    ['Lắp biển báo', 'Công an tỉnh', '2025-01-01'],
  ]);
  expect(readText(read.text)).toEqual(read);
});

test('a sentence torn by a page is whole, the running head is gone, and the page still has its place', () => {
  const head = paragraph('Kế hoạch bảo vệ trẻ em tỉnh Mộc Giang');
  const doc = normalise({
    format: 'pdf',
    pages: 3,
    blocks: [
      paragraph('- Rà soát trẻ em có hoàn cảnh đặc biệt tại các xã, phường và', false),
      { kind: 'page_break', number: 1 },
      head,
      paragraph('Ủy ban nhân dân cấp xã lập danh sách.', false),
      { kind: 'page_break', number: 2 },
      head,
      paragraph('- Hết.'),
    ],
  });
  expect(doc.text).toBe(
    '- Rà soát trẻ em có hoàn cảnh đặc biệt tại các xã, phường và Ủy ban nhân dân cấp xã lập danh sách.\n- Hết.',
  );
  expect(doc.layout.filter((block) => block.kind === 'page').map((block) => block.number)).toEqual([1, 2]);
});

test('a letterhead set as a table becomes paragraphs, column by column', () => {
  const rows = [
    {
      header: false,
      cells: [cell('ỦY BAN NHÂN DÂN\nTỈNH MỘC GIANG', 0), cell('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 1)],
    },
    { header: false, cells: [cell('Số: 12/KH-UBND', 0), cell('Mộc Giang, ngày 02 tháng 3 năm 2025', 1)] },
  ];
  const doc = normalise({ format: 'docx', pages: null, blocks: [{ kind: 'table', rows }] });
  expect(doc.lines.map((line) => line.text)).toEqual([
    'ỦY BAN NHÂN DÂN',
    'TỈNH MỘC GIANG',
    'Số: 12/KH-UBND',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Mộc Giang, ngày 02 tháng 3 năm 2025',
  ]);
});

test('the confidence of a scan follows its words into the tasks, and faint sentences are told', () => {
  const text = '- Tập huấn kỹ năng bơi cho trẻ em trong xã.';
  const words = [...text.matchAll(/\S+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    confidence: 0.5,
  }));
  const blocks = [
    paragraph('KẾ HOẠCH'),
    paragraph('Bảo vệ trẻ em'),
    paragraph('II. NHIỆM VỤ'),
    { ...paragraph(text), words },
  ];
  const read = readDocument(normalise({ format: 'scan', pages: 1, blocks }));
  expect(read.tasks[0]?.confidence).toBeLessThan(0.6);
  expect(read.warnings.map((warning) => warning.code)).toContain('passage_faint');
});
