import { accept, refuse, type Refusal, type Result } from '../kernel/result.ts';
import { isSameValue } from '../kernel/same-value.ts';
import type { BadRow } from '../kernel/workbook/bad-row.ts';
import { badRowOf, gatherRows } from '../kernel/workbook/gather-rows.ts';
import { readRow } from '../kernel/workbook/row-refused.ts';
import type { Sheet, SheetRow } from '../kernel/workbook/sheet.ts';
import { addVersion } from './add-version.ts';
import type { Catalogue } from './catalogue.ts';
import { checkCatalogue } from './check-catalogue.ts';
import type { Indicator } from './indicator.ts';
import { indicatorSheets } from './indicator-sheets.ts';
import { readBasisRow, readIndicatorRow } from './read-indicator-row.ts';

type Row = SheetRow<keyof typeof indicatorSheets>;

export interface ReadIndicators {
  /** Every version as it would be after the file. Of no use while there are bad rows. */
  readonly indicators: readonly Indicator[];
  /** Those among them that are new or have got an end. */
  readonly changed: readonly Indicator[];
  readonly rows: number;
  readonly badRows: readonly BadRow[];
}

const keyOf = ({ code, version }: Pick<Indicator, 'code' | 'version'>) => `${code}/${version}`;

/**
 * What a catalogue would become with the rows of a workbook: versions that are new are added, and end the one before;
 * a version that is there may get an end and stays as it was in all else; what the file does not name stays. Refuses a
 * file that is not of this form at all; every single row that is wrong is named in `badRows`.
 */
export function readIndicatorSheets(before: Catalogue, sheets: readonly Sheet[]): Result<ReadIndicators> {
  const gathered = gatherRows(indicatorSheets, sheets);
  if (!gathered.ok) return gathered;
  const badRows: BadRow[] = [];
  const bad = (row: Row, refusal: Refusal) => badRows.push(badRowOf(indicatorSheets, row, refusal));
  const texts = new Map<string, { row: Row; basis: Indicator['basis'] }>();
  const told = new Map<string, { row: Row; one: Indicator }>();
  for (const row of gathered.value) {
    const read = readRow(() => (row.sheet === 'basis' ? readBasisRow(row.cells) : readIndicatorRow(row.cells)));
    if (!read.ok) bad(row, read.refusal);
    else if ('basis' in read.value && !('name' in read.value)) {
      const { basis } = read.value;
      const known = texts.get(keyOf(read.value))?.basis ?? [];
      texts.set(keyOf(read.value), { row, basis: [...known, basis] });
    } else {
      const other = told.get(keyOf(read.value));
      if (other !== undefined) bad(row, { code: 'workbook.row_twice', details: { other: other.row.number } });
      else told.set(keyOf(read.value), { row, one: read.value });
    }
  }
  for (const [key, { row }] of texts) {
    const [code = ''] = key.split('/');
    if (!told.has(key)) bad(row, { code: 'indicators.basis_of_none', details: { code } });
  }
  const rows = gathered.value.length;
  const all = [...before.versions.values()].flat();
  if (badRows.length > 0) return accept({ indicators: all, changed: [], rows, badRows });

  const after = new Map([...before.versions].map(([code, versions]) => [code, [...versions]]));
  const inOrder = [...told.values()].toSorted((one, other) => one.one.version - other.one.version);
  for (const { row, one } of inOrder) {
    const versions = after.get(one.code) ?? [];
    const stored = versions.find(({ version }) => version === one.version);
    // A file without texts for a version that is there says nothing about them.
    const basis = texts.get(keyOf(one))?.basis ?? stored?.basis ?? [];
    const changed = putVersion(versions, { ...one, basis });
    if (changed.ok) after.set(one.code, changed.value);
    else bad(row, changed.refusal);
  }
  const indicators = [...after.values()].flat();
  const stored = new Map(all.map((one) => [keyOf(one), one]));
  const changed = indicators.filter((one) => !isSameValue(one, stored.get(keyOf(one))));
  if (badRows.length > 0) return accept({ indicators, changed, rows, badRows });
  for (const refusal of checkCatalogue(indicators, [...before.breakdowns.values()])) {
    const row = told.get(refusal.where ?? '')?.row;
    if (row === undefined) badRows.push({ sheet: null, row: null, column: null, refusal });
    else bad(row, refusal);
  }
  return accept({ indicators, changed, rows, badRows });
}

/** The versions of a code with one more, or with an end for one that is there. */
function putVersion(versions: readonly Indicator[], one: Indicator): Result<Indicator[]> {
  const details = { name: one.name.vi, code: one.code, version: one.version };
  const stored = versions.find(({ version }) => version === one.version);
  if (stored !== undefined) {
    const ended = { ...stored, validTo: one.validTo ?? stored.validTo };
    if (!isSameValue(ended, { ...one, validTo: ended.validTo })) return refuse('indicators.version_kept', { details });
    if (stored.validTo !== null && one.validTo !== null && one.validTo !== stored.validTo) {
      return refuse('indicators.version_kept', { details });
    }
    return accept(versions.map((version) => (version === stored ? ended : version)));
  }
  const next = (versions.at(-1)?.version ?? 0) + 1;
  return one.version === next
    ? addVersion(versions, one)
    : refuse('indicators.version_next', { details: { ...details, next } });
}
