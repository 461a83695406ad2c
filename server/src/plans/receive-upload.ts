import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { fileLimits } from '@mangnon/reading/files/file-limits.ts';
import { receiveForm } from '../platform/http/receive-form.ts';

export interface ReceivedUpload {
  readonly uploadId: string;
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly sha256: Buffer;
}

/** Takes the document of a plan and its id out of a multipart request. */
export async function receiveUpload(request: FastifyRequest): Promise<Result<ReceivedUpload>> {
  const received = await receiveForm(request, fileLimits.bytes);
  if (received === 'no form') return refuse('drafts.file_missing');
  if (received === 'too large') {
    return refuse('drafts.file_too_large', { where: 'file', details: { limit: fileLimits.bytes / 1_000_000 } });
  }
  if (received === 'broken') return refuse('drafts.upload_broken', { where: 'file' });
  const { fields, file } = received;
  const uploadId = z.uuid().safeParse(fields.get('uploadId'));
  if (!uploadId.success) return refuse('drafts.upload_id_missing', { where: 'uploadId' });
  if (file === null) return refuse('drafts.file_missing', { where: 'file' });
  if (file.bytes.length === 0) return refuse('drafts.file_empty', { where: 'file' });
  const sha256 = createHash('sha256').update(file.bytes).digest();
  return accept({ uploadId: uploadId.data.toLowerCase(), fileName: file.name, bytes: file.bytes, sha256 });
}
