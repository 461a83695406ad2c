import type { Finding } from './audit-findings.ts';
import type { LinkedRow } from './audit-chain.queries.ts';
import { computeMerkleRoot } from './merkle.ts';
import type { RootContent } from './signed-root.ts';

/** Gathers, chain by chain in their order, the hashes each root has covered, and computes its Merkle root anew. */
export class MerkleCheck {
  readonly #roots: readonly { readonly root: RootContent; readonly leaves: Buffer[] }[];
  readonly #ranges = new Map<string, { first: number; last: number; leaves: Buffer[] }[]>();

  constructor(roots: readonly RootContent[], live: number) {
    this.#roots = roots.slice(live).map((root) => ({ root, leaves: [] }));
    for (const { root, leaves } of this.#roots) {
      for (const [chain, first, last] of root.heads) {
        const own = this.#ranges.get(chain) ?? [];
        own.push({ first, last, leaves });
        this.#ranges.set(chain, own);
      }
    }
  }

  /** Chains must come in the order in which the roots hold them: by their bytes. */
  add(chain: string, rows: readonly LinkedRow[]): void {
    for (const { first, last, leaves } of this.#ranges.get(chain) ?? []) {
      for (const { hash } of rows.slice(first - 1, last)) leaves.push(hash);
    }
  }

  findings(): Finding[] {
    return this.#roots
      .filter(
        ({ root, leaves }) => leaves.length !== root.rows || computeMerkleRoot(leaves).toString('hex') !== root.merkle,
      )
      .map(({ root }) => ({ kind: 'rewritten', chain: null, first: root.from, last: root.through, when: root.at }));
  }
}
