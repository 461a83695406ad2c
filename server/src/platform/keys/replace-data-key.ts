import { sql, type Transaction } from 'kysely';
import { refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import type { DB } from '../database/schema.generated.ts';
import { lockCurrentKey, markReplaced, type KeySubject } from './data-keys.queries.ts';
import { type Sealer } from './sealer.ts';

/** A table whose rows have the primary key `id` and whose sealed columns lie under the key named in `keyColumn`. */
export interface SealedTable {
  readonly table: string;
  readonly keyColumn: string;
  readonly sealedColumns: readonly string[];
}

/**
 * Gives the subject a new key and seals everything of it anew, in the caller's transaction; gives the new key's id.
 * Who is writing is waited for; who reads meanwhile still reads with the old key, which is destroyed an hour later.
 * A field that does not open stops it with the refusal, and the caller's transaction is to be rolled back.
 */
export async function replaceDataKey(
  transaction: Transaction<DB>,
  sealer: Sealer,
  subject: KeySubject,
  tables: readonly SealedTable[],
  now: Date,
): Promise<Result<string>> {
  const old = await lockCurrentKey(transaction, subject, 'update');
  if (old === undefined) throw new Error(`${subject.kind} ${subject.id} has no key`);
  if (old.wrapped === null) return refuse('keys.destroyed');
  await markReplaced(transaction, old.id, now);
  const made = await sealer.createKey(subject);
  if (!made.ok) return made;
  for (const sealedTable of tables) {
    const resealed = await resealTable(transaction, sealer, sealedTable, old.id, made.value);
    if (!resealed.ok) return resealed;
  }
  return made;
}

async function resealTable(
  transaction: Transaction<DB>,
  sealer: Sealer,
  { table, keyColumn, sealedColumns }: SealedTable,
  oldKey: string,
  newKey: string,
): Promise<Result<string>> {
  const columns = sealedColumns.map((column) => sql.ref(column));
  const { rows } = await sql<{ id: string } & Record<string, Buffer | string | null>>`
    select id, ${sql.join(columns)} from ${sql.table(table)} where ${sql.ref(keyColumn)} = ${oldKey} for update`.execute(
    transaction,
  );
  for (const row of rows) {
    const changes = [sql`${sql.ref(keyColumn)} = ${newKey}`];
    for (const column of sealedColumns) {
      const sealed = row[column];
      if (!Buffer.isBuffer(sealed)) continue;
      const place = { table, column, rowId: row.id };
      const text = await sealer.open(place, sealed);
      if (!text.ok) return text;
      const fresh = await sealer.seal(newKey, place, text.value);
      if (!fresh.ok) return fresh;
      changes.push(sql`${sql.ref(column)} = ${fresh.value}`);
    }
    await sql`update ${sql.table(table)} set ${sql.join(changes)} where id = ${row.id}`.execute(transaction);
  }
  return { ok: true, value: newKey };
}
