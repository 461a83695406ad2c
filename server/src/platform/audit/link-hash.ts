import { createHash } from 'node:crypto';
import type { LinkedRow } from './audit-chain.queries.ts';

/** Before the first row of a chain. */
export const chainBeginning = Buffer.alloc(32);

/** The hash of a row after the one with hash `previous`; the same as audit_link in 0006_audit_chain.sql. */
export function computeLinkHash(
  previous: Buffer,
  { chain, seq, content }: Omit<LinkedRow, 'hash' | 'id' | 'at'>,
): Buffer {
  return createHash('sha256').update(previous).update(`${chain}\n${seq}\n${content}`).digest();
}

/** Whether the row at this index carries the hash that follows from it and the row before. */
export function isLinked(rows: readonly LinkedRow[], at: number): boolean {
  const row = rows[at];
  if (row === undefined) return true;
  return computeLinkHash(rows[at - 1]?.hash ?? chainBeginning, row).equals(row.hash);
}
