import { decree30 } from '@mangnon/domain/kernel/document/decree-30.ts';
import { formOf, points, type PartName } from './paper-measures.ts';

/** pdfmake brings no types of its own; this is what is put into it. */
export type PdfContent = Readonly<Record<string, unknown>>;

const { first_line: firstLine, paragraph_gap: gap, line_spacing: lines } = decree30.measures;
/** A line of Tinos is this much higher than its letters: Word counts lines apart from it, pdfmake from the letters. */
export const bodyLines = lines.ours;

/** A paragraph of one part, in the size and style the law gives it. */
export function partText(name: PartName, text: string, more: PdfContent = {}): PdfContent {
  const { ours, weight, align } = formOf(name);
  return {
    text,
    fontSize: ours,
    bold: weight.includes('bold'),
    italics: weight.includes('italic'),
    alignment: align,
    ...more,
  };
}

export const bodyForm: PdfContent = {
  leadingIndent: points(firstLine.ours),
  margin: [0, 0, 0, gap.ours],
  lineHeight: bodyLines,
};

/** A rule of a given length in the middle of `room`, both in points. */
export function pdfRule(length: number, room: number): PdfContent {
  const from = Math.max(0, room - length) / 2;
  return {
    canvas: [{ type: 'line', x1: from, y1: 1, x2: from + length, y2: 1, lineWidth: 0.75 }],
    margin: [0, 0, 0, 2],
  };
}
