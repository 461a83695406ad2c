import type { KeyObject } from 'node:crypto';
import type { Finding } from './audit-findings.ts';
import { hashLine, isSignedBy, noRoot, type ReadRoot, type RootContent } from './signed-root.ts';

export interface CheckedRoots {
  /** Those that are signed and follow one another, oldest first. */
  readonly roots: readonly RootContent[];
  readonly findings: readonly Finding[];
}

/** Holds the roots of a folder against their signatures and against one another. */
export function checkRoots(read: readonly ReadRoot[], publicKey: KeyObject): CheckedRoots {
  const findings: Finding[] = [];
  const roots: RootContent[] = [];
  let previous = noRoot;
  let expected = 1;
  for (const one of read) {
    const { root, line } = one;
    const tell = (kind: Finding['kind'], first: number, last: number) =>
      void findings.push({ kind, chain: null, first, last, when: root.at });
    const follows = root.number === expected && root.previous === previous;
    if (!isSignedBy(one, publicKey) || (root.number === expected && !follows) || root.number < expected) {
      tell('root_forged', root.number, root.number);
      continue;
    }
    if (root.number > expected) tell('root_missing', expected, root.number - 1);
    roots.push(root);
    previous = hashLine(line);
    expected = root.number + 1;
  }
  return { roots, findings };
}
