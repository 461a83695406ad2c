import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import type { Sheet } from '@mangnon/domain/kernel/workbook/sheet.ts';
import { receiveForm } from '../http/receive-form.ts';
import { openWorkbook } from './open-workbook.ts';

export interface ReceivedWorkbook {
  readonly sheets: readonly Sheet[];
  readonly sha256: string;
  /** Of the preview this import repeats; `null` for the preview itself. */
  readonly fingerprint: string | null;
}

const mostBytes = 16 * 1024 * 1024;

/** Takes the workbook out of a multipart request and opens it. */
export async function receiveWorkbook(request: FastifyRequest): Promise<Result<ReceivedWorkbook>> {
  const received = await receiveForm(request, mostBytes);
  if (received === 'too large') {
    return refuse('workbook.file_too_large', { where: 'file', details: { limit: mostBytes / 1_048_576 } });
  }
  if (received === 'broken') return refuse('workbook.file_unreadable', { where: 'file' });
  const bytes = received === 'no form' ? undefined : received.file?.bytes;
  if (received === 'no form' || bytes === undefined || bytes.length === 0) {
    return refuse('workbook.file_missing', { where: 'file' });
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const opened = await openWorkbook(bytes);
  return opened.ok
    ? accept({ sheets: opened.value, sha256, fingerprint: received.fields.get('fingerprint') ?? null })
    : opened;
}
