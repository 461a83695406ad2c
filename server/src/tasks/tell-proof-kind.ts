import { fileTypeFromBuffer } from 'file-type';
import type { ProofKind } from '@mangnon/domain/tasks/proof-kind.ts';

const kindOfExtension: Readonly<Record<string, ProofKind>> = {
  pdf: 'pdf',
  docx: 'docx',
  docm: 'docx',
  dotx: 'docx',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  pptx: 'pptx',
  pptm: 'pptx',
  odt: 'odt',
  ods: 'ods',
  jpg: 'jpeg',
  png: 'png',
  webp: 'webp',
  mp3: 'mp3',
  mp4: 'mp4',
  m4v: 'mp4',
  mov: 'mp4',
  m4a: 'm4a',
};

/**
 * What a file is by its content; its name is not looked at. `encrypted`: an Office file under a password (an OLE
 * container around it); `null`: nothing that is taken here.
 */
export async function tellProofKind(bytes: Uint8Array): Promise<ProofKind | 'encrypted' | null> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (found === undefined) return isText(bytes) ? 'text' : null;
  if (found.ext === 'cfb') return Buffer.from(bytes).includes(encryptedPackage) ? 'encrypted' : null;
  return kindOfExtension[found.ext] ?? null;
}

const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');

/** Whole UTF-8 without the control characters no text has. */
function isText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // oxlint-disable-next-line no-control-regex -- these very characters are looked for
    return !/[\u0000-\u0008\u000e-\u001f]/.test(text);
  } catch {
    return false;
  }
}
