import { join } from 'node:path';
import { readFile, stat } from 'node:fs/promises';
import type { Kysely } from 'kysely';
import type { Config, KeyDeviceConfig } from '../config.ts';
import type { DB } from '../database/schema.generated.ts';
import { StartFailure } from '../start-failure.ts';
import { holdInDevice } from './device/device-key-holder.ts';
import type { DeviceSettings } from './device/key-device.ts';
import { createKeyFile, keyFile } from './key-file.ts';
import { keyFromEnvironment } from './key-from-environment.ts';
import type { KeyHolder } from './key-holder.ts';
import { listStoredVersions } from './key-versions.queries.ts';
import { holdKeysOf } from './local-key-holder.ts';

export interface KeySettings extends Pick<Config, 'keyFile' | 'key' | 'keyDevice'> {
  /** The file used, and made at the first start, where nothing is set; `null`: none. */
  readonly ownFile: string | null;
}

/**
 * Where nothing is set the key lies in the data folder, never in the database: without a key nobody could set up a
 * second factor, and a new installation would let nobody in. Several servers on one database share one key by setting it.
 */
export function keySettingsOf({ keyFile, key, keyDevice, dataFolder }: Config): KeySettings {
  return { keyFile, key, keyDevice, ownFile: join(dataFolder, 'keys', 'key-encryption.keys') };
}

/**
 * Who holds the key, by the settings; `null` where none is set. Makes the file of its own, or the first
 * version in a device, only for a database that has never been under a key: a key that is lost is never replaced by another key in silence.
 */
export async function findKeyHolder(
  database: Kysely<DB>,
  settings: KeySettings,
  whenNew: 'make' | 'leave' = 'make',
): Promise<KeyHolder | null> {
  const { key, keyFile: file, keyDevice, ownFile } = settings;
  if ([key, file, keyDevice].filter((one) => one !== null).length > 1) throw twoKeys();
  if (key !== null) return holdKeysOf(keyFromEnvironment(key));
  if (file !== null) return holdKeysOf(keyFile(file));
  if (keyDevice !== null) {
    const holder = await holdInDevice(await withPin(keyDevice));
    const isNew = async () =>
      (await holder.listVersions()).length === 0 && (await listStoredVersions(database)).length === 0;
    if (whenNew === 'make' && (await isNew())) await holder.addVersion();
    return holder;
  }
  if (ownFile === null) return null;
  if (!(await exists(ownFile)) && (await listStoredVersions(database)).length === 0) {
    if (whenNew === 'leave') return null;
    await createKeyFile(ownFile);
  }
  return holdKeysOf(keyFile(ownFile));
}

/** The device with its PIN, read from the file where it lies in one. Throws a StartFailure where that cannot be read. */
export async function withPin({ module, token, pin, pinFile }: KeyDeviceConfig): Promise<DeviceSettings> {
  if (pinFile === null) return { module, token, pin: pin ?? '' };
  const read = await readFile(pinFile, 'utf8').catch((cause: unknown) => {
    throw new StartFailure(
      {
        vi: `Không đọc được tệp mã PIN ${pinFile} (MANGNON_KEY_PIN_FILE). Chưa có gì bị thay đổi.`,
        en: `The file with the PIN ${pinFile} (MANGNON_KEY_PIN_FILE) cannot be read. Nothing has been changed.`,
      },
      cause,
    );
  });
  return { module, token, pin: read.trim() };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function twoKeys(): StartFailure {
  return new StartFailure({
    vi: 'Chỉ được đặt một trong MANGNON_KEY, MANGNON_KEY_FILE và MANGNON_KEY_MODULE. Hãy bỏ các thiết lập thừa.',
    en: 'Only one of MANGNON_KEY, MANGNON_KEY_FILE and MANGNON_KEY_MODULE may be set. Remove the others.',
  });
}
