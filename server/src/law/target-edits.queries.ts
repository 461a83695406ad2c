import { sql, type Kysely } from 'kysely';
import type { Against } from '@mangnon/domain/law/legal-text.ts';
import type { DB } from '../platform/database/schema.generated.ts';

interface Of {
  readonly id: string;
  readonly targetId: string;
  /** Read in a plan, or told of a text. */
  readonly isRead: boolean;
  readonly placeId: string | null;
  readonly accountId: string;
  readonly now: Date;
}

const keys = ({ id, targetId, isRead, placeId, accountId, now }: Of) => ({
  id,
  plan_target_id: isRead ? targetId : null,
  legal_target_id: isRead ? null : targetId,
  place_id: placeId,
  recorded_at: now,
  recorded_by: accountId,
});

/** So that of two corrections at once the later one counts for both. */
export async function lockTarget(database: Kysely<DB>, targetId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(4150015, hashtext(${targetId}))`.execute(database);
}

export async function insertStart(
  database: Kysely<DB>,
  of: Of,
  start: {
    readonly measure: string | null;
    readonly against: Against;
    readonly value: number | null;
    readonly year: number | null;
    readonly source: string | null;
  },
): Promise<void> {
  await database
    .insertInto('target_start')
    .values({ ...keys(of), ...start })
    .execute();
}

export async function insertValue(
  database: Kysely<DB>,
  of: Of,
  value: {
    readonly year: number;
    readonly value: number | null;
    readonly proof: string | null;
    readonly proof_url: string | null;
    readonly note: string | null;
  },
): Promise<void> {
  await database
    .insertInto('target_value')
    .values({ ...keys(of), ...value })
    .execute();
}
