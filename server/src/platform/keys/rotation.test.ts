import { randomUUID } from 'node:crypto';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { eventually } from '../../testing/eventually.ts';
import { holdKeysOf } from './local-key-holder.ts';
import { keyFile } from './key-file.ts';
import { listStoredVersions } from './key-versions.queries.ts';
import { replaceDataKey } from './replace-data-key.ts';
import { findSealed, nameAt, notes, now, openKeyBench, valueOf, type KeyBench } from './testing/key-bench.ts';

async function countByVersion({ database }: KeyBench): Promise<Record<number, number>> {
  const rows = await database
    .selectFrom('data_key')
    .select(['kek_version', (count) => count.fn.countAll<number>().as('keys')])
    .groupBy('kek_version')
    .execute();
  return Object.fromEntries(rows.map((row) => [row.kek_version, row.keys]));
}

/** Whether a connection to this database waits for another one's lock. */
async function isAnyoneWaiting({ database }: KeyBench): Promise<boolean> {
  const { rows } = await sql`select from pg_locks where not granted and pid in (
    select pid from pg_locks where database = (select oid from pg_database where datname = current_database()))`.execute(
    database,
  );
  return rows.length > 0;
}

async function writeNotes(bench: KeyBench, count: number) {
  const written = [];
  for (let at = 0; at < count; at += 1) written.push(await bench.writeNote(`Tên ${at}`));
  return written;
}

describe('a new version of the key-encryption key', () => {
  it('is taken up by a running server; everything is read and written meanwhile, and nothing is lost', async () => {
    const bench = await openKeyBench();
    const written = await writeNotes(bench, 20);
    await holdKeysOf(keyFile(bench.path)).addVersion();
    const finished = new AbortController();
    const isFinished = () => finished.signal.aborted;
    const readers = async () => {
      while (!isFinished()) {
        const at = Math.floor(Math.random() * written.length);
        const note = written[at];
        if (note !== undefined) expect(await bench.read(note)).toEqual({ ok: true, value: `Tên ${at}` });
      }
    };
    const writers = async () => {
      while (!isFinished()) {
        const at = written.length;
        written.push(await bench.writeNote(`Tên ${at}`));
      }
    };
    const busy = [readers(), readers(), writers()];
    await bench.keys.keepUp();
    await bench.keys.keepUp();
    finished.abort();
    await Promise.all(busy);
    await bench.keys.keepUp();
    expect(Object.keys(await countByVersion(bench))).toEqual(['2']);
    const again = await bench.openAgain();
    for (const [at, note] of written.entries()) {
      const result = await bench.database
        .transaction()
        .execute(async (tx) => again.sealerIn(tx, now).open(nameAt(note.rowId), await findSealed(tx, note.rowId)));
      expect(result).toEqual({ ok: true, value: `Tên ${at}` });
    }
  });

  it('is finished after a kill in the middle, and nothing is unreadable in between', async () => {
    const bench = await openKeyBench();
    // Well over one batch, each wrapped by the first version.
    const written = await writeNotes(bench, 2);
    await bench.within(async (sealer) => {
      for (let at = 0; at < 900; at += 1) await sealer.createKey({ kind: 'case', id: randomUUID() });
    });
    await bench.keys.stop();
    await holdKeysOf(keyFile(bench.path)).addVersion();
    const program = fileURLToPath(new URL('./testing/rewrap-slowly.ts', import.meta.url));
    const child = spawn(process.execPath, [program, bench.url, bench.path], { stdio: 'inherit' });
    onTestFinished(() => void child.kill('SIGKILL'));
    const half = await eventually(async () => {
      const counts = await countByVersion(bench);
      return (counts[2] ?? 0) > 0 ? counts : null;
    });
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(half[1]).toBeGreaterThan(0);
    const again = await bench.openAgain();
    for (const note of written) expect((await bench.read(note)).ok).toBe(true);
    await again.keepUp();
    expect(await countByVersion(bench)).toEqual({ 2: 903 });
    for (const note of written) expect((await bench.read(note)).ok).toBe(true);
  });

  it('waits for a key that is being made under the older one before that one counts as left', async () => {
    const bench = await openKeyBench();
    const later = Promise.withResolvers<void>();
    const making = bench.within(async (sealer) => {
      await sealer.createKey({ kind: 'child', id: randomUUID() });
      await later.promise;
    });
    await eventually(async () => {
      const { rows } =
        await sql`select from pg_locks where relation = 'data_key'::regclass and mode = 'RowExclusiveLock'`.execute(
          bench.database,
        );
      return rows.length > 0;
    });
    await bench.holder.addVersion();
    const keepingUp = bench.keys.keepUp();
    later.resolve();
    await making;
    await keepingUp;
    const left = () => listStoredVersions(bench.database);
    const [first] = await left();
    const counts = await countByVersion(bench);
    expect(first?.left_at === null).toBe((counts[1] ?? 0) > 0);
    await bench.keys.keepUp();
    expect((await left())[0]?.left_at).toEqual(now);
    expect(Object.keys(await countByVersion(bench))).toEqual(['2']);
  });
});

describe('a new data key', () => {
  it('seals every field anew and waits for who is writing; who still reads the old bytes can', async () => {
    const bench = await openKeyBench();
    const note = await bench.writeNote('Lò Thị Mẩy');
    const subject = { kind: 'child', id: note.childId } as const;
    const old = await findSealed(bench.database, note.rowId);
    const found = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    const writing = bench.within(async (sealer, tx) => {
      const keyId = valueOf(await sealer.findKey(subject));
      found.resolve();
      await go.promise;
      const sealed = valueOf(await sealer.seal(keyId, { ...nameAt(note.rowId), column: 'words_sealed' }, 'lời kể'));
      await sql`update note set words_sealed = ${sealed} where id = ${note.rowId}`.execute(tx);
    });
    await found.promise;
    const replacing = bench.within((sealer, tx) => replaceDataKey(tx, sealer, subject, [notes], now));
    const finding = bench.within((sealer) => sealer.findKey(subject));
    await Promise.race([replacing, eventually(() => isAnyoneWaiting(bench))]);
    go.resolve();
    await writing;
    const fresh = valueOf(await replacing);
    expect(fresh).not.toBe(note.keyId);
    expect([fresh, note.keyId]).toContain(valueOf(await finding));
    await bench.within(async (sealer, tx) => {
      expect(await sealer.open(nameAt(note.rowId), old)).toEqual({ ok: true, value: 'Lò Thị Mẩy' });
      const { rows } = await sql<{ key_id: string; name_sealed: Buffer; words_sealed: Buffer }>`
        select * from note`.execute(tx);
      const [row] = rows;
      expect(row?.key_id).toBe(fresh);
      expect(row?.name_sealed.toString('hex', 1, 17)).toBe(fresh.replaceAll('-', ''));
      const words = { ...nameAt(note.rowId), column: 'words_sealed' };
      expect(await sealer.open(words, row?.words_sealed ?? old)).toEqual({ ok: true, value: 'lời kể' });
    });
    const late = bench.within((sealer) => sealer.seal(note.keyId, nameAt(note.rowId), 'muộn'));
    await expect(late).rejects.toMatchObject({ code: '40001' });
    await sql`update data_key set created_at = created_at - interval '2 hours',
      replaced_at = replaced_at - interval '2 hours' where id = ${note.keyId}`.execute(bench.database);
    await bench.keys.keepUp();
    expect(await bench.within((sealer) => sealer.open(nameAt(note.rowId), old))).toEqual({
      ok: false,
      refusal: { code: 'keys.destroyed' },
    });
    expect(await bench.read(note)).toEqual({ ok: true, value: 'Lò Thị Mẩy' });
    await bench.within(async (sealer, tx) => {
      const { rows } = await sql<{ sealed: Buffer }>`select words_sealed as sealed from note`.execute(tx);
      const words = { ...nameAt(note.rowId), column: 'words_sealed' };
      expect(await sealer.open(words, rows[0]?.sealed ?? old)).toEqual({ ok: true, value: 'lời kể' });
    });
  });
});
