import { Readable } from 'node:stream';
import NodeClam from 'clamscan';

export interface ScanVerdict {
  /** `waiting`: no scanner answered; the file is kept apart until one does. */
  readonly scan: 'clean' | 'quarantined' | 'waiting';
  /** What the scanner found, in its own words. */
  readonly words: string | null;
}

export type ScanFile = (bytes: Uint8Array) => Promise<ScanVerdict>;

/**
 * A way to ClamAV's daemon: `host:port` or the path of its socket; `null`: none is set up, and every file waits. A scanner
 * that does not answer is no verdict.
 */
export function scanWith(address: string | null): ScanFile {
  if (address === null) return async () => ({ scan: 'waiting', words: null });
  const at = /^(.+):(\d+)$/.exec(address);
  const reached = at === null ? { socket: address } : { host: at[1] ?? '', port: Number(at[2]) };
  return async (bytes) => {
    try {
      const clam = await new NodeClam().init({
        removeInfected: false,
        preference: 'clamdscan',
        clamdscan: { ...reached, timeout: 20_000, localFallback: false, active: true },
      });
      const { isInfected, viruses } = await clam.scanStream(Readable.from(Buffer.from(bytes)));
      if (isInfected === null) return { scan: 'waiting', words: null };
      return isInfected
        ? { scan: 'quarantined', words: viruses.join(', ').slice(0, 300) }
        : { scan: 'clean', words: null };
    } catch {
      return { scan: 'waiting', words: null };
    }
  };
}
