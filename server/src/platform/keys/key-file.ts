import { randomBytes } from 'node:crypto';
import { link, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StartFailure } from '../start-failure.ts';
import type { KeyRing, KeySource } from './local-key-holder.ts';
import { parseKey } from './parse-key.ts';

const heading = [
  '# Măng Non: key-encryption key. Whoever has this file and the database can read everything in it.',
  '# Lose it, and nobody can. Keep a copy apart from the copies of the database (docs/guides/keys.md).',
];

/** Makes a file with a first version, readable by its owner alone. Throws where there is one already (EEXIST). */
export async function createKeyFile(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const fresh = await writeFresh(path, new Map([[1, randomBytes(32)]]));
  try {
    // A link never takes the place of a file that is there.
    await link(fresh, path);
  } finally {
    await rm(fresh);
  }
  await flushFolder(dirname(path));
}

/** The key in its versions from a file: `VERSION BASE64`, a line each. StartFailures name file and line, never a key. */
export function keyFile(path: string): KeySource {
  return {
    place: path,
    read: () => readRing(path),
    async addVersion() {
      const ring = await readRing(path);
      const version = Math.max(...ring.keys()) + 1;
      await rename(await writeFresh(path, new Map([...ring, [version, randomBytes(32)]])), path);
      await flushFolder(dirname(path));
      return version;
    },
    async destroyVersion(version) {
      const ring = new Map(await readRing(path));
      if (!ring.delete(version)) return true;
      const old = await open(path, 'r+');
      try {
        const { size } = await old.stat();
        await rename(await writeFresh(path, ring), path);
        await flushFolder(dirname(path));
        await old.write(Buffer.alloc(size), 0, size, 0);
        await old.sync();
      } finally {
        await old.close();
      }
      return true;
    },
  };
}

async function readRing(path: string): Promise<KeyRing> {
  const file = await open(path, 'r').catch((cause: unknown) => {
    throw unreadable(path, cause);
  });
  const ring = new Map<number, Buffer>();
  try {
    if (process.platform !== 'win32' && ((await file.stat()).mode & 0o077) !== 0) throw openToOthers(path);
    const lines = (await file.readFile('utf8')).split(/\r?\n/);
    for (const [at, line] of lines.entries()) {
      if (line.trim() === '' || line.startsWith('#')) continue;
      const parsed = parseKey(line.trim(), /\s+/);
      if (parsed === null || ring.has(parsed.version)) throw malformed(path, at + 1);
      ring.set(parsed.version, parsed.key);
    }
  } finally {
    await file.close();
  }
  if (ring.size === 0) throw malformed(path, 1);
  return ring;
}

/** Writes the ring beside its place, flushed, so that a power failure leaves the old file or the new one, whole. */
async function writeFresh(path: string, ring: KeyRing): Promise<string> {
  const lines = [...ring].map(([version, key]) => `${version} ${key.toString('base64')}`);
  const fresh = `${path}.${randomBytes(6).toString('hex')}.new`;
  const file = await open(fresh, 'wx', 0o600);
  try {
    await file.writeFile(`${[...heading, ...lines].join('\n')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  return fresh;
}

async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function unreadable(path: string, cause: unknown): StartFailure {
  const reason = String((cause as { code?: unknown }).code ?? cause);
  return new StartFailure(
    {
      vi: `Không đọc được tệp khóa ${path} (${reason}). Hãy đặt lại tệp từ bản sao cất riêng; không có nó thì không ai đọc được dữ liệu đã mã hóa. Chưa có gì bị thay đổi.`,
      en: `The key file ${path} cannot be read (${reason}). Put it back from the copy kept apart; without it nobody can read what is encrypted. Nothing has been changed.`,
    },
    cause,
  );
}

function openToOthers(path: string): StartFailure {
  return new StartFailure({
    vi: `Tệp khóa ${path} đang cho người khác đọc. Hãy chạy: chmod 600 ${path}`,
    en: `The key file ${path} can be read by others. Run: chmod 600 ${path}`,
  });
}

function malformed(path: string, line: number): StartFailure {
  return new StartFailure({
    vi: `Dòng ${line} của tệp khóa ${path} không đúng: cần số phiên bản, dấu cách và khóa 32 byte viết theo base64, mỗi phiên bản một dòng.`,
    en: `Line ${line} of the key file ${path} is not right: it takes a version number, a space and a key of 32 bytes as base64, one line a version.`,
  });
}
