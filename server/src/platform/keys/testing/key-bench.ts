import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql, type Kysely, type Transaction } from 'kysely';
import { onTestFinished } from 'vitest';
import type { Result } from '@mangnon/domain/kernel/result.ts';
import { runOn } from '../../../testing/test-database.setup.ts';
import { cloneDatabase } from '../../../testing/test-database.ts';
import { openDatabase } from '../../database/database.ts';
import type { DB } from '../../database/schema.generated.ts';
import { openLog } from '../../http/logging.ts';
import { createKeyFile, keyFile } from '../key-file.ts';
import type { KeyHolder } from '../key-holder.ts';
import { openKeyService, type KeyService } from '../key-service.ts';
import { holdKeysOf } from '../local-key-holder.ts';
import type { SealedTable } from '../replace-data-key.ts';
import type { Sealer } from '../sealer.ts';

export const now = new Date('2026-11-21T08:00:00Z');

/** A table of sealed fields, as modules have them. */
export const notes: SealedTable = {
  table: 'note',
  keyColumn: 'key_id',
  sealedColumns: ['name_sealed', 'words_sealed'],
};

export interface KeyBench {
  readonly database: Kysely<DB>;
  readonly url: string;
  readonly path: string;
  readonly holder: KeyHolder;
  readonly keys: KeyService;
  /** A transaction with its sealer, committed unless it throws. */
  within<T>(work: (sealer: Sealer, transaction: Transaction<DB>) => Promise<T>): Promise<T>;
  /** Another service on the same database and file, as a second server has it. */
  openAgain(): Promise<KeyService>;
  /** A child with a key and one note; gives what is needed to read it. */
  writeNote(name: string): Promise<Note>;
  read(note: Note): Promise<Result<string>>;
}

export interface Note {
  readonly rowId: string;
  readonly childId: string;
  readonly keyId: string;
}

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value;
}

export const nameAt = (rowId: string) => ({ table: 'note', column: 'name_sealed', rowId });

/** A database with a table of notes, a key file, and the key service on both; gone when the test ends. */
export async function openKeyBench(log = openLog('silent')): Promise<KeyBench> {
  const folder = await mkdtemp(join(tmpdir(), 'mangnon-keys-'));
  const path = join(folder, 'keys', 'key-encryption.keys');
  await createKeyFile(path);
  const { url, drop } = await cloneDatabase();
  await runOn(url, 'create table note (id uuid primary key, key_id uuid, name_sealed bytea, words_sealed bytea)');
  await runOn(url, 'grant select, insert, update, delete on note to mangnon_app');
  const database = openDatabase({ url, namedStatements: true });
  const opened: KeyService[] = [];
  const open = async (holder: KeyHolder) => {
    const service = await openKeyService({ database, holder, log, now: () => now });
    opened.push(service);
    return service;
  };
  onTestFinished(async () => {
    for (const service of opened) await service.stop();
    await database.destroy();
    await drop();
    await rm(folder, { recursive: true, force: true });
  });
  const holder = holdKeysOf(keyFile(path));
  const keys = await open(holder);
  const within: KeyBench['within'] = (work) =>
    database.transaction().execute((transaction) => work(keys.sealerIn(transaction, now), transaction));
  return {
    database,
    url,
    path,
    holder,
    keys,
    within,
    openAgain: () => open(holdKeysOf(keyFile(path))),
    writeNote: (name) =>
      within(async (sealer, transaction) => {
        const [rowId, childId] = [randomUUID(), randomUUID()];
        const keyId = valueOf(await sealer.createKey({ kind: 'child', id: childId }));
        const sealed = valueOf(await sealer.seal(keyId, nameAt(rowId), name));
        await sql`insert into note (id, key_id, name_sealed) values (${rowId}, ${keyId}, ${sealed})`.execute(
          transaction,
        );
        return { rowId, childId, keyId };
      }),
    read: ({ rowId }) =>
      within(async (sealer, transaction) => sealer.open(nameAt(rowId), await findSealed(transaction, rowId))),
  };
}

export async function findSealed(database: Kysely<DB>, rowId: string): Promise<Buffer> {
  const { rows } = await sql<{ sealed: Buffer }>`select name_sealed as sealed from note where id = ${rowId}`.execute(
    database,
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`there is no note ${rowId}`);
  return row.sealed;
}
