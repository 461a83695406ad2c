import { sql, type Kysely } from 'kysely';
import type { DB } from '../platform/database/schema.generated.ts';

/** Bytes asked for at a time: a file comes over the line as hexadecimal text, twice its size. */
const slice = 4 * 1024 * 1024;

/** Keeps the file; a content that is here already is not kept twice. */
export async function keepSourceFile(database: Kysely<DB>, sha256: Buffer, bytes: Buffer, now: Date): Promise<void> {
  await database
    .insertInto('source_file')
    .values({ sha256, bytes, byte_count: bytes.length, received_at: now })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute();
}

/** The whole file, fetched in slices so that no single answer of the database is huge. */
export async function loadSourceFile(database: Kysely<DB>, sha256: Buffer): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (let from = 1; ; from += slice) {
    const { rows } = await sql<{ part: Buffer; size: number }>`
      select substring(bytes from ${from} for ${slice}) as part, byte_count as size from source_file
      where sha256 = ${sha256}`.execute(database);
    const row = rows[0];
    if (row === undefined) throw new Error('the file of a draft is missing');
    parts.push(row.part);
    if (from + slice > row.size) return Buffer.concat(parts);
  }
}
