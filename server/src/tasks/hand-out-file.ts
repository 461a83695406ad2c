import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import type { ProofKind } from '@mangnon/domain/tasks/proof-kind.ts';
import type { TransactionContext } from '../platform/action/action.ts';
import type { ScanFile, ScanVerdict } from './scan-file.ts';
import { findContent, noteScan, type FileTables } from './stored-files.queries.ts';

/** What is known of a file that is kept. */
export interface StoredFile extends ScanVerdict {
  readonly id: string;
  readonly fileName: string;
  readonly kind: ProofKind;
  readonly contentId: string;
  readonly shownId: string | null;
}

/**
 * The copy of a file that is shown, after it was asked whether this person may see it. One that waited is scanned as soon
 * as somebody wants it and a scanner answers; quarantined it goes to nobody, unscanned only to who says so.
 */
export async function handOutFile(
  { database, now, audit }: Pick<TransactionContext, 'database' | 'now' | 'audit'>,
  tables: FileTables,
  file: StoredFile,
  { scan, unscanned }: { readonly scan: ScanFile; readonly unscanned: boolean },
): Promise<Result<{ fileName: string; kind: string; base64: string }>> {
  const bytes = await findContent(database, tables, file.contentId);
  if (bytes === undefined) return refuse('tasks.not_found');
  const verdict = file.scan === 'waiting' ? await scan(bytes) : file;
  if (file.scan !== verdict.scan) await noteScan(database, tables, file.id, verdict, now);
  if (verdict.scan === 'quarantined') {
    return refuse('tasks.proof_quarantined', { details: { words: verdict.words ?? '' } });
  }
  // A copy painted anew carries nothing that a scanner looks for.
  if (verdict.scan === 'waiting' && file.shownId === null && !unscanned) return refuse('tasks.proof_unscanned');
  const shown = file.shownId === null ? bytes : await findContent(database, tables, file.shownId);
  if (shown === undefined) return refuse('tasks.not_found');
  audit({ scan: verdict.scan });
  const kind = file.shownId === null ? file.kind : 'jpeg';
  return accept({ fileName: file.fileName, kind, base64: shown.toString('base64') });
}
