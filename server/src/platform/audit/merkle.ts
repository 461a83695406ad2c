import { createHash } from 'node:crypto';

/** RFC 6962, section 2.1: leaves and inner nodes are hashed under different first bytes, so neither passes for the other. */
const leafMark = Buffer.from([0]);
const nodeMark = Buffer.from([1]);

function hash(mark: Buffer, ...parts: readonly Buffer[]): Buffer {
  const sum = createHash('sha256').update(mark);
  for (const part of parts) sum.update(part);
  return sum.digest();
}

/** The Merkle root over leaves in this order, 32 bytes; of no leaves the hash of nothing (RFC 6962). */
export function computeMerkleRoot(leaves: readonly Buffer[]): Buffer {
  let level = leaves.map((leaf) => hash(leafMark, leaf));
  while (level.length > 1) {
    const above: Buffer[] = [];
    for (let at = 0; at < level.length; at += 2) {
      const [left, right] = [level[at], level[at + 1]];
      // A node without a neighbour goes up as it is.
      if (left !== undefined) above.push(right === undefined ? left : hash(nodeMark, left, right));
    }
    level = above;
  }
  return level[0] ?? createHash('sha256').digest();
}
