import { sql, type Kysely, type Transaction } from 'kysely';
import type { DB } from '../database/schema.generated.ts';

/** A row of the trail as its hash sees it. */
export interface LinkedRow {
  readonly id: number;
  readonly at: Date;
  readonly chain: string;
  readonly seq: number;
  readonly hash: Buffer;
  /** Everything the row says, in the very words audit_link hashes. */
  readonly content: string;
}

export interface ChainHead {
  readonly chain: string;
  readonly seq: number;
  readonly hash: Buffer;
}

/**
 * An id up to which every row that will ever be there is there. Waits `patience` milliseconds for those who are writing
 * at this moment; throws with code 55P03 when that was not enough.
 */
export async function settleAudit(database: Kysely<DB>, patience: number): Promise<number> {
  const settled = await sql<{ through: number }>`select audit_settle(${`${patience}ms`}) as through`.execute(database);
  return settled.rows[0]?.through ?? 0;
}

/** Chain, number and hash of the rows with `from < id <= through`, by chain and number. */
export async function listHashes(database: Kysely<DB>, from: number, through: number): Promise<ChainHead[]> {
  return database
    .selectFrom('audit_event')
    .select(['chain', 'seq', 'hash'])
    .where('id', '>', from)
    .where('id', '<=', through)
    .orderBy('chain')
    .orderBy('seq')
    .execute();
}

/**
 * Up to `limit` rows after a place, by chain, number and id. The words of the hash are put together here by functions
 * of PostgreSQL alone: one of ours could have been exchanged together with the rows.
 */
export async function listLinkedRows(
  database: Transaction<DB>,
  after: Pick<LinkedRow, 'chain' | 'seq' | 'id'> | null,
  limit: number,
): Promise<LinkedRow[]> {
  const rows = await sql<LinkedRow>`
    select id, at, chain, seq, hash, pg_catalog.json_build_array((extract(epoch from at) * 1000000)::bigint, request_id,
      account_id, session_id, address, action, outcome, refusal_code, subjects, target, details)::text as content
    from audit_event
    where ${after === null ? sql`true` : sql`(chain, seq, id) > (${after.chain}, ${after.seq}, ${after.id})`}
    order by chain, seq, id limit ${limit}`.execute(database);
  return rows.rows;
}

export async function countAuditRows(database: Transaction<DB>): Promise<number> {
  const row = await database
    .selectFrom('audit_event')
    .select((one) => one.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return row.total;
}

/** What the database itself holds for the ends of the chains. */
export async function listHeads(database: Transaction<DB>): Promise<ChainHead[]> {
  return database.selectFrom('audit_chain').select(['chain', 'last_seq as seq', 'last_hash as hash']).execute();
}
