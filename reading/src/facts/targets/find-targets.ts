import type { ReadingWarning, Target } from '@mangnon/domain/plans/extraction.ts';
import type { NormalisedDocument } from '../../document/normalised-document.ts';
import type { Outline } from '../../structure/outline.ts';
import { makeWarning, type FactsFound } from '../facts-found.ts';
import { readHeadingDate } from '../heading/heading-date.ts';
import { lowerText } from '../lower-text.ts';
import { surroundLines, type SurroundedLine } from '../surroundings.ts';
import type { TargetContext } from './is-target.ts';
import { mayHoldTarget, readTargets, type ReadTarget } from './read-targets.ts';
import { readTableTargets } from './table-targets.ts';
import { readHeadingYear } from './years.ts';

const aims = /mục tiêu|chỉ tiêu/;
const results =
  /^(?:(?:đánh giá|khái quát|tóm tắt|một số|về|những) )*(?:đặc điểm|tình hình|thực trạng|kết quả(?! (?:mong đợi|dự kiến|cần đạt|đầu ra|phấn đấu))|bối cảnh|tồn tại|hạn chế|khó khăn|nguyên nhân|thuận lợi|sự cần thiết|căn cứ|cơ sở (?:pháp lý|thực tiễn)|ưu điểm|thành tựu)/;
const funding = /kinh phí|nguồn lực tài chính|ngân sách/;

/**
 * The numeric targets of a plan, wherever they stand, each with the agency it stands under. The year is taken from
 * the sentence, else from its lead-in or heading; figures that only describe what was are left out.
 */
export function findTargets(doc: NormalisedDocument, outline: Outline): FactsFound<Target> {
  const facts: Target[] = [];
  const warnings: ReadingWarning[] = [];
  const issued = Number(readHeadingDate(doc, outline)?.known?.slice(0, 4) ?? 0);
  const lines = surroundLines(doc, outline);
  const tables = readTables(lines);
  for (const line of lines) {
    const { entry } = line;
    if (entry.zone !== 'body' && entry.zone !== 'annex') continue;
    const table = entry.line.row === null ? null : tables.get(entry.line.row.table);
    if (table !== null && table !== undefined) {
      if (table.first === line) facts.push(...table.targets);
      continue;
    }
    for (const part of partsOf(line).filter(({ lower }) => mayHoldTarget(lower))) {
      const context = readContext(line);
      for (const read of readTargets(part.text, context, part.lower)) {
        if (read.year !== null && read.year < issued) {
          if (!context.underTargets) continue;
          warnings.push(makeWarning('target_year_passed', spanOf(read, part.start), { year: read.year }));
        }
        facts.push(toTarget(read, part.start, entry.owner));
        const doubt = doubtAbout(read, part);
        if (doubt !== null) warnings.push(doubt);
      }
    }
  }
  return { facts, warnings };
}

interface TableOfTargets {
  readonly first: SurroundedLine;
  readonly targets: readonly Target[];
}

/** The tables that list targets; the cells of any other table are read as sentences. */
function readTables(lines: readonly SurroundedLine[]): Map<number, TableOfTargets> {
  const rows = new Map<number, SurroundedLine[]>();
  for (const line of lines) {
    const table = line.entry.line.row?.table;
    if (table === undefined) continue;
    const known = rows.get(table);
    if (known === undefined) rows.set(table, [line]);
    else known.push(line);
  }
  const found = new Map<number, TableOfTargets>();
  for (const [table, [first, ...rest]] of rows) {
    if (first === undefined) continue;
    const targets = readTableTargets(
      [first, ...rest].map(({ entry }) => entry),
      readContext(first).year,
    );
    if (targets !== null) found.set(table, { first, targets });
  }
  return found;
}

interface Part {
  readonly text: string;
  readonly lower: string;
  /** Its offset in the document's text. */
  readonly start: number;
}

/** A paragraph is one part; of a table row each cell is one, and a cell merged from above is not read again. */
function partsOf({ entry, text, lower }: SurroundedLine): Part[] {
  if (entry.line.row === null) return [{ text, lower, start: entry.line.span.end - text.length }];
  return entry.line.row.cells.flatMap((cell) =>
    cell.continued ? [] : [{ text: cell.text, lower: lowerText(cell.text), start: cell.span.start }],
  );
}

function readContext({ titles, leadIn, entry, text }: SurroundedLine): TargetContext {
  // «a) Mục tiêu đến năm 2025: 90% …; 12 xã …»: a title with its targets on one line stands in its own section.
  const isTitleAlone = entry.kind === 'heading' && text.length < 120;
  const own = isTitleAlone ? [] : titles;
  const years = [leadIn ?? '', ...own.toReversed()].map(readHeadingYear);
  const inner = own.findLastIndex((title) => aims.test(title));
  const past = own.findLastIndex((title) => results.test(title));
  return {
    underTargets: inner > past || /mục tiêu|chỉ tiêu|phấn đấu/.test(leadIn ?? ''),
    underResults: past > inner,
    underFunding: funding.test(own.at(-1) ?? ''),
    year: years.find((year) => year !== null) ?? null,
  };
}

function doubtAbout(read: ReadTarget, part: Part): ReadingWarning | null {
  const printed = part.text.slice(read.figure.start, read.figure.end);
  const isChange = read.comparator === 'increase_by';
  if (read.unit === '%' && Math.max(read.value, read.value_to ?? 0) > 100 && !isChange) {
    return makeWarning('target_over_hundred', spanOf(read, part.start), { printed });
  }
  if (read.value_to !== null && read.value_to < read.value) {
    return makeWarning('target_range_reversed', spanOf(read, part.start), { printed });
  }
  return null;
}

function spanOf(read: ReadTarget, at: number): { start: number; end: number } {
  return { start: at + read.start, end: at + read.end };
}

function toTarget(read: ReadTarget, at: number, owner: readonly string[]): Target {
  const { text, comparator, value, value_to, unit, year } = read;
  return { text, owner: [...owner], comparator, value, value_to, unit, year, span: spanOf(read, at) };
}
