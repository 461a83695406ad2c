import { createHash, sign, verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);

/** One chain in a root: its rows from one number to another are new here, and the last of them has this hash. */
const head = z.tuple([z.string(), count, count, hex]);
export type AnchoredHead = z.infer<typeof head>;

const content = z.strictObject({
  /** 1, 2, 3 … without a gap. */
  number: count,
  at: z.iso.datetime(),
  /** SHA-256 of the line before, so that a line taken out is missed; 64 zeros at the beginning. */
  previous: hex,
  /** Covers every row with an id above `from` and not above `through`. */
  from: count,
  through: count,
  /** How many rows these are, and how many all roots since the last whole one cover. */
  rows: count,
  total: count,
  /** Over the hashes of the rows, by chain and number. */
  merkle: hex,
  heads: z.array(head),
  key: z.string(),
});
export type RootContent = z.infer<typeof content>;

const signedRoot = z.strictObject({ root: content, signature: z.string() });

/** A root as it was read from its line. */
export interface ReadRoot {
  readonly root: RootContent;
  readonly line: string;
  readonly signature: string;
}

export const noRoot = '0'.repeat(64);

export function hashLine(line: string): string {
  return createHash('sha256').update(line).digest('hex');
}

/** The line for a root, without its end. What is signed is the JSON of `root` as it stands in the line. */
export function writeRootLine(root: RootContent, { privateKey }: { readonly privateKey: KeyObject }): string {
  const text = JSON.stringify(root);
  const signature = sign(null, Buffer.from(text), privateKey).toString('base64');
  return `{"root":${text},"signature":"${signature}"}`;
}

/** `null` for a line that is no root: half written when the power failed, or destroyed. */
export function readRootLine(line: string): ReadRoot | null {
  try {
    const { root, signature } = signedRoot.parse(JSON.parse(line));
    return { root, line, signature };
  } catch {
    return null;
  }
}

export function isSignedBy({ root, signature }: ReadRoot, publicKey: KeyObject): boolean {
  return verify(null, Buffer.from(JSON.stringify(root)), publicKey, Buffer.from(signature, 'base64'));
}
