import { createHash } from 'node:crypto';
import type { BadRow, BadSheetRow } from '@mangnon/domain/kernel/workbook/bad-row.ts';
import { workbookRefusals } from '@mangnon/domain/kernel/workbook/workbook.refusals.ts';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import type { Refusals } from '@mangnon/domain/kernel/sentence.ts';
import { tellRefusal } from '@mangnon/domain/kernel/tell-refusal.ts';
import type { ReceivedWorkbook } from './receive-workbook.ts';

/** Most changes, and most bad rows, told in a preview; the counts tell the rest. */
export const mostTold = 200;

/** The first bad rows with their sentences; `refusals` are those of the module the workbook is for. */
export function tellBadRows(refusals: Refusals, badRows: readonly BadRow[]): BadSheetRow[] {
  const sentences = { ...workbookRefusals, ...refusals };
  return badRows.slice(0, mostTold).map(({ sheet, row, column, refusal }) => ({
    sheet,
    row,
    column,
    code: refusal.code,
    message: tellRefusal(sentences, refusal),
  }));
}

/** Of the file and what it would do today: the preview of yesterday's list no longer fits. */
export function fingerprintOf({ sha256 }: ReceivedWorkbook, difference: unknown): string {
  return createHash('sha256').update(sha256).update(JSON.stringify(difference)).digest('hex');
}

interface Shown {
  readonly badRows: readonly BadSheetRow[];
  readonly badRowCount: number;
  readonly fingerprint: string;
}

/** Refuses to write a workbook with bad rows, naming the first, and one that is not what the preview showed. */
export function checkImport({ badRows: [bad], badRowCount, fingerprint }: Shown, given: string | null): Result<null> {
  if (bad !== undefined) {
    const where = [bad.sheet, bad.row].filter((part) => part !== null).join(' ');
    const details = { count: badRowCount, first: bad.message.vi, firstEn: bad.message.en };
    return refuse('workbook.rows_refused', { where, details });
  }
  return fingerprint === given ? accept(null) : refuse('workbook.changed_since_preview');
}
