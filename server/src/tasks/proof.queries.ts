import { sql, type Transaction } from 'kysely';
import type { DB } from '../platform/database/schema.generated.ts';
import type { StoredFile } from './hand-out-file.ts';
import type { TaskScope } from './held-units.ts';
import type { FileTables } from './stored-files.queries.ts';

export const proofTables: FileTables = { file: 'proof', content: 'proof_content' };

export interface ProofRecord extends TaskScope, StoredFile {
  readonly taskId: string;
  readonly periodId: string;
  readonly reportId: string | null;
  readonly sha256: Buffer;
  readonly withdrawn: boolean;
}

export async function findProof(database: Transaction<DB>, id: string): Promise<ProofRecord | undefined> {
  const { rows } = await sql<ProofRecord>`
    select f.id, p.task_id as "taskId", f.period_id as "periodId", f.report_id as "reportId", f.place_id as "placeId",
      f.province_id as "provinceId", f.unit, f.requester_place_id as "requesterPlaceId", f.file_name as "fileName", f.kind,
      f.sha256, f.content_id as "contentId", f.shown_id as "shownId", f.scan, f.scan_words as words,
      f.withdrawn_at is not null as withdrawn
    from proof f join task_period p on p.id = f.period_id where f.id = ${id}::uuid`.execute(database);
  return rows[0];
}
