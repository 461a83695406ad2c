import { sql, type Kysely } from 'kysely';
import type { DB } from '../platform/database/schema.generated.ts';

export interface UploadedDraft {
  readonly id: string;
  readonly uploaded_by: string;
  readonly source_sha256: Buffer;
}

export async function findUpload(database: Kysely<DB>, uploadId: string): Promise<UploadedDraft | undefined> {
  return database
    .selectFrom('draft')
    .select(['id', 'uploaded_by', 'source_sha256'])
    .where('upload_id', '=', uploadId)
    .executeTakeFirst();
}

/** The new draft's id; nothing when the same upload came in at this very moment by another request. */
export async function createDraft(
  database: Kysely<DB>,
  upload: { uploadId: string; sha256: Buffer; fileName: string; accountId: string; now: Date },
): Promise<string | undefined> {
  const created = await database
    .insertInto('draft')
    .values({
      upload_id: upload.uploadId,
      source_sha256: upload.sha256,
      file_name: upload.fileName,
      state: 'reading',
      uploaded_by: upload.accountId,
      uploaded_at: upload.now,
      state_since: upload.now,
    })
    .onConflict((conflict) => conflict.column('upload_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return created?.id;
}

/** Another draft of the very same file, the adopted one first, then the newest; what was put away does not count. */
export async function findSameFile(
  database: Kysely<DB>,
  sha256: Buffer,
  exceptId: string,
): Promise<{ id: string; plan_id: string | null; uploaded_at: Date } | undefined> {
  return database
    .selectFrom('draft')
    .leftJoin('plan', 'plan.draft_id', 'draft.id')
    .select(['draft.id', 'plan.id as plan_id', 'draft.uploaded_at'])
    .where('source_sha256', '=', sha256)
    .where('draft.id', '<>', exceptId)
    .where('state', '<>', 'discarded')
    .orderBy(sql`plan.id is null`)
    .orderBy('draft.uploaded_at', 'desc')
    .executeTakeFirst();
}
