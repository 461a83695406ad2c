import type { Transaction } from 'kysely';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { enqueueJob } from '../platform/jobs/enqueue-job.ts';
import type { ReceivedUpload } from './receive-upload.ts';
import { keepSourceFile } from './source-files.queries.ts';
import { createDraft, findUpload } from './uploads.queries.ts';

/** Keeps the file, begins a draft and has it read. The same upload sent twice at once begins one draft. */
export async function startDraft(
  database: Transaction<DB>,
  accountId: string,
  { uploadId, fileName, bytes, sha256 }: ReceivedUpload,
  now: Date,
): Promise<Result<string>> {
  await keepSourceFile(database, sha256, bytes, now);
  const created = await createDraft(database, { uploadId, sha256, fileName, accountId, now });
  if (created !== undefined) {
    await enqueueJob(database, 'read_plan', { draftId: created }, `read_plan:${created}`);
    return accept(created);
  }
  const earlier = await findUpload(database, uploadId);
  const isSame = earlier?.uploaded_by === accountId && earlier.source_sha256.equals(sha256);
  return earlier !== undefined && isSame ? accept(earlier.id) : refuse('drafts.upload_id_taken');
}
