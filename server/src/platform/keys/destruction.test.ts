import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import Fastify from 'fastify';
import { sql } from 'kysely';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { retireOldVersions } from './key-service.ts';
import { keyFile } from './key-file.ts';
import { holdKeysOf } from './local-key-holder.ts';
import { findSealed, nameAt, now, openKeyBench, valueOf, type KeyBench } from './testing/key-bench.ts';
import { openRegister } from './testing/open-register.ts';

const destroyed = { ok: false, refusal: { code: 'keys.destroyed' } };
const day = 24 * 60 * 60_000;

/** What a backup holds of the keys and the notes. */
async function backUp({ database }: KeyBench) {
  const keys = await database.selectFrom('data_key').selectAll().execute();
  const versions = await database.selectFrom('key_encryption_key').selectAll().execute();
  return { keys, versions };
}

/** The database as it was when the backup was made. */
async function restore({ database }: KeyBench, backup: Awaited<ReturnType<typeof backUp>>) {
  for (const key of backup.keys) {
    await database.updateTable('data_key').set(key).where('id', '=', key.id).execute();
  }
  const owner = sql`set local role none`;
  await database.transaction().execute(async (tx) => {
    await owner.execute(tx);
    const known = backup.versions.map(({ version }) => version);
    await sql`delete from key_encryption_key where version <> all(${known})`.execute(tx);
  });
  for (const version of backup.versions) {
    await database.updateTable('key_encryption_key').set(version).where('version', '=', version.version).execute();
  }
}

describe('destroying the key of a child', () => {
  it('makes everything of it unreadable at once, on every server, and leaves the others alone', async () => {
    const bench = await openKeyBench();
    const second = await bench.openAgain();
    const [gone, stays] = [await bench.writeNote('Lò Thị Mẩy'), await bench.writeNote('Giàng A Páo')];
    const readOnSecond = () =>
      bench.database
        .transaction()
        .execute(async (tx) => second.sealerIn(tx, now).open(nameAt(gone.rowId), await findSealed(tx, gone.rowId)));
    // Both servers have the key in memory.
    expect((await bench.read(gone)).ok).toBe(true);
    expect((await readOnSecond()).ok).toBe(true);
    const subject = { kind: 'child', id: gone.childId } as const;
    await bench.within((_, tx) => bench.keys.destroyKeys(tx, subject, now));
    expect(await bench.read(gone)).toEqual(destroyed);
    expect(await readOnSecond()).toEqual(destroyed);
    expect((await bench.read(stays)).ok).toBe(true);
    const rows = await bench.database
      .selectFrom('data_key')
      .selectAll()
      .where('subject_id', '=', gone.childId)
      .execute();
    expect(rows).toMatchObject([{ wrapped: null, destroyed_at: now }]);
    await bench.within(async (sealer) => {
      expect(await sealer.findKey(subject)).toEqual(destroyed);
      expect(await sealer.createKey(subject)).toEqual(destroyed);
      expect(await sealer.seal(gone.keyId, nameAt(gone.rowId), 'lại')).toEqual(destroyed);
    });
  });

  it('taken back with its transaction destroys nothing', async () => {
    const bench = await openKeyBench();
    const note = await bench.writeNote('Lò Thị Mẩy');
    const attempt = bench.within(async (_, tx) => {
      await bench.keys.destroyKeys(tx, { kind: 'child', id: note.childId }, now);
      throw new Error('changed my mind');
    });
    await expect(attempt).rejects.toThrow('changed my mind');
    expect(await bench.read(note)).toEqual({ ok: true, value: 'Lò Thị Mẩy' });
  });
});

describe('a backup from before the destruction', () => {
  it('can still be opened while its version of the key stands, and no more once that was retired', async () => {
    const bench = await openKeyBench();
    const [gone, stays] = [await bench.writeNote('Lò Thị Mẩy'), await bench.writeNote('Giàng A Páo')];
    const backup = await backUp(bench);
    const keptFile = `${bench.path}.kept`;
    await copyFile(bench.path, keptFile);
    await bench.within((_, tx) => bench.keys.destroyKeys(tx, { kind: 'child', id: gone.childId }, now));
    await bench.holder.addVersion();
    await bench.keys.keepUp();
    // What the guide says plainly: until then the destruction does not reach into backups.
    await restore(bench, backup);
    expect(await bench.read(gone)).toEqual({ ok: true, value: 'Lò Thị Mẩy' });

    await bench.within((_, tx) => bench.keys.destroyKeys(tx, { kind: 'child', id: gone.childId }, now));
    await bench.keys.keepUp();
    const soon = new Date(now.getTime() + 34 * day);
    expect(await retireOldVersions(bench.database, bench.holder, new Date(soon.getTime() - 35 * day), soon)).toEqual({
      destroyed: [],
      byHand: [],
    });
    const late = new Date(now.getTime() + 35 * day);
    expect(await retireOldVersions(bench.database, bench.holder, new Date(late.getTime() - 35 * day), late)).toEqual({
      destroyed: [1],
      byHand: [],
    });
    expect((await bench.read(stays)).ok).toBe(true);
    await restore(bench, backup);
    await expect(bench.openAgain()).rejects.toThrow('cannot be read again');
    for (const note of [gone, stays]) {
      const holder = holdKeysOf(keyFile(bench.path));
      const [wrapped] = backup.keys.filter(({ id }) => id === note.keyId);
      const about = ['data key', note.keyId, 'child', note.childId];
      await expect(holder.unwrap(1, wrapped?.wrapped ?? Buffer.alloc(0), about)).rejects.toThrow('version 1');
      await expect(holder.unwrap(2, wrapped?.wrapped ?? Buffer.alloc(0), about)).resolves.toBeNull();
    }
    // And what it cannot do: a copy of the key file that somebody kept opens the backup.
    await rm(bench.path);
    await writeFile(bench.path, await readFile(keptFile), { mode: 0o600 });
    const holder = holdKeysOf(keyFile(bench.path));
    const [wrapped] = backup.keys.filter(({ id }) => id === gone.keyId);
    const about = ['data key', gone.keyId, 'child', gone.childId];
    expect(await holder.unwrap(1, wrapped?.wrapped ?? Buffer.alloc(0), about)).toHaveLength(32);
  });

  it('retiring finishes after a kill between the database and the file', async () => {
    const bench = await openKeyBench();
    await bench.holder.addVersion();
    await bench.keys.keepUp();
    await bench.database.updateTable('key_encryption_key').set({ retired_at: now }).where('version', '=', 1).execute();
    expect(await retireOldVersions(bench.database, bench.holder, now, now)).toEqual({ destroyed: [1], byHand: [] });
    expect(await bench.holder.listVersions()).toEqual([2]);
  });
});

it('no sealed text, no key and no name stands in any table of the database, nor in the log', async () => {
  const lines: string[] = [];
  const stream = { write: (line: string) => void lines.push(line) };
  const bench = await openKeyBench(Fastify({ logger: { level: 'debug', stream } }).log);
  const [name, words] = ['Canary Lò Thị Mẩy', 'Lời kể Canary'];
  const note = await bench.writeNote(name);
  await bench.within(async (sealer, tx) => {
    const sealed = valueOf(await sealer.seal(note.keyId, { ...nameAt(note.rowId), column: 'words_sealed' }, words));
    await sql`update note set words_sealed = ${sealed}`.execute(tx);
  });
  await (await openRegister(bench)).write(note.childId, name, 2015);
  await bench.holder.addVersion();
  await bench.keys.keepUp();
  expect(lines.join('')).toContain('wrapped by the newest version');
  const owner = new Client({ connectionString: bench.url });
  await owner.connect();
  try {
    const tables = await owner.query<{ name: string }>(`select format('%I.%I', schemaname, tablename) as name
      from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`);
    let dump = lines.join('');
    for (const { name: table } of tables.rows) {
      const { rows } = await owner.query<{ line: string }>(`select t::text as line from ${table} as t`);
      dump += rows.map(({ line }) => line).join('\n');
    }
    expect(tables.rows.map((row) => row.name)).toEqual(expect.arrayContaining(['public.note', 'public.data_key']));
    const ring = (await readFile(bench.path, 'utf8')).split('\n').flatMap((line) => line.split(' ')[1] ?? []);
    const raw = ring.filter((text) => text.endsWith('=')).map((text) => Buffer.from(text, 'base64').toString('hex'));
    expect(raw).toHaveLength(2);
    const texts = ['canary', name, words, 'Mẩy', 'may thi', 'thi may'].flatMap((text) => [text, text.toUpperCase()]);
    const secrets = [...raw, ...texts, ...texts.map((text) => Buffer.from(text).toString('hex'))];
    for (const secret of secrets) expect(dump.includes(secret), secret).toBe(false);
    expect(dump).toContain(note.rowId);
  } finally {
    await owner.end();
  }
});
