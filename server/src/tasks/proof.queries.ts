import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { ProofKind } from '@mangnon/domain/tasks/proof-kind.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import type { TaskScope } from './held-units.ts';
import { scopeOf } from './progress.queries.ts';
import type { ReceivedProof } from './receive-proof.ts';
import type { ScanVerdict } from './scan-file.ts';

type Database = Transaction<DB>;

export interface ProofRecord extends TaskScope, ScanVerdict {
  readonly id: string;
  readonly taskId: string;
  readonly periodId: string;
  readonly reportId: string | null;
  readonly fileName: string;
  readonly kind: ProofKind;
  readonly sha256: Buffer;
  readonly contentId: string;
  readonly shownId: string | null;
  readonly withdrawn: boolean;
}

export async function findProof(database: Database, id: string): Promise<ProofRecord | undefined> {
  const { rows } = await sql<ProofRecord>`
    select f.id, p.task_id as "taskId", f.period_id as "periodId", f.report_id as "reportId", f.place_id as "placeId",
      f.province_id as "provinceId", f.unit, f.requester_place_id as "requesterPlaceId", f.file_name as "fileName", f.kind,
      f.sha256, f.content_id as "contentId", f.shown_id as "shownId", f.scan, f.scan_words as words,
      f.withdrawn_at is not null as withdrawn
    from proof f join task_period p on p.id = f.period_id where f.id = ${id}::uuid`.execute(database);
  return rows[0];
}

export async function findContent(database: Database, id: string): Promise<Buffer | undefined> {
  const found = await database.selectFrom('proof_content').select('bytes').where('id', '=', id).executeTakeFirst();
  return found?.bytes;
}

export async function insertProof(
  database: Database,
  period: TaskScope & { readonly id: string },
  received: ReceivedProof,
  { by, now }: { readonly by: string; readonly now: Date },
): Promise<void> {
  const scope = scopeOf(period);
  const contentId = randomUUID();
  const shownId = received.shown === null ? null : randomUUID();
  const contents = [
    { id: contentId, ...scope, bytes: received.bytes },
    ...(received.shown === null || shownId === null ? [] : [{ id: shownId, ...scope, bytes: received.shown }]),
  ];
  await database.insertInto('proof_content').values(contents).execute();
  await database
    .insertInto('proof')
    .values({
      id: received.id,
      period_id: period.id,
      ...scope,
      file_name: received.fileName,
      kind: received.kind,
      byte_count: received.bytes.length,
      sha256: received.sha256,
      content_id: contentId,
      shown_id: shownId,
      scan: received.scan,
      scanned_at: received.scan === 'waiting' ? null : now,
      scan_words: received.words,
      received_at: now,
      received_by: by,
    })
    .execute();
}

/** Notes what the scanner said of a file that waited; a person who may only look leaves it as it is. */
export async function noteScan(database: Database, id: string, verdict: ScanVerdict, now: Date): Promise<void> {
  await sql`update proof set scan = ${verdict.scan}, scan_words = ${verdict.words}, scanned_at = ${now}::timestamptz
    where id = ${id}::uuid and scan = 'waiting'`.execute(database);
}

export async function withdrawProofRow(database: Database, id: string, now: Date): Promise<void> {
  await sql`update proof set withdrawn_at = ${now}::timestamptz where id = ${id}::uuid`.execute(database);
}
