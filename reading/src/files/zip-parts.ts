import { Unzip, UnzipPassThrough } from 'fflate';
import { inflateRawSync } from 'node:zlib';
import { FileRefused } from './file-refused.ts';
import { fileLimits } from './file-limits.ts';

const pushBytes = 65_536;
const deflated = 8;

/** Hands deflated entries on as they are packed: zlib unpacks a whole part faster, and stops at a limit by itself. */
class Packed extends UnzipPassThrough {
  static override readonly compression = deflated;
}

interface PackedPart {
  readonly bytes: Uint8Array;
  readonly compression: number;
}

/**
 * The parts of a zip archive, each unpacked when it is asked for; undefined where there is none of that name. What
 * unpacks is counted, so a bomb is left at the limit whatever its headers claim.
 * Throws FileRefused, on opening or unpacking: `files.unpacks_too_large`, `files.damaged`.
 */
export function openArchive(archive: Uint8Array): (name: string) => Uint8Array | undefined {
  return unpacking(listParts(archive));
}

/** As `openArchive`, with all those parts unpacked at once whose name is wanted. */
export function unzipParts(archive: Uint8Array, wanted: (name: string) => boolean): Map<string, Uint8Array> {
  const packed = listParts(archive);
  const partOf = unpacking(packed);
  const names = [...packed.keys()].filter(wanted);
  return new Map(names.map((name) => [name, partOf(name) ?? new Uint8Array()]));
}

function unpacking(packed: ReadonlyMap<string, PackedPart>): (name: string) => Uint8Array | undefined {
  const unpacked = new Map<string, Uint8Array>();
  let room: number = fileLimits.partBytes;
  return (name) => {
    const part = packed.get(name);
    const known = unpacked.get(name);
    if (known !== undefined || part === undefined) return known;
    const bytes = unpack(part, room);
    room -= bytes.length;
    unpacked.set(name, bytes);
    return bytes;
  };
}

function listParts(archive: Uint8Array): ReadonlyMap<string, PackedPart> {
  const parts = new Map<string, PackedPart>();
  let entries = 0;
  const unzip = new Unzip((file) => {
    entries += 1;
    if (entries > fileLimits.zipEntries) throw new FileRefused('files.unpacks_too_large');
    const chunks: Uint8Array[] = [];
    file.ondata = (error, chunk, final) => {
      if (error !== null) throw new FileRefused('files.damaged');
      chunks.push(chunk);
      if (!final || parts.has(file.name)) return;
      parts.set(file.name, { bytes: Buffer.concat(chunks), compression: file.compression });
    };
    if (file.compression === 0 || file.compression === deflated) file.start();
  });
  unzip.register(Packed);
  try {
    for (let at = 0; at < archive.length; at += pushBytes) {
      unzip.push(archive.subarray(at, at + pushBytes), at + pushBytes >= archive.length);
    }
  } catch (problem) {
    throw problem instanceof FileRefused ? problem : new FileRefused('files.damaged');
  }
  return parts;
}

/** Unpacks one part to `room` bytes at most, and to no more than any honest text is packed to. */
function unpack({ bytes, compression }: PackedPart, room: number): Uint8Array {
  const most = Math.min(room, Math.max(4_000_000, bytes.length * fileLimits.zipRatio));
  if (compression !== deflated) {
    if (bytes.length > room) throw new FileRefused('files.unpacks_too_large');
    return bytes;
  }
  try {
    const chunkSize = Math.min(1 << 20, Math.max(1 << 12, bytes.length * 8));
    return inflateRawSync(bytes, { maxOutputLength: Math.max(1, most), chunkSize });
  } catch (problem) {
    const tooLarge = problem instanceof Error && 'code' in problem && problem.code === 'ERR_BUFFER_TOO_LARGE';
    throw new FileRefused(tooLarge ? 'files.unpacks_too_large' : 'files.damaged');
  }
}
