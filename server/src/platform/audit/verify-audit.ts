import type { KeyObject } from 'node:crypto';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { DB } from '../database/schema.generated.ts';
import { readAllRoots } from './anchor-folder.ts';
import { countAuditRows, listHeads, listLinkedRows, type LinkedRow } from './audit-chain.queries.ts';
import type { Finding } from './audit-findings.ts';
import { checkChain } from './check-chain.ts';
import { checkRoots } from './check-roots.ts';
import { findLiveRoots, findLostTails, findRollback, gatherAnchors, type HeldHead } from './rollback.ts';
import { MerkleCheck } from './merkle-check.ts';
import type { RootContent } from './signed-root.ts';

export interface Verified {
  readonly rows: number;
  readonly chains: number;
  readonly roots: number;
  /** Rows newer than the last root. */
  readonly uncovered: number;
  readonly findings: readonly Finding[];
}

export interface VerifyOptions {
  readonly database: Kysely<DB>;
  readonly folder: string;
  readonly publicKey: KeyObject;
  readonly now: Date;
}

const atATime = 50_000;
/** A trail this old without any root was never anchored, or its roots were taken away. */
const longWithoutRoot = 5 * 60_000;

/**
 * Computes the whole trail anew, in one snapshot of the database, and holds it against the roots of the folder. The
 * roots are read first, so that none speaks of rows the snapshot does not see yet: writers need not stop.
 */
export async function verifyAudit({ database, folder, publicKey, now }: VerifyOptions): Promise<Verified> {
  const { roots, findings } = checkRoots(await readAllRoots(folder), publicKey);
  return database
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (transaction) => {
      // So many rows are put in order in memory, not on disk.
      await sql`set local work_mem = '128MB'`.execute(transaction);
      const verified = await verifyRows(transaction, roots);
      const oldest = verified.oldest;
      const never = roots.length === 0 && oldest !== null && now.getTime() - oldest.getTime() > longWithoutRoot;
      const missing: Finding[] = never
        ? [{ kind: 'roots_missing', chain: null, first: 0, last: 0, when: oldest.toISOString() }]
        : [];
      return { ...verified, roots: roots.length, findings: [...findings, ...missing, ...verified.findings] };
    });
}

async function verifyRows(transaction: Transaction<DB>, roots: readonly RootContent[]) {
  const live = findLiveRoots(roots);
  const anchors = gatherAnchors(roots, live);
  const through = roots.at(-1)?.through ?? 0;
  const heads = new Map((await listHeads(transaction)).map((head) => [head.chain, head]));
  const held = new HeadCheck(roots);
  const merkle = new MerkleCheck(roots, live);
  const findings: Finding[] = [];
  const seen = new Set<string>();
  const ids: number[] = [];
  let uncovered = 0;
  let oldest: Date | null = null;
  const check = (chain: string, own: readonly LinkedRow[]) => {
    seen.add(chain);
    for (const { id, at } of own) {
      ids.push(id);
      if (id > through) uncovered += 1;
      if (oldest === null || at < oldest) oldest = at;
    }
    held.add(chain, own);
    merkle.add(chain, own);
    const state = { chain, rows: own, head: heads.get(chain) ?? null, anchors: anchors.get(chain) ?? [], through };
    findings.push(...checkChain(state));
  };
  for await (const own of eachChain(transaction)) check(own[0]?.chain ?? '', own);
  for (const chain of new Set([...heads.keys(), ...held.chains()])) if (!seen.has(chain)) check(chain, []);
  const rows = ids.length;
  const total = await countAuditRows(transaction);
  if (total !== rows)
    findings.push({ kind: 'inserted', chain: 'audit_event', first: rows + 1, last: total, when: null });

  const rollback = findRollback(roots, held.heads, live, ids);
  const explained =
    rollback === null ? findings : findings.filter(({ kind }) => kind === 'changed' || kind === 'swapped');
  const lost = rollback === null ? findLostTails(roots, held.heads, live) : [rollback];
  const all = [...lost, ...explained];
  if (all.length === 0) all.push(...merkle.findings());
  return { rows, chains: seen.size, uncovered, oldest: oldest as Date | null, findings: all };
}

/** Which heads of all roots, the old ones included, still hold. */
class HeadCheck {
  readonly heads: HeldHead[] = [];
  readonly #signed = new Map<string, { root: number; last: number; hash: string }[]>();

  constructor(roots: readonly RootContent[]) {
    for (const [root, { heads }] of roots.entries()) {
      for (const [chain, , last, hash] of heads) {
        const own = this.#signed.get(chain) ?? [];
        own.push({ root, last, hash });
        this.#signed.set(chain, own);
      }
    }
  }

  chains(): Iterable<string> {
    return this.#signed.keys();
  }

  add(chain: string, rows: readonly LinkedRow[]): void {
    const bySeq = new Map(rows.map(({ seq, hash }) => [seq, hash]));
    for (const { root, last, hash } of this.#signed.get(chain) ?? []) {
      const row = bySeq.get(last);
      const state = row === undefined ? 'gone' : row.toString('hex') === hash ? 'holds' : 'differs';
      this.heads.push({ root, chain, last, state });
    }
  }
}

/** The rows of one chain after the other. */
async function* eachChain(transaction: Transaction<DB>): AsyncGenerator<LinkedRow[]> {
  let own: LinkedRow[] = [];
  let after: LinkedRow | null = null;
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- the next rows follow the last ones
    const rows: LinkedRow[] = await listLinkedRows(transaction, after, atATime);
    for (const row of rows) {
      if (own[0] !== undefined && own[0].chain !== row.chain) {
        yield own;
        own = [];
      }
      own.push(row);
    }
    after = rows.at(-1) ?? null;
    if (rows.length < atATime) break;
  }
  if (own.length > 0) yield own;
}
