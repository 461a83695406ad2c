import { normalise } from '../document/normalise.ts';
import type { TextLine } from '../document/normalised-document.ts';
import { readPlainText } from '../files/plain-text.ts';

/** A plan laid out the way offices print it, from which test files of each kind are made. */
export interface PlanSheet {
  readonly letterhead: { readonly left: readonly string[]; readonly right: readonly string[] };
  readonly body: readonly SheetBlock[];
  readonly recipients: readonly string[];
  readonly signature: readonly string[];
  readonly annexes: readonly SheetBlock[];
}

export type SheetBlock =
  | { readonly kind: 'title' | 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

const titleWord = /^(?:KẾ HOẠCH|QUYẾT ĐỊNH|CHƯƠNG TRÌNH|PHỤ LỤC|Phụ lục)/u;

/** Takes a plan as plain text and finds letterhead, body, recipients, signature and annexes in it. */
export function sheetFromText(text: string): PlanSheet {
  const lines = normalise(readPlainText(text)).lines;
  // A copy that lost its title still begins with what it is based on.
  const title = lines.findIndex((line) => titleWord.test(line.text) || /^(?:CHỦ TỊCH|Căn cứ) /u.test(line.text));
  const head = lines.slice(0, Math.max(0, title)).map((line) => line.text);
  const country = head.findIndex((line) => line.startsWith('CỘNG H'));
  const dated = head.findIndex((line, at) => at > country && /ngày .*tháng/u.test(line));
  const isRight = (at: number) =>
    country >= 0 && at >= country && at <= Math.max(dated, country + 1) && head[at]?.startsWith('Số:') !== true;
  const notes = lines.findIndex((line) => line.text.startsWith('Nơi nhận'));
  const bodyEnd = notes < 0 ? lines.length : notes;
  const recipients =
    notes < 0
      ? []
      : [lines[notes]?.text ?? '', ...takeWhile(lines.slice(notes + 1), (line) => /^[-+]/.test(line.text))];
  const after = notes < 0 ? [] : lines.slice(notes + recipients.length);
  const annex = after.findIndex((line) => line.row !== null || titleWord.test(line.text));
  return {
    letterhead: { left: head.filter((_, at) => !isRight(at)), right: head.filter((_, at) => isRight(at)) },
    body: blocksOf(lines.slice(Math.max(0, title), bodyEnd)),
    recipients,
    signature: after.slice(0, annex < 0 ? after.length : annex).map((line) => line.text),
    annexes: annex < 0 ? [] : blocksOf(after.slice(annex)),
  };
}

function takeWhile(lines: readonly TextLine[], keep: (line: TextLine) => boolean): string[] {
  const end = lines.findIndex((line) => !keep(line));
  return lines.slice(0, end < 0 ? lines.length : end).map((line) => line.text);
}

function blocksOf(lines: readonly TextLine[]): SheetBlock[] {
  const blocks: SheetBlock[] = [];
  let table: { kind: 'table'; rows: string[][]; number: number } | null = null;
  let inTitle: boolean = false;
  for (const line of lines) {
    if (line.row) {
      if (table === null || table.number !== line.row.table) {
        table = { kind: 'table', rows: [], number: line.row.table };
        blocks.push(table);
      }
      table.rows.push(line.row.cells.map((cell) => (cell.continued ? '〃' : cell.text)));
      inTitle = false;
      continue;
    }
    table = null;
    const starts = titleWord.test(line.text) && line.text.length < 40;
    const goesOn: boolean =
      inTitle && line.text.length < 300 && !/^(?:Căn cứ|Thực hiện|[IVX]+\.|\d|Phần|Điều|Ủy ban)|:$/u.test(line.text);
    inTitle = starts || goesOn;
    const heading = /^[IVX]{1,5}[.\s]/u.test(line.text) && line.text.length < 140;
    blocks.push({ kind: inTitle ? 'title' : heading ? 'heading' : 'paragraph', text: line.text });
  }
  return blocks;
}
