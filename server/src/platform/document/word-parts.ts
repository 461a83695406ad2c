import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
  type IParagraphOptions,
  type IStylesOptions,
} from 'docx';
import type { BookmarkBook } from '@mangnon/domain/kernel/document/cell-bookmark.ts';
import { decree30 } from '@mangnon/domain/kernel/document/decree-30.ts';
import type { CellMark } from '@mangnon/domain/kernel/document/official-document.ts';
import { formOf, type PartName } from './paper-measures.ts';

/** Word counts in twentieths of a point, and sizes of letters in half points. */
export const twips = (points: number): number => Math.round(points * 20);

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  justify: AlignmentType.BOTH,
} as const;

/** The one typeface, black, in the language that spelling is checked in. */
export const wordStyles: IStylesOptions = {
  default: {
    document: {
      run: {
        font: decree30.font.name,
        size: formOf('body').ours * 2,
        color: '000000',
        language: { value: 'vi-VN' },
      },
    },
  },
};

/** A paragraph of one part, in the size and style the law gives it. */
export function partLine(name: PartName, text: string, more: IParagraphOptions = {}): Paragraph {
  const form = formOf(name);
  return new Paragraph({ alignment: alignments[form.align], children: [partRun(name, text)], ...more });
}

export function partRun(name: PartName, text: string): TextRun {
  const { ours, weight } = formOf(name);
  return new TextRun({ text, size: ours * 2, bold: weight.includes('bold'), italics: weight.includes('italic') });
}

/** The same with its figures inside their bookmarks; `cells` count in `text`, in its order. */
export function markedLine(
  name: PartName,
  text: string,
  cells: readonly CellMark[],
  book: BookmarkBook,
  more: IParagraphOptions = {},
): Paragraph {
  let at = 0;
  const children = cells.flatMap(({ from, to, key }) => {
    const before = text.slice(at, from);
    at = to;
    const figure = new Bookmark({ id: book.take(key), children: [partRun(name, text.slice(from, to))] });
    return before === '' ? [figure] : [partRun(name, before), figure];
  });
  const rest = text.slice(at);
  return partLine(name, '', { children: rest === '' ? children : [...children, partRun(name, rest)], ...more });
}

/** Bookmarks whose name is too short for their cell: the file keeps the whole key among its properties. */
export function keptBookmarks(book: BookmarkBook): { name: string; value: string }[] {
  return book.shortened().map(({ name, key }) => ({ name, value: key }));
}

const { first_line: firstLine, paragraph_gap: gap, line_spacing: lines } = decree30.measures;

/** First line moved in, a gap below, lines apart: what the law asks of the body. */
export const bodySpacing: IParagraphOptions = {
  indent: { firstLine: twips((firstLine.ours / 25.4) * 72) },
  spacing: { before: 0, after: twips(gap.ours), line: Math.round(lines.ours * 240), lineRule: LineRuleType.AUTO },
};

const thin = { style: BorderStyle.SINGLE, size: 6, color: '000000' } as const;
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };

/** A rule of a given length in the middle of `room` (points): the upper border of a line two points high. */
export function rule(length: number, room: number): Paragraph {
  const side = twips(Math.max(0, room - length) / 2);
  return new Paragraph({
    border: { top: { ...thin, space: 0 } },
    indent: { left: side, right: side },
    spacing: { before: 20, after: 0, line: 40, lineRule: LineRuleType.EXACT },
    children: [],
  });
}

/** Blocks side by side in a table without borders, as offices set the head and the end of a document. */
export function sideBySide(
  room: number,
  shares: readonly number[],
  rows: readonly (readonly (readonly FileChild[])[])[],
): Table {
  const widths = shares.map((share) => twips(room * share));
  return new Table({
    width: { size: twips(room), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    margins: { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, at) =>
              new TableCell({
                width: { size: widths[at] ?? 0, type: WidthType.DXA },
                borders: { top: none, bottom: none, left: none, right: none },
                children: [...children] as Paragraph[],
              }),
          ),
        }),
    ),
  });
}

export const ruled = { thin, none } as const;
