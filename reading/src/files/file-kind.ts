import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import type { Result } from '@mangnon/domain/kernel/result.ts';
import { fileLimits } from './file-limits.ts';

export type FileKind = 'zip' | 'pdf' | 'text';

const pictures: readonly (readonly number[])[] = [
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47],
  [0x47, 0x49, 0x46, 0x38],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
  [0x42, 0x4d],
];

/**
 * What a file is by its first bytes; its name is not asked, names lie.
 * Refuses: empty, too large, a picture, an old .doc, a file under a password, RTF, and what is none of these.
 */
export function recogniseKind(bytes: Uint8Array): Result<FileKind> {
  if (bytes.length === 0) return refuse('files.empty');
  const tooLarge = refuseBySize(bytes.length);
  if (tooLarge !== null) return tooLarge;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  if (head.includes('%PDF-')) return accept('pdf');
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006')) return accept('zip');
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) return refuse(compoundFile(bytes));
  if (head.startsWith('{\\rtf')) return refuse('files.rich_text');
  if (isPicture(bytes, head)) return refuse('files.image');
  if (/^\s*(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype|html|\?xml)/i.test(head)) return refuse('files.unsupported');
  return accept('text');
}

/** The refusal for a file of this many bytes, before a byte of it is read; null where it may be read. */
export function refuseBySize(size: number): Result<never> | null {
  if (size <= fileLimits.bytes) return null;
  const details = { megabytes: Math.ceil(size / 1e6), limit: fileLimits.bytes / 1e6 };
  return refuse('files.too_large', { details });
}

/** An OLE container is an old .doc, or the wrapping that Word puts around an encrypted .docx. */
function compoundFile(bytes: Uint8Array): string {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (all.includes(Buffer.from('EncryptedPackage', 'utf16le'))) return 'files.encrypted';
  return all.includes(Buffer.from('WordDocument', 'utf16le')) ? 'files.old_word' : 'files.unsupported';
}

function isPicture(bytes: Uint8Array, head: string): boolean {
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return true;
  if (/^ftyp(?:heic|heix|mif1|avif)/.test(head.slice(4, 12))) return true;
  // «BM» also begins Vietnamese words; a bitmap has zeros in its reserved bytes.
  if (head.startsWith('BM') && head.slice(6, 10) !== '\0\0\0\0') return false;
  return pictures.some((magic) => magic.every((byte, at) => bytes[at] === byte));
}
