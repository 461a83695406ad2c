import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import NodeClam from 'clamscan';

export interface ScanVerdict {
  /** `waiting`: no scanner answered; the file is kept apart until one does. */
  readonly scan: 'clean' | 'quarantined' | 'waiting';
  /** What the scanner found, in its own words. */
  readonly words: string | null;
}

export type ScanFile = (bytes: Uint8Array) => Promise<ScanVerdict>;

const waiting: ScanVerdict = { scan: 'waiting', words: null };

/**
 * A way to ClamAV's daemon: `host:port` or the path of its socket; `null`: none is set up, and every file waits. A scanner
 * that does not answer within so many milliseconds is no verdict, also one that takes the call and then says nothing.
 */
export function scanWith(address: string | null, patience = 20_000): ScanFile {
  if (address === null) return async () => waiting;
  const ask = askDaemon(address, patience);
  return async (bytes) => {
    const enough = new AbortController();
    const late = wait(patience, waiting, { signal: enough.signal }).catch(() => waiting);
    return Promise.race([ask(bytes), late]).finally(() => enough.abort());
  };
}

function askDaemon(address: string, patience: number): ScanFile {
  const at = /^(.+):(\d+)$/.exec(address);
  const reached = at === null ? { socket: address } : { host: at[1] ?? '', port: Number(at[2]) };
  return async (bytes) => {
    try {
      const clam = await new NodeClam().init({
        removeInfected: false,
        preference: 'clamdscan',
        clamdscan: { ...reached, timeout: patience, localFallback: false, active: true },
      });
      const lost = takeLostConnections(clam);
      const { isInfected, viruses } = await Promise.race([
        clam.scanStream(Readable.from(Buffer.from(bytes))),
        lost.then(() => ({ isInfected: null, viruses: [] })),
      ]);
      if (isInfected === null) return waiting;
      return isInfected
        ? { scan: 'quarantined', words: viruses.join(', ').slice(0, 300) }
        : { scan: 'clean', words: null };
    } catch {
      return waiting;
    }
  };
}

/**
 * Fulfilled when the connection breaks off. The daemon hangs up in the middle of a file that is larger than it takes; the
 * library writes such an end to the standard error and has no setting against it, so its listener for errors of the
 * connection is not let in, and this one stands in its place.
 */
function takeLostConnections(clam: NodeClam): Promise<void> {
  const inner = clam as unknown as { _initSocket: (label: string) => Promise<Socket> };
  const connect = inner._initSocket.bind(clam);
  const { promise, resolve } = Promise.withResolvers<void>();
  inner._initSocket = async (label) => {
    const socket = await connect(label);
    const listen = socket.on.bind(socket);
    const lose = () => {
      socket.destroy();
      resolve();
    };
    const on = (event: string, heard: (...told: unknown[]) => void) => listen(event, event === 'error' ? lose : heard);
    return Object.assign(socket, { on });
  };
  return promise;
}
