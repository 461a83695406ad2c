import type { Kysely } from 'kysely';
import { readConfig } from '../platform/config.ts';
import { openDatabase } from '../platform/database/database.ts';
import { migrate } from '../platform/database/migrate.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { startDatabase } from '../platform/database/start-database.ts';
import { findKeyHolder, keySettingsOf, withPin } from '../platform/keys/find-key-holder.ts';
import { holdInDevice } from '../platform/keys/device/device-key-holder.ts';
import { createKeyFile, keyFile } from '../platform/keys/key-file.ts';
import type { KeyHolder } from '../platform/keys/key-holder.ts';
import { retireOldVersions } from '../platform/keys/key-service.ts';
import { listStoredVersions } from '../platform/keys/key-versions.queries.ts';
import { StartFailure } from '../platform/start-failure.ts';

const day = 24 * 60 * 60_000;

/** Makes a key file for MANGNON_KEY_FILE; refuses to write over one. */
export async function createKey(path: string): Promise<void> {
  try {
    await createKeyFile(path);
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'EEXIST') throw error;
    throw new StartFailure(
      {
        vi: `Đã có tệp ${path}; tệp khóa không bao giờ bị ghi đè. Hãy chọn tên khác, hoặc dùng «keys rotate» để thêm phiên bản.`,
        en: `There is a file ${path} already, and a key file is never written over. Choose another name, or add a version with “keys rotate”.`,
      },
      error,
    );
  }
  console.log(`Made: ${path}. Keep a copy apart from the copies of the database: without it nothing can be read.`);
}

/** Adds a version to the key file, or makes one in the device; needs no database, so a running server is not disturbed and takes it up by itself. */
export async function rotateKey(): Promise<void> {
  const config = readConfig(process.env, process.cwd());
  const { keyDevice } = config;
  const path = config.keyFile ?? keySettingsOf(config).ownFile;
  if (config.key !== null || path === null) throw notAFile();
  const holder = keyDevice === null ? keyFile(path) : await holdInDevice(await withPin(keyDevice));
  const version = await holder.addVersion();
  console.log(
    (keyDevice === null
      ? `Version ${version} added to ${path}. Copy the file now, apart from the copies of the database.\n`
      : `Version ${version} made in ${holder.place}. Copy the device now, as its maker tells.\n`) +
      'A running server takes it up within a minute and wraps every data key by it; “mangnon keys status” tells when none is left.',
  );
}

/** Says which versions there are, how many data keys stand under each, and until when backups can be opened. */
export async function tellKeys(): Promise<void> {
  await withKeys(async (database, holder) => {
    const held = (await holder?.listVersions()) ?? [];
    const versions = await listStoredVersions(database);
    for (const { version, keys, first_used_at, left_at, retired_at } of versions) {
      const state = retired_at ? `retired ${tell(retired_at)}` : left_at ? `left ${tell(left_at)}` : 'in use';
      console.log(
        `version ${version}: since ${tell(first_used_at)}, ${keys} data keys, ${state}, ${held.includes(version) ? 'held' : 'not held'}`,
      );
    }
    for (const version of held.filter((number) => !versions.some((row) => row.version === number))) {
      console.log(`version ${version}: new, taken up by the server within a minute or at its next start`);
    }
    if (versions.length + held.length === 0) console.log('No key has been set yet.');
  });
}

/** Destroys the versions that no data key has needed for `days`: backups made under them can never be opened again. */
export async function retireKeys(days: number): Promise<void> {
  await withKeys(async (database, holder) => {
    if (holder === null) throw notAFile();
    const now = new Date();
    const { destroyed, byHand } = await retireOldVersions(database, holder, new Date(now.getTime() - days * day), now);
    if (destroyed.length > 0) console.log(`Destroyed: version ${destroyed.join(', ')}. Destroy your copies of it too.`);
    if (byHand.length > 0)
      console.log(`Remove version ${byHand.join(', ')} from ${holder.place} and from your copies.`);
    if (destroyed.length + byHand.length === 0) console.log(`No version was left more than ${days} days ago.`);
  });
}

async function withKeys(work: (database: Kysely<DB>, holder: KeyHolder | null) => Promise<void>): Promise<void> {
  const config = readConfig(process.env, process.cwd());
  const started = await startDatabase(config, () => process.exit(1));
  try {
    await migrate(started.url);
    const database = openDatabase({ url: started.url, namedStatements: false, connections: 1 });
    try {
      await work(database, await findKeyHolder(database, keySettingsOf(config), 'leave'));
    } finally {
      await database.destroy();
    }
  } finally {
    await started.stop();
  }
}

function tell(time: Date): string {
  return time.toISOString().slice(0, 16).replace('T', ' ');
}

function notAFile(): StartFailure {
  return new StartFailure({
    vi: 'Không có tệp khóa nào được đặt: hãy đặt MANGNON_KEY_FILE. Khóa trong MANGNON_KEY do chính bạn thêm và bỏ.',
    en: 'No key file is set: set MANGNON_KEY_FILE. A key in MANGNON_KEY is added and removed by yourself.',
  });
}
