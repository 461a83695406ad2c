import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
  WidthType,
} from 'docx';
import type { PlanSheet, SheetBlock } from './plan-sheet.ts';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };

/**
 * A .docx as Word would hold it: letterhead and signature in tables without borders, bullets and running numbers
 * counted by Word and not typed, a header with the page number, tables with a repeated heading row.
 */
export async function makeDocx(sheet: PlanSheet): Promise<Uint8Array> {
  const counting = new Counting();
  const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => [
    {
      level: 0,
      format,
      text,
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: 720, hanging: 360 } } },
    },
  ];
  const document = new Document({
    numbering: {
      config: [
        { reference: 'dash', levels: level(LevelFormat.BULLET, '-') },
        { reference: 'decimal', levels: level(LevelFormat.DECIMAL, '%1.') },
        { reference: 'roman', levels: level(LevelFormat.UPPER_ROMAN, '%1.') },
        { reference: 'letter', levels: level(LevelFormat.LOWER_LETTER, '%1)') },
      ],
    },
    sections: [
      {
        properties: { titlePage: true },
        headers: {
          default: new Header({
            children: [new Paragraph({ children: [new TextRun({ children: [PageNumber.CURRENT] })] })],
          }),
        },
        footers: { default: new Footer({ children: [new Paragraph('Chân trang không phải nội dung')] }) },
        children: [
          ...(sheet.letterhead.right.length > 0
            ? [sideBySide(sheet.letterhead.left, sheet.letterhead.right)]
            : sheet.letterhead.left.map((line) => new Paragraph(line))),
          ...sheet.body.map((block) => blockOf(block, counting)),
          ...(sheet.recipients.length > 0 ? [sideBySide(sheet.recipients, sheet.signature)] : []),
          ...sheet.annexes.map((block) => blockOf(block, counting)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function sideBySide(left: readonly string[], right: readonly string[]): Table {
  const cell = (lines: readonly string[]) =>
    new TableCell({
      borders: { top: none, bottom: none, left: none, right: none },
      children:
        lines.length === 0
          ? [new Paragraph('')]
          : lines.map((line) => new Paragraph({ text: line, alignment: AlignmentType.CENTER })),
    });
  return new Table({
    borders: noBorders,
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [new TableRow({ children: [cell(left), cell(right)] })],
  });
}

/** Which numbers Word can count itself: those that begin at one and go on by one. */
class Counting {
  private readonly last = new Map<string, { count: number; instance: number }>();

  next(kind: string, printed: number): number | null {
    const list = this.last.get(kind);
    if (printed === 1) {
      const instance = (list?.instance ?? 0) + 1;
      this.last.set(kind, { count: 1, instance });
      return instance;
    }
    if (!list || list.count !== printed - 1) {
      this.last.delete(kind);
      return null;
    }
    list.count = printed;
    return list.instance;
  }
}

function blockOf(block: SheetBlock, counting: Counting): Paragraph | Table {
  if (block.kind === 'table') return tableOf(block.rows);
  const bold = block.kind !== 'paragraph';
  if (block.kind === 'title')
    return new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text: block.text, bold })] });
  const counted = countedBy(block.text, counting);
  const runs = halves(counted?.rest ?? block.text).map((text) => new TextRun({ text, bold }));
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    children: runs,
    ...(counted
      ? { numbering: { reference: counted.reference, level: 0, instance: counted.instance } }
      : { indent: { firstLine: 567 } }),
  });
}

function countedBy(text: string, counting: Counting): { reference: string; instance: number; rest: string } | null {
  const dash = /^- (.+)$/su.exec(text);
  if (dash?.[1]) return { reference: 'dash', instance: 0, rest: dash[1] };
  const found = /^(\d{1,2}|[IVX]{1,5}|[a-z])([.)]) (.+)$/su.exec(text);
  const [, number = '', sign = '', rest = ''] = found ?? [];
  const [reference, printed] =
    /^\d/.test(number) && sign === '.'
      ? ['decimal', Number(number)]
      : /^[IVX]/.test(number) && sign === '.'
        ? ['roman', ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'].indexOf(number) + 1]
        : /^[a-c]$/.test(number) && sign === ')'
          ? ['letter', number.charCodeAt(0) - 96]
          : ['', 0];
  const instance = reference === '' || printed === 0 ? null : counting.next(reference, printed);
  return instance === null ? null : { reference, instance, rest };
}

/** Word cuts sentences into runs wherever the cursor once stood. */
function halves(text: string): string[] {
  const middle = Math.floor(text.length / 2);
  return text.length > 30 ? [text.slice(0, middle), text.slice(middle)] : [text];
}

function tableOf(rows: readonly (readonly string[])[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (row, at) =>
        new TableRow({
          tableHeader: at === 0,
          children: row.map((text, column) => {
            const merged =
              text === '〃'
                ? VerticalMergeType.CONTINUE
                : rows[at + 1]?.[column] === '〃'
                  ? VerticalMergeType.RESTART
                  : null;
            const paragraphs =
              text === '〃' ? [new Paragraph('')] : text.split('\u2028').map((line) => new Paragraph(line));
            return new TableCell({ children: paragraphs, ...(merged ? { verticalMerge: merged } : {}) });
          }),
        }),
    ),
  });
}
