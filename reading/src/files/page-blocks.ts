import { fold } from '@mangnon/domain/kernel/fold.ts';
import type { SourceBlock, SourceRow } from '../document/source-document.ts';
import { splitColumns } from './page-columns.ts';
import type { PageContent, PageLine } from './page-content.ts';
import { groupLines, lineText } from './page-lines.ts';
import { joinLines, separateLines } from './page-paragraphs.ts';
import type { Column } from './page-paragraphs.ts';
import { findTables } from './page-tables.ts';
import type { RuledTable } from './page-tables.ts';

const pageNumber = /^[-–—|\s]*(?:trang\s*)?\d{1,4}(?:\s*\/\s*\d{1,4})?[-–—|\s]*$/iu;

interface LaidPage {
  readonly page: PageContent;
  readonly tables: readonly RuledTable[];
  readonly lines: readonly PageLine[];
}

/**
 * Pages as blocks in reading order: paragraphs, ruled tables, page breaks. Page numbers and running heads at a
 * page's edge are left out here, where their place on the page is known.
 */
export function pagesToBlocks(pages: readonly PageContent[]): SourceBlock[] {
  const laid = pages.map((page): LaidPage => {
    const { tables, rest } = findTables(page);
    return { page, tables, lines: groupLines(rest) };
  });
  const heads = runningHeads(laid);
  const sizes = laid.flatMap(({ lines }) => lines.map(({ size }) => size)).toSorted((a, b) => a - b);
  const usualSize = sizes[sizes.length >> 1] ?? 0;
  const bodies = laid.map((each) => ({
    ...each,
    lines: each.lines.filter((line) => !isFurniture(line, each.page, heads) && !isFoot(line, each.page, usualSize)),
  }));
  const usual = usualColumn(bodies);
  const blocks: SourceBlock[] = [];
  for (const [at, { page, tables, lines }] of bodies.entries()) {
    if (at > 0) blocks.push({ kind: 'page_break', number: bodies[at - 1]?.page.number ?? at });
    const column = columnOf(lines, usual, page);
    let from = 0;
    for (const table of tables) {
      const until = lines.findIndex((line, index) => index >= from && line.baseline > table.top);
      const before = lines.slice(from, until < 0 ? lines.length : until);
      blocks.push(...paragraphsOf(before, column, page.width), { kind: 'table', rows: rowsOf(table) });
      from += before.length;
    }
    blocks.push(...paragraphsOf(lines.slice(from), column, page.width));
  }
  return blocks;
}

function paragraphsOf(lines: readonly PageLine[], column: Column, width: number): SourceBlock[] {
  return splitColumns(lines, width).flatMap((region) =>
    region.column ? separateLines(region.lines, ownColumn(region.lines)) : joinLines(region.lines, column),
  );
}

/** A narrow column has no margins but those of its own lines. */
function ownColumn(lines: readonly PageLine[]): Column {
  return {
    left: Math.min(...lines.map((line) => line.left)),
    right: Math.max(...lines.map((line) => line.right)),
    indented: false,
  };
}

function rowsOf(table: RuledTable): SourceRow[] {
  return Array.from({ length: table.rowCount }, (_, row) => ({
    header: false,
    cells: table.cells
      .filter((cell) => cell.row === row)
      .map((cell) => ({
        paragraphs: joinLines(groupLines(cell.words), {
          left: cell.left + 4,
          right: cell.right - 4,
          indented: false,
        }).map((paragraph) => ({ ...paragraph, indent: 0 })),
        columns: cell.columns,
        rows: cell.rows,
        column: cell.column,
      })),
  }));
}

/** The margins most lines of the document keep, relative to nothing but themselves. */
function usualColumn(pages: readonly { readonly lines: readonly PageLine[] }[]): Column {
  const lines = pages.flatMap((page) => page.lines).filter((line) => line.right - line.left > 80);
  if (lines.length === 0) return { left: 72, right: 540, indented: false };
  return columnFrom(lines);
}

function columnFrom(lines: readonly PageLine[]): Column {
  const rights = lines.map((line) => line.right).sort((a, b) => a - b);
  const right = rights[Math.floor(rights.length * 0.93)] ?? 540;
  const full = lines.filter((line) => line.right > right - 40);
  const lefts = (full.length > 3 ? full : lines).map((line) => line.left).sort((a, b) => a - b);
  const size = lines[Math.floor(lines.length / 2)]?.size ?? 13;
  const left = marginOf(lines, right, lefts[Math.floor(lefts.length * 0.08)] ?? 72, size);
  const atMargin = lines.filter((line) => Math.abs(line.left - left) < 0.7 * size).length;
  const stepped = lines.filter((line) => line.left - left > 0.9 * size && line.left - left < 5 * size);
  // Of a hanging indent the lines that go on are the ones stepped in; those begin in small letters.
  const begin = stepped.filter((line) => !isGoingOn(line)).length;
  return { left, right, indented: atMargin > 0 && begin >= 2 && begin > 0.6 * stepped.length };
}

/** In a document of short items few lines stand at the margin: those that go on with a full line above them. */
function marginOf(lines: readonly PageLine[], right: number, left: number, size: number): number {
  const goingOn = lines
    .filter((line, at) => {
      const above = lines[at - 1];
      const isBelow = above !== undefined && above.right > right - 40 && line.baseline - above.baseline < 2 * size;
      return isBelow && isGoingOn(line) && line.left < left - 0.9 * size && above.left - line.left < 5 * size;
    })
    .map((line) => line.left)
    .sort((a, b) => a - b);
  return (goingOn.length > 1 ? goingOn[goingOn.length >> 1] : undefined) ?? left;
}

/** Begins in a small letter that counts nothing: «a)» begins an item. */
function isGoingOn(line: PageLine): boolean {
  return /^\p{Ll}(?![.)])/u.test(line.words[0]?.text ?? '');
}

/** A page of other margins (a landscape annex, a scan laid askew) is judged by its own lines. */
function columnOf(lines: readonly PageLine[], usual: Column, page: PageContent): Column {
  const wide = lines.filter((line) => line.right - line.left > page.width * 0.5);
  if (wide.length < 4) return usual;
  const own = columnFrom(wide);
  if (hasOnlyBeginnings(lines, own, usual)) return usual;
  return { ...own, indented: own.indented || (usual.indented && Math.abs(own.left - usual.left) < 30) };
}

/** A page of short items has no line at the margin: what looks like its left edge is where paragraphs step in. */
function hasOnlyBeginnings(lines: readonly PageLine[], own: Column, usual: Column): boolean {
  const isWithin = own.left > usual.left - 6 && own.right < usual.right + 6;
  if (!isWithin || own.left - usual.left < 12 || own.left - usual.left > 70) return false;
  const atEdge = lines.filter((line) => Math.abs(line.left - own.left) < 0.7 * line.size);
  return atEdge.filter(isGoingOn).length < 0.2 * atEdge.length;
}

function isFurniture(line: PageLine, page: PageContent, heads: ReadonlySet<string>): boolean {
  const edge = line.baseline < page.height * 0.1 || line.baseline > page.height * 0.91;
  if (!edge) return false;
  const { text } = lineText(line);
  return pageNumber.test(text.trim()) || heads.has(headKey(text, line, page));
}

/** Small print in the strip below all text, also where there is but one page to tell a foot by. */
function isFoot(line: PageLine, page: PageContent, usualSize: number): boolean {
  return line.baseline > page.height * 0.955 && line.size < 0.8 * usualSize;
}

/** Short lines that stand at the same height at the edge of three pages or more, alike but for their numbers. */
function runningHeads(pages: readonly LaidPage[]): ReadonlySet<string> {
  const count = new Map<string, number>();
  const outermost = new Set<string>();
  for (const { page, lines } of pages) {
    const edges = new Set([...lines.slice(0, 2), ...lines.slice(-2)]);
    for (const line of edges) {
      const { text } = lineText(line);
      if (text.length > 120 || !(line.baseline < page.height * 0.1 || line.baseline > page.height * 0.91)) continue;
      const key = headKey(text, line, page);
      count.set(key, (count.get(key) ?? 0) + 1);
      if (line.baseline < page.height * 0.055 || line.baseline > page.height * 0.945) outermost.add(key);
    }
  }
  const enough = Math.max(3, pages.length / 3);
  // Where no text of its own can stand, in the outermost strip, twice is enough.
  return new Set([...count].filter(([key, times]) => times >= (outermost.has(key) ? 2 : enough)).map(([key]) => key));
}

function headKey(text: string, line: PageLine, page: PageContent): string {
  return `${fold(text).replace(/\d+/g, '')}@${Math.round((line.baseline / page.height) * 40)}`;
}
