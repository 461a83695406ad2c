import { createHash, randomInt } from 'node:crypto';

/** Without letters and digits that look alike on paper. */
const signs = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A code to hand over on paper, five random bits a sign, in groups of four: `K7PQ-3MZX-RT9D`. */
export function drawCode(length: number): string {
  const drawn = Array.from({ length }, () => signs[randomInt(signs.length)]).join('');
  return drawn.replaceAll(/(.{4})(?=.)/g, '$1-');
}

/** A code as people type it: small letters, blanks or nothing for the dashes. */
export function readCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}

/** 120 bits: enough that nobody guesses one, and that a plain hash of it gives nothing away (ASVS 5.0 6.5.2). */
export const drawEntryCode = (): string => drawCode(24);

export function hashEntryCode(typed: string): Buffer {
  return createHash('sha256').update(readCode(typed)).digest();
}
