import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { cloneDatabase } from '../../testing/test-database.ts';
import { openDatabase } from '../database/database.ts';
import { openLog } from '../http/logging.ts';
import { findKeyHolder, type KeySettings } from './find-key-holder.ts';
import { createKeyFile, keyFile } from './key-file.ts';
import { keyFromEnvironment } from './key-from-environment.ts';
import type { KeyHolder } from './key-holder.ts';
import { openKeyService } from './key-service.ts';
import { holdKeysOf, type KeySource } from './local-key-holder.ts';

const about = ['a'] as const;
const randomKey = () => randomBytes(32).toString('base64');

async function folderForThisTest(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mangnon-keys-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function prepare() {
  const folder = await folderForThisTest();
  const { url, drop } = await cloneDatabase();
  const database = openDatabase({ url, namedStatements: true, connections: 2 });
  onTestFinished(async () => {
    await database.destroy();
    await drop();
  });
  const ownFile = join(folder, 'keys', 'key-encryption.keys');
  const start = async (settings: Partial<KeySettings>) => {
    const holder = await findKeyHolder(database, {
      key: null,
      keyFile: null,
      keyDevice: null,
      ownFile: null,
      ...settings,
    });
    const keys = await openKeyService({ database, holder, log: openLog('silent'), now: () => new Date() });
    await keys.stop();
    return holder;
  };
  return { folder, database, ownFile, start };
}

const holders: readonly (readonly [string, () => Promise<KeySource>])[] = [
  [
    'a file',
    async () => {
      const path = join(await folderForThisTest(), 'keys', 'a.keys');
      await createKeyFile(path);
      return keyFile(path);
    },
  ],
  ['the environment', async () => keyFromEnvironment(`1:${randomKey()}, 2:${randomKey()}`)],
];

describe.each(holders)('what every holder of the key promises: %s', (_, makeSource) => {
  it('unwraps what it wrapped, with the same version and about the same only', async () => {
    const source = await makeSource();
    const holder: KeyHolder = holdKeysOf(source);
    if (source.place !== 'MANGNON_KEY') await holder.addVersion();
    expect(await holder.listVersions()).toEqual([1, 2]);
    const key = randomBytes(32);
    const wrapped = await holder.wrap(1, key, about);
    expect(wrapped.includes(key)).toBe(false);
    expect(wrapped.length).toBeLessThanOrEqual(1024);
    expect(await holder.unwrap(1, wrapped, about)).toEqual(key);
    expect(await holder.unwrap(2, wrapped, about)).toBeNull();
    expect(await holder.unwrap(1, wrapped, ['b'])).toBeNull();
    expect(await holder.unwrap(1, wrapped.fill(1, 3, 4), about)).toBeNull();
    await expect(holder.unwrap(3, wrapped, about)).rejects.toThrow('version 3');
  });
});

describe('the key file', () => {
  it('is readable by its owner alone, is never written over, and grows by versions', async () => {
    const path = join(await folderForThisTest(), 'keys', 'a.keys');
    await createKeyFile(path);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    const first = await readFile(path, 'utf8');
    await expect(createKeyFile(path)).rejects.toThrow('EEXIST');
    expect(await keyFile(path).addVersion()).toBe(2);
    expect((await readFile(path, 'utf8')).startsWith(first)).toBe(true);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await keyFile(path).destroyVersion(1)).toBe(true);
    expect([...(await keyFile(path).read()).keys()]).toEqual([2]);
  });

  it('is refused with its line and its cure where it is not right, never with a key', async () => {
    const path = join(await folderForThisTest(), 'a.keys');
    const good = `1 ${randomKey()}`;
    for (const [text, said] of [
      ['', 'Line 1'],
      [`${good}\n2 short`, 'Line 2'],
      [`${good}\n${good}`, 'Line 2'],
      [`0 ${randomKey()}`, 'Line 1'],
    ] as const) {
      await writeFile(path, text, { mode: 0o600 });
      const error = await keyFile(path)
        .read()
        .then(() => null, String);
      expect(error).toContain(said);
      expect(error).not.toContain(good.slice(2));
    }
    await writeFile(path, good);
    await chmod(path, 0o640);
    await expect(keyFile(path).read()).rejects.toThrow('chmod 600');
    await expect(keyFile(`${path}.gone`).read()).rejects.toThrow('ENOENT');
  });
});

describe('starting', () => {
  it('makes the key of an embedded database once, and takes the same at the next start', async () => {
    const { start, ownFile } = await prepare();
    await start({ ownFile });
    const made = await readFile(ownFile, 'utf8');
    await start({ ownFile });
    expect(await readFile(ownFile, 'utf8')).toBe(made);
  });

  it('is refused where the key is lost, is another one, is given twice, or was set before and is not now', async () => {
    const { start, ownFile, folder } = await prepare();
    await start({ ownFile });
    await expect(start({})).rejects.toThrow('version 1');
    await expect(start({ key: `1:${randomKey()}` })).rejects.toThrow('is not the key this database');
    await expect(start({ key: `2:${randomKey()}` })).rejects.toThrow('version 1');
    await expect(start({ key: `1:${randomKey()}`, keyFile: ownFile })).rejects.toThrow('Only one of');
    const told = await start({ key: 'half-a-secret' }).then(() => '', String);
    expect(told).toContain('MANGNON_KEY is not right');
    expect(told).not.toContain('half-a-secret');
    await expect(start({ keyFile: join(folder, 'none') })).rejects.toThrow('cannot be read');
    await rm(ownFile);
    await expect(start({ ownFile })).rejects.toThrow('cannot be read');
    await expect(stat(ownFile)).rejects.toThrow('ENOENT');
  });

  it('without any key refuses to seal and works otherwise', async () => {
    const { start, database } = await prepare();
    expect(await start({})).toBeNull();
    const keys = await openKeyService({ database, holder: null, log: openLog('silent'), now: () => new Date() });
    onTestFinished(() => keys.stop());
    const made = await database
      .transaction()
      .execute((transaction) =>
        keys.sealerIn(transaction, new Date()).createKey({ kind: 'child', id: '0b8a3a52-5f0c-4c39-9a54-3a1f0b0a7c11' }),
      );
    expect(made).toEqual({ ok: false, refusal: { code: 'keys.not_set_up' } });
  });
});
