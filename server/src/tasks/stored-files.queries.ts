import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { DB } from '../platform/database/schema.generated.ts';
import type { ReceivedProof } from './receive-proof.ts';
import type { ScanVerdict } from './scan-file.ts';

type Database = Transaction<DB>;

/** Where files of one kind stand: what is known of them, and their bytes as received and as shown, under the same policies. */
export interface FileTables {
  readonly file: 'proof' | 'finding_file';
  readonly content: 'proof_content' | 'finding_file_content';
}

async function insertRows(database: Database, table: string, rows: readonly Readonly<Record<string, unknown>>[]) {
  const columns = Object.keys(rows[0] ?? {}).map((name) => sql.ref(name));
  const values = rows.map((row) => sql`(${sql.join(Object.values(row))})`);
  await sql`insert into ${sql.table(table)} (${sql.join(columns)}) values ${sql.join(values)}`.execute(database);
}

/** Keeps a file that was received: `owner` says what it hangs at and whose it is, `scope` whose it is. */
export async function insertFile(
  database: Database,
  tables: FileTables,
  {
    owner,
    scope,
  }: { readonly owner: Readonly<Record<string, string>>; readonly scope: Readonly<Record<string, string>> },
  received: ReceivedProof,
  { by, now }: { readonly by: string; readonly now: Date },
): Promise<void> {
  const contentId = randomUUID();
  const shownId = received.shown === null ? null : randomUUID();
  await insertRows(database, tables.content, [
    { id: contentId, ...scope, bytes: received.bytes },
    ...(received.shown === null ? [] : [{ id: shownId, ...scope, bytes: received.shown }]),
  ]);
  await insertRows(database, tables.file, [
    {
      id: received.id,
      ...owner,
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
    },
  ]);
}

export async function findContent(
  database: Database,
  { content }: FileTables,
  id: string,
): Promise<Buffer | undefined> {
  const { rows } = await sql<{ bytes: Buffer }>`
    select bytes from ${sql.table(content)} where id = ${id}::uuid`.execute(database);
  return rows[0]?.bytes;
}

/** Notes what the scanner said of a file that waited; a person who may only look leaves it as it is. */
export async function noteScan(
  database: Database,
  { file }: FileTables,
  id: string,
  verdict: ScanVerdict,
  now: Date,
): Promise<void> {
  await sql`update ${sql.table(file)} set scan = ${verdict.scan}, scan_words = ${verdict.words},
    scanned_at = ${now}::timestamptz where id = ${id}::uuid and scan = 'waiting'`.execute(database);
}

export async function withdrawFile(database: Database, { file }: FileTables, id: string, now: Date): Promise<void> {
  await sql`update ${sql.table(file)} set withdrawn_at = ${now}::timestamptz where id = ${id}::uuid`.execute(database);
}
