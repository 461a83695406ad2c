import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { DB } from '../database/schema.generated.ts';
import { StartFailure } from '../start-failure.ts';
import type { KeyHolder } from './key-holder.ts';
import { insertVersion, listStoredVersions, lockVersions, type StoredVersion } from './key-versions.queries.ts';

const proofOf = ['proof'] as const;

/**
 * Holds the versions at hand against those this database has been under, and notes new ones. Throws a StartFailure,
 * with nothing changed, where one that is still needed is missing or is another key than it was. Gives the newest.
 */
export async function checkVersions(database: Kysely<DB>, holder: KeyHolder, now: Date): Promise<number> {
  return database.transaction().execute(async (transaction) => {
    await lockVersions(transaction);
    const held = await holder.listVersions();
    const stored = await listStoredVersions(transaction);
    for (const version of stored) await checkVersion(holder, held, version);
    const newest = Math.max(0, ...stored.map(({ version }) => version));
    for (const version of held.filter((number) => number > newest)) {
      await insertVersion(transaction, version, await holder.wrap(version, randomBytes(32), proofOf), now);
    }
    const usable = Math.max(newest, ...held);
    if (!held.includes(usable)) throw missing(holder.place, usable);
    return usable;
  });
}

async function checkVersion(
  holder: KeyHolder,
  held: readonly number[],
  { version, keys, proof, retired_at }: StoredVersion,
): Promise<void> {
  if (retired_at !== null) return;
  if (!held.includes(version)) {
    if (keys > 0) throw missing(holder.place, version);
    return;
  }
  if ((await holder.unwrap(version, proof, proofOf)) === null) throw another(holder.place, version);
}

/** For a database that has been under a key and is now started without any. */
export async function assertNoVersions(database: Kysely<DB>): Promise<void> {
  const stored = await listStoredVersions(database);
  const needed = stored.find(({ retired_at }) => retired_at === null);
  if (needed !== undefined) throw missing('MANGNON_KEY_FILE / MANGNON_KEY', needed.version);
}

function missing(place: string, version: number): StartFailure {
  return new StartFailure({
    vi: `Dữ liệu được mã hóa bằng khóa phiên bản ${version}, mà ${place} không có phiên bản này. Hãy đặt lại khóa từ bản sao cất riêng. Nếu đây là bản sao lưu cũ và phiên bản ấy đã bị hủy thì nội dung đã mã hóa không đọc lại được. Chưa có gì bị thay đổi.`,
    en: `The data are encrypted under version ${version} of the key, which ${place} does not hold. Put the key back from the copy kept apart. If this is an old backup and that version has been destroyed, what is encrypted cannot be read again. Nothing has been changed.`,
  });
}

function another(place: string, version: number): StartFailure {
  return new StartFailure({
    vi: `Khóa phiên bản ${version} trong ${place} không phải khóa mà cơ sở dữ liệu này đã dùng. Hãy đặt lại đúng khóa; chưa có gì bị thay đổi.`,
    en: `Version ${version} of the key in ${place} is not the key this database was encrypted with. Put the right key in place; nothing has been changed.`,
  });
}
