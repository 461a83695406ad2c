import { Unzip, UnzipInflate } from 'fflate';
import { FileRefused } from './file-refused.ts';
import { fileLimits } from './file-limits.ts';

// A step unpacks to a thousand times itself at most: 64 MB, held for a moment.
const pushBytes = 65_536;

/**
 * The unpacked bytes of those entries of a zip archive whose name is wanted. The archive is unpacked in small
 * steps and counted as it goes, so a bomb is left at the limit whatever its headers claim.
 * Throws FileRefused: `files.unpacks_too_large`, `files.damaged`.
 */
export function unzipParts(archive: Uint8Array, wanted: (name: string) => boolean): Map<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  let entries = 0;
  let total = 0;
  let failure: FileRefused | null = null;
  const unzip = new Unzip((file) => {
    entries += 1;
    if (entries > fileLimits.zipEntries) failure = new FileRefused('files.unpacks_too_large');
    if (failure !== null || parts.has(file.name) || !wanted(file.name)) return;
    const chunks: Uint8Array[] = [];
    let size = 0;
    file.ondata = (error, chunk, final) => {
      if (error !== null) failure = new FileRefused('files.damaged');
      if (failure !== null) return;
      size += chunk.length;
      total += chunk.length;
      const packed = file.size ?? archive.length;
      if (total > fileLimits.partBytes || (size > 4_000_000 && size > packed * fileLimits.zipRatio)) {
        failure = new FileRefused('files.unpacks_too_large');
        return;
      }
      chunks.push(chunk);
      if (final) parts.set(file.name, Buffer.concat(chunks));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < archive.length && failure === null; at += pushBytes) {
      unzip.push(archive.subarray(at, at + pushBytes), at + pushBytes >= archive.length);
    }
  } catch {
    throw failure ?? new FileRefused('files.damaged');
  }
  if (failure !== null) throw failure as FileRefused;
  return parts;
}
