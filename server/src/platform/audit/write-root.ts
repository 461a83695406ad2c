import type { Kysely } from 'kysely';
import type { DB } from '../database/schema.generated.ts';
import { appendRoot, readLastRoot } from './anchor-folder.ts';
import { listHashes, settleAudit, type ChainHead } from './audit-chain.queries.ts';
import { computeMerkleRoot } from './merkle.ts';
import { hashLine, noRoot, writeRootLine, type AnchoredHead, type RootContent } from './signed-root.ts';
import type { SigningKey } from './signing-key.ts';

export interface RootOptions {
  readonly database: Kysely<DB>;
  /** Where the roots are kept, outside the database. */
  readonly folder: string;
  readonly key: SigningKey;
  readonly at: Date;
  /** Milliseconds to wait for those who are writing. */
  readonly patience: number;
}

/** What a root says about these rows, which come by chain and number. */
export function coverRows(rows: readonly ChainHead[]): { readonly merkle: string; readonly heads: AnchoredHead[] } {
  const heads: AnchoredHead[] = [];
  rows.forEach(({ chain, seq, hash }, at) => {
    if (rows[at + 1]?.chain === chain) return;
    let first = at;
    while (rows[first - 1]?.chain === chain) first -= 1;
    heads.push([chain, rows[first]?.seq ?? seq, seq, hash.toString('hex')]);
  });
  return { merkle: computeMerkleRoot(rows.map(({ hash }) => hash)).toString('hex'), heads };
}

/**
 * Signs a root over all rows since the last one and adds it to the folder; `null` where nothing is new. A database that
 * is behind the last root (an older backup was put back) is covered anew from its beginning: the roots before stay, and
 * verifying tells what is gone.
 */
export async function writeRoot({ database, folder, key, at, patience }: RootOptions): Promise<RootContent | null> {
  const last = await readLastRoot(folder);
  const through = await settleAudit(database, patience);
  const before = last?.root.through ?? 0;
  if (through === before) return null;
  const from = through < before ? 0 : before;
  const rows = await listHashes(database, from, through);
  if (rows.length === 0 && from > 0) return null;
  const root: RootContent = {
    number: (last?.root.number ?? 0) + 1,
    at: at.toISOString(),
    previous: last === null ? noRoot : hashLine(last.line),
    from,
    through,
    rows: rows.length,
    total: (from === 0 ? 0 : (last?.root.total ?? 0)) + rows.length,
    ...coverRows(rows),
    key: key.name,
  };
  await appendRoot(folder, at, writeRootLine(root, key));
  return root;
}
