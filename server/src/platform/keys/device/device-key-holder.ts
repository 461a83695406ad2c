import { randomBytes } from 'node:crypto';
import { associatedData, nonceBytes, tagBytes } from '../authenticated-box.ts';
import { VersionNotHeld, type KeyHolder } from '../key-holder.ts';
import { openKeyDevice, type DeviceSettings } from './key-device.ts';

/**
 * The key-encryption key in a device that never lets it out: data keys go in to be wrapped and unwrapped. The boxes are those
 * of the file (nonce, ciphertext, tag; AES-256-GCM), so both are read by the same rules.
 */
export async function holdInDevice(settings: DeviceSettings): Promise<KeyHolder> {
  const device = await openKeyDevice(settings);
  const place = `PKCS#11 “${settings.token}”`;
  const aboutKey = (version: number, about: readonly string[]) => associatedData(['key', version, ...about]);
  return {
    place,
    listVersions: device.listVersions,
    async wrap(version, key, about) {
      const nonce = randomBytes(nonceBytes);
      const sealed = await device.encrypt(version, nonce, aboutKey(version, about), key);
      if (sealed === null) throw new VersionNotHeld(version, place);
      return Buffer.concat([nonce, sealed]);
    },
    async unwrap(version, wrapped, about) {
      if (wrapped.length < nonceBytes + tagBytes) return null;
      const nonce = Buffer.from(wrapped.subarray(0, nonceBytes));
      const sealed = Buffer.from(wrapped.subarray(nonceBytes));
      const opened = await device.decrypt(version, nonce, aboutKey(version, about), sealed);
      if (opened === null) throw new VersionNotHeld(version, place);
      return opened === false ? null : opened;
    },
    async addVersion() {
      const version = Math.max(0, ...(await device.listVersions())) + 1;
      await device.makeKey(version);
      return version;
    },
    async destroyVersion(version) {
      await device.destroyKey(version);
      return true;
    },
  };
}
