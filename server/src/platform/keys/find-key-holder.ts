import { join } from 'node:path';
import { stat } from 'node:fs/promises';
import type { Kysely } from 'kysely';
import type { Config } from '../config.ts';
import type { DB } from '../database/schema.generated.ts';
import { StartFailure } from '../start-failure.ts';
import { createKeyFile, keyFile } from './key-file.ts';
import { keyFromEnvironment } from './key-from-environment.ts';
import type { KeyHolder } from './key-holder.ts';
import { listStoredVersions } from './key-versions.queries.ts';
import { holdKeysOf } from './local-key-holder.ts';

export interface KeySettings extends Pick<Config, 'keyFile' | 'key'> {
  /** The file used, and made at the first start, where nothing is set; `null`: none. */
  readonly ownFile: string | null;
}

/**
 * Where nothing is set the key lies in the data folder, never in the database: without a key nobody could set up a
 * second factor, and a new installation would let nobody in. Several servers on one database share one key by setting it.
 */
export function keySettingsOf({ keyFile, key, dataFolder }: Config): KeySettings {
  return { keyFile, key, ownFile: join(dataFolder, 'keys', 'key-encryption.keys') };
}

/**
 * Who holds the key, by the settings; `null` where none is set. Makes the file of its own only for a database that has
 * never been under a key: a file that is lost is never replaced by another key in silence.
 */
export async function findKeyHolder(
  database: Kysely<DB>,
  settings: KeySettings,
  whenNew: 'make' | 'leave' = 'make',
): Promise<KeyHolder | null> {
  const { key, keyFile: file, ownFile } = settings;
  if (key !== null && file !== null) throw twoKeys();
  if (key !== null) return holdKeysOf(keyFromEnvironment(key));
  if (file !== null) return holdKeysOf(keyFile(file));
  if (ownFile === null) return null;
  if (!(await exists(ownFile)) && (await listStoredVersions(database)).length === 0) {
    if (whenNew === 'leave') return null;
    await createKeyFile(ownFile);
  }
  return holdKeysOf(keyFile(ownFile));
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function twoKeys(): StartFailure {
  return new StartFailure({
    vi: 'MANGNON_KEY và MANGNON_KEY_FILE cùng được đặt. Hãy bỏ một trong hai.',
    en: 'Both MANGNON_KEY and MANGNON_KEY_FILE are set. Remove one of them.',
  });
}
