import { sql, type Transaction } from 'kysely';
import type { DB } from '../platform/database/schema.generated.ts';
import type { StoredFile } from '../tasks/hand-out-file.ts';
import type { FileTables } from '../tasks/stored-files.queries.ts';
import type { Scope } from './inspection-scope.ts';

export const findingFileTables: FileTables = { file: 'finding_file', content: 'finding_file_content' };

export interface FindingFile extends StoredFile, Omit<Scope, 'unitId'> {
  readonly findingId: string;
  readonly sha256: Buffer;
  readonly withdrawn: boolean;
  /** Of the inspection: what a conclusion rests on is taken back no more. */
  readonly concluded: boolean;
  readonly calledOff: boolean;
}

export async function findFindingFile(database: Transaction<DB>, id: string): Promise<FindingFile | undefined> {
  const { rows } = await sql<FindingFile>`
    select f.id, f.finding_id as "findingId", f.inspection_id as "inspectionId", f.place_id as "placeId",
      f.province_id as "provinceId", f.unit, f.for_place_id as "forPlaceId", f.for_province_id as "forProvinceId",
      f.for_unit as "forUnit", f.file_name as "fileName", f.kind, f.sha256, f.content_id as "contentId",
      f.shown_id as "shownId", f.scan, f.scan_words as words, f.withdrawn_at is not null as withdrawn,
      exists (select from inspection_conclusion c where c.inspection_id = f.inspection_id) as concluded,
      i.called_off_on is not null as "calledOff"
    from finding_file f join inspection i on i.id = f.inspection_id where f.id = ${id}::uuid`.execute(database);
  return rows[0];
}
