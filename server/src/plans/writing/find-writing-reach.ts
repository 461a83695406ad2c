import type { Transaction } from 'kysely';
import { reachOfWriting, type WritingReach } from '@mangnon/domain/plans/writing/writing-reach.ts';
import { findHeldPosts } from '../../access/held-posts.queries.ts';
import { findHolders } from '../../access/holders.queries.ts';
import type { DB } from '../../platform/database/schema.generated.ts';
import type { ManuscriptRow } from './manuscripts.queries.ts';

/** What a person may do with this plan: by their posts, and by who holds one that signs for its body. */
export async function findWritingReach(
  database: Transaction<DB>,
  accountId: string,
  row: Pick<ManuscriptRow, 'place_id' | 'agency_id'>,
): Promise<WritingReach> {
  const held = await findHeldPosts(database, accountId);
  const holders = await findHolders(database, [row.place_id]);
  return reachOfWriting(held, holders, { placeId: row.place_id, agencyId: row.agency_id });
}
