import { fold } from '@mangnon/domain/kernel/fold.ts';
import { isRule } from './clean-text.ts';
import { isPageNumber } from './page-furniture.ts';
import type { SourceBlock, SourceCell, SourceParagraph, SourceRow, SourceTable } from './source-document.ts';

/**
 * Tables as the facts need them: a table that goes on over a page is one, its repeated heading rows are gone, a row
 * torn by the page is whole; a table of one column, a letterhead or a signature becomes paragraphs.
 */
export function mendTables(blocks: readonly SourceBlock[]): readonly SourceBlock[] {
  const mended: SourceBlock[] = [];
  let open: SourceRow[] = [];
  let breaks: SourceBlock[] = [];
  const flush = () => {
    if (open.length > 0) mended.push(...finish(open));
    mended.push(...breaks);
    open = [];
    breaks = [];
  };
  for (const block of blocks) {
    if (block.kind === 'paragraph') flush();
    if (block.kind === 'paragraph') mended.push(block);
    else if (block.kind === 'page_break') (open.length > 0 ? breaks : mended).push(block);
    else {
      const rows = block.rows.filter(
        (row) => row.cells.length === 0 || row.cells.some((cell) => cellText(cell).trim() !== ''),
      );
      const acrossPage = breaks.length > 0;
      if (open.length > 0 && widthOf(open) !== widthOf(rows)) flush();
      const [first, ...rest] = rows;
      const above = open.at(-1);
      if (acrossPage && first && above && isTornRow(first)) {
        open[open.length - 1] = joinRows(above, first);
        open.push(...rest);
      } else open.push(...rows);
    }
  }
  flush();
  return mended;
}

function finish(rows: readonly SourceRow[]): SourceBlock[] {
  if (widthOf(rows) <= 1) return rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs)).filter(hasWords);
  if (isLayoutTable(rows)) return readColumnByColumn(rows);
  const head = rows[0];
  const headKey = head ? rowKey(head) : '';
  const filled = head ? head.cells.filter((cell) => cell.paragraphs.length > 0).length : 0;
  const kept = rows.filter((row, at) => at === 0 || filled < 2 || rowKey(row) !== headKey);
  const width = widthOf(kept);
  let begin = 0;
  while (begin < kept.length && !beginsTable(kept, begin, width)) begin += 1;
  const above = kept.slice(0, begin).flatMap(toParagraphs);
  return begin < kept.length ? [...above, { kind: 'table', rows: kept.slice(begin) } satisfies SourceTable] : above;
}

/**
 * A number with its sentence, or a lone cell, set in a table only to stand in line: written out it is a paragraph,
 * and a reader of the text could not tell it from one.
 */
function beginsTable(rows: readonly SourceRow[], at: number, width: number): boolean {
  const row = rows[at];
  if (!row) return false;
  const filled = row.cells.filter((cell) => cellText(cell).trim() !== '');
  const first = row.cells.find((cell) => cell.column === 0);
  if (width === 2 && first && isBareMarker(cellText(first).trim())) return false;
  return filled.length >= 2 || (width > 2 && filled.length === 1 && at + 1 < rows.length);
}

function isBareMarker(text: string): boolean {
  return /^(?:[-–+•*]|\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[a-zđ])[.)/]?)$/u.test(text);
}

function toParagraphs(row: SourceRow): SourceParagraph[] {
  const [first, ...others] = row.cells.flatMap((cell) => cell.paragraphs).filter((paragraph) => paragraph.text !== '');
  const [second, ...rest] = others;
  if (!first || !second || !isBareMarker(first.text)) return [first, ...others].filter((one) => one !== undefined);
  const marker = first.text;
  const words = second.words?.map((word) => ({
    ...word,
    start: word.start + marker.length + 1,
    end: word.end + marker.length + 1,
  }));
  return [{ ...second, text: `${marker} ${second.text}`, ...(words ? { words } : {}) }, ...rest];
}

export function widthOf(rows: readonly SourceRow[]): number {
  return Math.max(0, ...rows.flatMap((row) => row.cells.map((cell) => cell.column + cell.columns)));
}

function rowKey(row: SourceRow): string {
  return row.cells.map((cell) => fold(cellText(cell))).join('|');
}

function cellText(cell: SourceCell): string {
  return cell.paragraphs.map((paragraph) => paragraph.text).join(' ');
}

/** A row that begins a page in mid-sentence: no number in front, and no cell that begins as a sentence does. */
function isTornRow(row: SourceRow): boolean {
  const filled = row.cells.filter((cell) => cellText(cell).trim() !== '');
  if (filled.length === 0 || row.header) return false;
  return filled.every((cell) => /^\p{Ll}/u.test(cellText(cell).trim()));
}

function joinRows(above: SourceRow, below: SourceRow): SourceRow {
  const cells = above.cells.map((cell) => {
    const rest = below.cells.find((other) => other.column === cell.column)?.paragraphs ?? [];
    const last = cell.paragraphs.at(-1);
    const [next, ...others] = rest;
    if (!next) return cell;
    if (!last) return { ...cell, paragraphs: rest };
    const words = [
      ...(last.words ?? []),
      ...(next.words ?? []).map((word) => ({
        ...word,
        start: word.start + last.text.length + 1,
        end: word.end + last.text.length + 1,
      })),
    ];
    const joined = { ...last, text: `${last.text} ${next.text}`, ...(words.length > 0 ? { words } : {}) };
    return { ...cell, paragraphs: [...cell.paragraphs.slice(0, -1), joined, ...others] };
  });
  return { ...above, cells };
}

/** Motto, recipients or signature show that the table only sets words side by side. */
function isLayoutTable(rows: readonly SourceRow[]): boolean {
  if (rows.length > 12 || widthOf(rows) > 3) return false;
  const words = fold(rows.map((row) => row.cells.map(cellText).join(' ')).join(' ')).slice(0, 3000);
  return /cong hoa xa hoi chu nghia viet nam|doc lap tu do hanh phuc|^noi nhan|^(?:tm|kt) (?:uy ban|chu tich)/.test(
    words,
  );
}

function readColumnByColumn(rows: readonly SourceRow[]): SourceParagraph[] {
  const columns: SourceParagraph[][] = [];
  for (const row of rows) {
    for (const cell of row.cells) (columns[cell.column] ??= []).push(...cell.paragraphs);
  }
  return columns.flat().filter(hasWords);
}

function hasWords(paragraph: SourceParagraph): boolean {
  const { text } = paragraph;
  return text !== '' && !isRule(text) && !isPageNumber(text);
}
