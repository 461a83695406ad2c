import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import type { Sheet } from '@mangnon/domain/places/places-sheet.ts';
import { openWorkbook } from './open-workbook.ts';

export interface ReceivedWorkbook {
  readonly sheets: readonly Sheet[];
  readonly sha256: string;
  /** Of the preview this import repeats; `null` for the preview itself. */
  readonly fingerprint: string | null;
}

const mostBytes = 16 * 1024 * 1024;

/** Takes the workbook out of a multipart request and opens it. The whole body is taken in, so that a refusal arrives. */
export async function receiveWorkbook(request: FastifyRequest): Promise<Result<ReceivedWorkbook>> {
  if (!request.isMultipart()) return refuse('places.file_missing', { where: 'file' });
  const received = await takeParts(request);
  if (received === 'too large') {
    return refuse('places.file_too_large', { where: 'file', details: { limit: mostBytes / 1_048_576 } });
  }
  if (received === 'broken') return refuse('places.file_unreadable', { where: 'file' });
  const { bytes, fingerprint } = received;
  if (bytes === null || bytes.length === 0) return refuse('places.file_missing', { where: 'file' });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const opened = await openWorkbook(bytes);
  return opened.ok ? accept({ sheets: opened.value, sha256, fingerprint }) : opened;
}

interface Parts {
  bytes: Buffer | null;
  fingerprint: string | null;
}

async function takeParts(request: FastifyRequest): Promise<Parts | 'too large' | 'broken'> {
  const limits = { fileSize: mostBytes, files: 1, fields: 5, fieldSize: 200 };
  const parts: Parts = { bytes: null, fingerprint: null };
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === 'file') {
        // A file over the limit throws here, and again when the body is at its end: only then is it answered.
        parts.bytes = await part.toBuffer().catch(ignoreTooLarge);
      } else if (part.fieldname === 'fingerprint' && typeof part.value === 'string') parts.fingerprint = part.value;
    }
  } catch (error) {
    if (isTooLarge(error)) return 'too large';
    request.log.info({ err: error }, 'a workbook did not come in whole');
    return 'broken';
  }
  return parts;
}

function ignoreTooLarge(error: unknown): null {
  if (!isTooLarge(error)) throw error;
  return null;
}

function isTooLarge(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'FST_REQ_FILE_TOO_LARGE';
}
