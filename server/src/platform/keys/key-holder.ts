/**
 * Who holds the key-encryption key in its versions: a file, the environment, or a device that never lets
 * the key out (PKCS#11). Versions are numbers from 1; the highest one wraps new keys.
 */
export interface KeyHolder {
  /** For messages to operators, such as the path of the file; never a key. */
  readonly place: string;
  /** The versions that can be used now, ascending, looked up afresh. */
  listVersions(): Promise<readonly number[]>;
  /** Wraps a data key of 32 bytes, bound to `about`; at most 1,024 bytes come out. Throws where the version is not held. */
  wrap(version: number, key: Buffer, about: readonly string[]): Promise<Buffer>;
  /** The data key, or `null` where this version did not wrap these bytes about this. Throws where it is not held. */
  unwrap(version: number, wrapped: Buffer, about: readonly string[]): Promise<Buffer | null>;
  /** Makes the next version. Throws a StartFailure saying what the operator must do where that is not ours to do. */
  addVersion(): Promise<number>;
  /** Destroys a version for good; `false` where the operator has to do it. One that is not there is destroyed already. */
  destroyVersion(version: number): Promise<boolean>;
}

/** Thrown by `wrap` and `unwrap`. */
export class VersionNotHeld extends Error {
  /** Answered as `keys.unavailable`. */
  readonly code = 'KEYS_UNAVAILABLE';

  constructor(version: number, place: string) {
    super(`version ${version} of the key-encryption key is not in ${place}`);
    this.name = 'VersionNotHeld';
  }
}
