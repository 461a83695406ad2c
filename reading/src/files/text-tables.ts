import type { SourceCell, SourceParagraph, SourceRow, SourceTable } from '../document/source-document.ts';
import { cleanText } from '../document/clean-text.ts';
import { continuedMark } from '../document/continued-mark.ts';
import { stripEmphasis } from './markdown-signs.ts';

interface ReadTable {
  readonly block: SourceTable;
  /** The line after the table. */
  readonly end: number;
}

const ruleRow = /^\s*\|?(?:\s*[:=]?-{2,}[:=]?\s*\|)*\s*[:=]?-{2,}[:=]?\s*\|?\s*$/;

/** True where a table drawn with pipes begins: a row in pipes, or one with a ruled line under it. */
export function isPipeRow(lines: readonly string[], at: number): boolean {
  const line = lines[at]?.trim() ?? '';
  if (!line.includes('|')) return false;
  const cells = splitPipes(line).length;
  if (cells < 2 || line.length > 20_000) return false;
  if (line.startsWith('|') && line.endsWith('|')) return true;
  if (line.endsWith('|') && splitPipes(line).filter((cell) => cell.trim() !== '').length >= 2) return true;
  const next = lines[at + 1] ?? '';
  return next.includes('|') && (ruleRow.test(next) || (cells >= 3 && splitPipes(next.trim()).length === cells));
}

export function readPipeTable(lines: readonly string[], at: number): ReadTable {
  const rows: { cells: string[]; header: boolean }[] = [];
  let end = at;
  for (; end < lines.length; end += 1) {
    const line = lines[end]?.trim() ?? '';
    if (!line.includes('|')) break;
    if (ruleRow.test(line)) {
      const head = rows.at(-1);
      if (rows.length === 1 && head) head.header = true;
    } else rows.push({ cells: splitPipes(line), header: false });
  }
  const width = Math.max(...rows.map((row) => row.cells.length));
  return { block: toTable(rows, width, /<br\s*\/?>/i), end };
}

function splitPipes(line: string): string[] {
  return line
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => stripEmphasis(cell.replaceAll('\\|', '|')));
}

/**
 * True where cells separated by TAB begin: two filled cells, or a row like its neighbour. «1.⇥Words» is a number
 * and its sentence, a TAB in front is an indent.
 */
export function isTabRow(lines: readonly string[], at: number): boolean {
  const tabs = countTabs(lines[at]);
  if (tabs === 0) return false;
  const line = lines[at] ?? '';
  if (tabs === 1 && isNumberedSentence(line)) return false;
  const cells = line.split('\t').filter((cell) => cell.trim() !== '');
  if (cells.length === 0) return false;
  const like = (other: string | undefined) => countTabs(other) === tabs && (other ?? '').trim() !== '';
  if (cells.length === 1) return tabs >= 2 && /\S/.test(line) && (like(lines[at + 1]) || like(lines[at - 1]));
  return true;
}

export function readTabTable(lines: readonly string[], at: number): ReadTable {
  const tabs = countTabs(lines[at]);
  const rows: { cells: string[]; header: boolean }[] = [];
  let end = at;
  for (; end < lines.length; end += 1) {
    const line = lines[end] ?? '';
    if (countTabs(line) !== tabs || line.trim() === '') break;
    rows.push({ cells: line.split('\t'), header: false });
  }
  return { block: toTable(rows, tabs + 1, /\u2028/), end };
}

function countTabs(line: string | undefined): number {
  return line?.includes('\t') === true ? line.split('\t').length - 1 : 0;
}

function isNumberedSentence(line: string): boolean {
  return /^\s*(?:[-–+•*]|\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[a-zđ])[.)/]?)\t/u.test(line);
}

/** A cell that holds the sign of continuation belongs to the cell above it. */
function toTable(
  rows: readonly { cells: readonly string[]; header: boolean }[],
  width: number,
  breaks: RegExp,
): SourceTable {
  const heights = Array.from({ length: width }, () => 1);
  const table: SourceRow[] = [];
  for (const row of rows.toReversed()) {
    const cells: SourceCell[] = [];
    for (let column = 0; column < width; column += 1) {
      const text = row.cells[column] ?? '';
      if (text.trim() === continuedMark && table.length < rows.length - 1) {
        heights[column] = (heights[column] ?? 1) + 1;
        continue;
      }
      const paragraphs = text
        .split(breaks)
        .map(cleanText)
        .filter((part) => part !== '')
        .map(cellParagraph);
      cells.push({ paragraphs, column, columns: 1, rows: heights[column] ?? 1 });
      heights[column] = 1;
    }
    table.push({ header: row.header, cells });
  }
  return { kind: 'table', rows: table.toReversed() };
}

function cellParagraph(text: string): SourceParagraph {
  return {
    kind: 'paragraph',
    text,
    align: 'left',
    indent: 0,
    bold: false,
    italic: false,
    beginsSurely: true,
    endsSurely: true,
  };
}
