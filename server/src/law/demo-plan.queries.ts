import { sql, type Kysely } from 'kysely';
import type { DB } from '../platform/database/schema.generated.ts';

/** A plan by its folded number, with its first target. */
export async function findDemoPlan(
  database: Kysely<DB>,
  numberFolded: string,
): Promise<{ id: string; targetId: string } | undefined> {
  const { rows } = await sql<{ id: string; targetId: string }>`
    select plan.id, t.id as "targetId" from plan join plan_target t on t.plan_id = plan.id and t.position = 1
    where plan.number_folded = ${numberFolded}`.execute(database);
  return rows[0];
}
