import type { Multipart } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { fileLimits } from '@mangnon/reading/files/file-limits.ts';

export interface ReceivedUpload {
  readonly uploadId: string;
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly sha256: Buffer;
}

const longestName = 255;

/**
 * Takes the file and its id out of a multipart request. The whole body is always taken in, also of a file that is
 * too large (what is over is thrown away at once), so that the browser gets the sentence and not a broken line.
 */
export async function receiveUpload(request: FastifyRequest): Promise<Result<ReceivedUpload>> {
  if (!request.isMultipart()) return refuse('drafts.file_missing');
  const received = await takeParts(request);
  if (received === 'too large') {
    return refuse('drafts.file_too_large', { where: 'file', details: { limit: fileLimits.bytes / 1_000_000 } });
  }
  if (received === 'broken') return refuse('drafts.upload_broken', { where: 'file' });
  const { uploadId, file } = received;
  if (uploadId === null) return refuse('drafts.upload_id_missing', { where: 'uploadId' });
  if (file === null) return refuse('drafts.file_missing', { where: 'file' });
  if (file.bytes.length === 0) return refuse('drafts.file_empty', { where: 'file' });
  const sha256 = createHash('sha256').update(file.bytes).digest();
  return accept({ uploadId, fileName: file.name, bytes: file.bytes, sha256 });
}

interface Parts {
  uploadId: string | null;
  file: { readonly name: string; readonly bytes: Buffer } | null;
}

async function takeParts(request: FastifyRequest): Promise<Parts | 'too large' | 'broken'> {
  const limits = { fileSize: fileLimits.bytes, files: 1, fields: 5, fieldSize: 200 };
  const parts: Parts = { uploadId: null, file: null };
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field' && part.fieldname === 'uploadId') parts.uploadId = readUploadId(part);
      // A file over the limit throws here, and again when the body is at its end: only then is it answered.
      const bytes = part.type === 'file' ? await part.toBuffer().catch(ignoreTooLarge) : null;
      if (part.type === 'file' && part.fieldname === 'file' && bytes !== null) {
        parts.file = { name: cleanFileName(part.filename), bytes };
      }
    }
  } catch (error) {
    if (isTooLarge(error)) return 'too large';
    // The line broke, or the body is not what its header says: whatever the parser throws, the upload must be repeated.
    request.log.info({ err: error }, 'an upload did not come in whole');
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

function readUploadId(part: Multipart): string | null {
  const parsed = z.uuid().safeParse('value' in part ? part.value : null);
  return parsed.success ? parsed.data.toLowerCase() : null;
}

/** The last part of whatever path an old browser sends, without control characters, never empty. */
function cleanFileName(name: string | undefined): string {
  const last =
    (name ?? '')
      .toWellFormed()
      .normalize('NFC')
      .replace(/\p{Cc}/gu, '')
      .split(/[/\\]/)
      .at(-1)
      ?.trim() ?? '';
  if (last === '') return 'tep-khong-ten';
  const ending = /\.[^.]{1,10}$/.exec(last)?.[0] ?? '';
  return last.length <= longestName ? last : last.slice(0, longestName - ending.length).toWellFormed() + ending;
}
