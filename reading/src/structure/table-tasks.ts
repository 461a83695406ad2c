import type { ReadingWarning } from '@mangnon/domain/plans/extraction.ts';
import { readAssignment } from '../agencies/assignment.ts';
import type { NormalisedDocument, TextCell } from '../document/normalised-document.ts';
import type { OpenTask } from './open-task.ts';
import { readMarker } from './marker.ts';
import type { PlanLine, PlanOutline } from './plan-outline.ts';
import type { PlanYears } from './read-due.ts';
import { readColumns, type ColumnKey } from './table-columns.ts';
import { emptyFields, takeField, type FieldValues } from './task-fields.ts';

interface OpenTable {
  readonly number: number;
  columns: ReadonlyMap<number, ColumnKey> | null;
  /** Columns of the row above, kept for a second row of headings («Chủ trì | Phối hợp» under «Đơn vị»). */
  heading: readonly TextCell[] | null;
  last: FieldValues;
  rows: number;
}

/**
 * Tasks out of tables whose heading names what is to be done and who or when: one a row, or one a paragraph where a
 * cell lists several. A lead merged or left blank carries over from the row above. A row with one filled cell
 * is a title within the table.
 */
export function findTableTasks(
  doc: NormalisedDocument,
  outline: PlanOutline,
  years: PlanYears | null,
  warnings: ReadingWarning[],
): OpenTask[] {
  const tasks: OpenTask[] = [];
  let table: OpenTable = openTable(-1);
  for (const [at, line] of outline.lines.entries()) {
    const row = line.line.row;
    if (!row || line.zone === 'head' || line.zone === 'recipients' || line.zone === 'signature') continue;
    if (line.topic !== null && line.topic !== 'tasks' && line.topic !== 'other') continue;
    if (table.number !== row.table) table = openTable(row.table);
    table.rows += 1;
    const columns = readHeading(table, row.cells);
    if (columns) {
      table.columns = columns;
      table.heading = row.cells;
      continue;
    }
    if (table.columns === null) table.heading ??= row.cells;
    else tasks.push(...readRow(doc, line, at, table, table.columns, row.cells, years, warnings));
  }
  return tasks;
}

function openTable(number: number): OpenTable {
  return { number, columns: null, heading: null, last: emptyFields(), rows: 0 };
}

/** A heading over one row or two; also the heading repeated further down. */
function readHeading(table: OpenTable, cells: readonly TextCell[]): ReadonlyMap<number, ColumnKey> | null {
  const own = readColumns(cells.filter((cell) => !cell.continued));
  if (table.heading === null || table.rows > 3) return own;
  const above = table.heading;
  const joined = cells.map((cell) => {
    const over =
      above.find((other) => other.column <= cell.column && cell.column < other.column + Math.max(1, other.columns)) ??
      above.findLast((other) => other.column <= cell.column && other.text !== '');
    const text =
      cell.continued || !over || cell.text === '' ? cell.text || (over?.text ?? '') : `${over.text} ${cell.text}`;
    return { ...cell, text: cell.text.length > 60 ? cell.text : text };
  });
  const filled = cells.filter((cell) => cell.text !== '' && !cell.continued);
  const looksLikeHeading =
    filled.length > 0 &&
    filled.every((cell) =>
      /^(?:đơn vị |cơ quan )?(?:chủ trì|phối hợp|thực hiện|bắt đầu|kết thúc|từ|đến)(?:\s\p{L}+){0,3}$/iu.test(
        cell.text,
      ),
    );
  if (looksLikeHeading) return readColumns(joined) ?? own;
  return own;
}

function readRow(
  doc: NormalisedDocument,
  line: PlanLine,
  at: number,
  table: OpenTable,
  columns: ReadonlyMap<number, ColumnKey>,
  cells: readonly TextCell[],
  years: PlanYears | null,
  warnings: ReadingWarning[],
): OpenTask[] {
  const filled = cells.filter((cell) => cell.text.trim() !== '');
  const content = cells.find((cell) => columns.get(cell.column) === 'content');
  const meant = filled.filter((cell) => columns.get(cell.column) !== 'number');
  if (isCounting(filled)) return [];
  if (meant.length <= 1 && (!content || meant[0] === content || (meant[0]?.columns ?? 1) > 1)) {
    const numbered = filled.some((cell) => columns.get(cell.column) === 'number' && /^\d+\.?$/.test(cell.text.trim()));
    const blankLead = table.last.lead !== null && numbered && meant[0] === content && content?.columns === 1;
    if (!blankLead) {
      const owner = meant[0] ? readAssignment(meant[0].text) : null;
      table.last = { ...emptyFields(), lead: owner?.shape === 'name' ? owner.agencies : null };
      return [];
    }
  }
  if (!content || content.continued || content.text.trim() === '') return [];
  const values = readValues(doc, table, columns, cells, years, warnings);
  table.last = values;
  return splitCell(content).map(({ start, end }) => ({
    span: { start, end },
    line: at,
    scope: line.scope,
    section: line.section,
    owner: [],
    lead: values.lead ?? line.owner,
    coordinating: values.coordinating ?? [],
    due: values.due,
    sureness: values.lead === null && line.owner.length === 0 ? 0.7 : 0.9,
  }));
}

function readValues(
  doc: NormalisedDocument,
  table: OpenTable,
  columns: ReadonlyMap<number, ColumnKey>,
  cells: readonly TextCell[],
  years: PlanYears | null,
  warnings: ReadingWarning[],
): FieldValues {
  const values = emptyFields();
  let blankLead = false;
  for (const cell of cells) {
    const key = columns.get(cell.column);
    if (key !== 'lead' && key !== 'coordinating' && key !== 'due') continue;
    const printed = cell.text.replaceAll('\u2028', key === 'due' ? ', ' : '; ').trim();
    if (printed === '' && key === 'lead') blankLead = true;
    takeField(values, key, printed, cell.span, years, cell.continued ? [] : warnings);
  }
  if (blankLead && values.lead === null) {
    // A blank lead is a merged cell whose merging the source has lost; helpers go with it.
    values.lead = table.last.lead;
    values.coordinating ??= table.last.coordinating;
  }
  return values;
}

/** «(1) (2) (3)»: a row that only counts the columns. */
function isCounting(filled: readonly TextCell[]): boolean {
  return filled.length >= 2 && filled.every((cell) => /^\(?[\dA-Z]\)?$/.test(cell.text.trim()));
}

/** One cell may list several tasks, each with its bullet or number. */
function splitCell(cell: TextCell): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let offset = cell.span.start;
  let introduced = false;
  for (const line of cell.text.split('\u2028')) {
    const marker = readMarker(line, () => false);
    const from = offset + (marker?.length ?? 0);
    const end = offset + line.length;
    const last = parts.at(-1);
    if (last && !marker) last.end = end;
    else if (line.trim() !== '') {
      if (last && marker && parts.length === 1 && introduced) parts.pop();
      introduced = parts.length === 0 && line.trim().endsWith(':');
      parts.push({ start: from, end });
    }
    offset += line.length + 1;
  }
  return parts;
}
