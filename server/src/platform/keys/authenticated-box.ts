import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const cipher = 'aes-256-gcm';
export const nonceBytes = 12;
export const tagBytes = 16;

/** What a box is longer than its content. */
export const boxOverhead = nonceBytes + tagBytes;

/**
 * AES-256-GCM (NIST SP 800-38D): random 96-bit nonce, ciphertext, 128-bit tag. `about` is bound to the box without
 * being in it: with other words it does not open.
 */
export function closeBox(key: Buffer, content: Buffer, about: readonly unknown[]): Buffer {
  const nonce = randomBytes(nonceBytes);
  const box = createCipheriv(cipher, key, nonce, { authTagLength: tagBytes }).setAAD(associatedData(about));
  return Buffer.concat([nonce, box.update(content), box.final(), box.getAuthTag()]);
}

/** The content, or `null` where the key, the bytes or what they are about is another: never part of the content. */
export function openBox(key: Buffer, box: Buffer, about: readonly unknown[]): Buffer | null {
  if (box.length < boxOverhead) return null;
  const opener = createDecipheriv(cipher, key, box.subarray(0, nonceBytes), { authTagLength: tagBytes })
    .setAAD(associatedData(about))
    .setAuthTag(box.subarray(-tagBytes));
  const content = opener.update(box.subarray(nonceBytes, -tagBytes));
  try {
    return Buffer.concat([content, opener.final()]);
  } catch {
    return null;
  }
}

/** As JSON, so that no two lists of words give the same bytes. */
export function associatedData(about: readonly unknown[]): Buffer {
  return Buffer.from(JSON.stringify(['mangnon', ...about]));
}
