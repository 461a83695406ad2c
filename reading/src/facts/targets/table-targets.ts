import type { Target } from '@mangnon/domain/plans/extraction.ts';
import type { TextCell } from '../../document/normalised-document.ts';
import type { OutlineLine } from '../../structure/outline.ts';
import { lowerText } from '../lower-text.ts';
import { readComparator, type Comparator } from './comparators.ts';
import { listShares, readNumber } from './measures.ts';

interface YearColumn {
  readonly column: number;
  readonly year: number;
}

interface Columns {
  readonly name: number;
  readonly unit: number | null;
  readonly years: readonly YearColumn[];
}

/**
 * The targets of a table of figures: a column that names the target («Chỉ tiêu»), perhaps one for its unit, and one
 * for each year. Null where the table is of another kind and its cells are to be read as sentences.
 * @param headingYear the year a single column «Chỉ tiêu giao» holds for
 */
export function readTableTargets(rows: readonly OutlineLine[], headingYear: number | null): Target[] | null {
  const columns = rows.slice(0, 3).reduce<Columns | null>((found, row) => found ?? readColumns(row, headingYear), null);
  if (columns === null) return null;
  const targets: Target[] = [];
  for (const row of rows) {
    const cells = row.line.row?.cells ?? [];
    const name = cellAt(cells, columns.name);
    // The row of headings, where nothing marks it as one and where a new page repeats it.
    if (name === undefined || row.line.row?.header === true || readColumns(row, headingYear) !== null) continue;
    const unit = readUnit(lowerText(columns.unit === null ? '' : (cellAt(cells, columns.unit)?.text ?? '')), name.text);
    for (const { column, year } of columns.years) {
      const cell = cells.find((each) => each.column === column && !each.continued);
      const figure = cell === undefined || unit === null ? null : readFigure(cell.text, name.text);
      if (cell === undefined || unit === null || figure === null) continue;
      const text = `${name.text}: ${cell.text}`.replace(/\s+/g, ' ').trim();
      const span = { start: Math.min(name.span.start, cell.span.start), end: cell.span.end };
      targets.push({ text, owner: [...row.owner], ...figure, unit: figure.unit ?? unit, year, span });
    }
  }
  return targets;
}

function readColumns(row: OutlineLine, headingYear: number | null): Columns | null {
  const cells = row.line.row?.cells ?? [];
  const heads = cells.map((cell) => ({ column: cell.column, lower: lowerText(cell.text).trim() }));
  const name = heads.find(({ lower }) => /^(?:tên |nội dung |các )?(?:chỉ tiêu|mục tiêu|chỉ số|nội dung)/.test(lower));
  if (name === undefined || heads.some(({ lower }) => /chủ trì|thực hiện chính|trách nhiệm/.test(lower))) return null;
  const years = heads.flatMap(({ column, lower }) => {
    if (/thực hiện|kết quả|hiện trạng|ước|đạt được/.test(lower)) return [];
    const year = /(?:^|năm |đến )(20\d\d)$/.exec(lower)?.[1];
    if (year !== undefined) return [{ column, year: Number(year) }];
    const isGoal = column !== name.column && /^(?:chỉ tiêu|mục tiêu|kế hoạch|phấn đấu)/.test(lower);
    return isGoal && headingYear !== null ? [{ column, year: headingYear }] : [];
  });
  if (years.length === 0) return null;
  return {
    name: name.column,
    unit: heads.find(({ lower }) => /^đơn vị(?: tính)?$|^đvt$/.test(lower))?.column ?? null,
    years,
  };
}

function cellAt(cells: readonly TextCell[], column: number): TextCell | undefined {
  return cells.find((cell) => cell.column === column);
}

/** The unit as the table gives it; null where the row names no target. */
function readUnit(printed: string, name: string): string | null {
  if (name.trim() === '') return null;
  if (printed.includes('‰') || printed.includes('phần nghìn')) return '‰';
  if (printed.includes('%')) return '%';
  const rate = /1\.000\.000|100\.000|10\.000|1\.000/.exec(printed)?.[0];
  if (rate !== undefined) return `/${rate}`;
  if (printed.trim() !== '') return printed.trim();
  return /tỷ lệ/.test(lowerText(name)) || /\(%\)/.test(name) ? '%' : '';
}

interface Figure {
  readonly comparator: Comparator;
  readonly value: number;
  readonly value_to: number | null;
  readonly unit?: string;
}

/** «≥ 90», «dưới 5%», «85 - 90», «1.200»; null for an empty cell, a dash, words. */
function readFigure(printed: string, name: string): Figure | null {
  const lower = lowerText(printed).trim();
  const share = listShares(lower)[0];
  const bare =
    /^(\D{0,24}?)(\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)(?:\s?-\s?(\d+(?:[.,]\d+)?))?\s*(?:trở lên|trở xuống)?$/.exec(
      lower,
    );
  if (share === undefined && bare === null) return null;
  const before = share === undefined ? (bare?.[1] ?? '') : lower.slice(0, share.start);
  const value = share?.value ?? readNumber(bare?.[2] ?? '');
  const upTo = share === undefined ? bare?.[3] : undefined;
  const inherited = /^giảm tỷ (?:lệ|suất)/.test(lowerText(name))
    ? '<='
    : lowerText(name).startsWith('giảm ')
      ? 'decrease_by'
      : null;
  const comparator = readComparator(before, lower, value, inherited);
  const value_to = share?.valueTo ?? (upTo === undefined ? null : readNumber(upTo));
  return share === undefined ? { comparator, value, value_to } : { comparator, value, value_to, unit: share.unit };
}
