import { closeBox, openBox } from './authenticated-box.ts';
import { VersionNotHeld, type KeyHolder } from './key-holder.ts';

/** The key in its versions, 32 bytes each. */
export type KeyRing = ReadonlyMap<number, Buffer>;

export interface KeySource {
  readonly place: string;
  /** Looks the ring up afresh. */
  read(): Promise<KeyRing>;
  readonly addVersion: KeyHolder['addVersion'];
  readonly destroyVersion: KeyHolder['destroyVersion'];
}

/**
 * Wraps in this process, with keys read from `source`. A version that is not known is looked for once more, so that a
 * rotated file is taken up without a restart.
 */
export function holdKeysOf(source: KeySource): KeyHolder {
  const { place, addVersion, destroyVersion } = source;
  let ring: KeyRing = new Map();
  const find = async (version: number): Promise<Buffer> => {
    if (!ring.has(version)) ring = await source.read();
    const key = ring.get(version);
    if (key === undefined) throw new VersionNotHeld(version, place);
    return key;
  };
  return {
    place,
    addVersion,
    destroyVersion,
    async listVersions() {
      ring = await source.read();
      return [...ring.keys()].toSorted((a, b) => a - b);
    },
    wrap: async (version, key, about) => closeBox(await find(version), key, ['key', version, ...about]),
    unwrap: async (version, wrapped, about) => openBox(await find(version), wrapped, ['key', version, ...about]),
  };
}
