import { sql, type RawBuilder, type Transaction } from 'kysely';
import { fold } from '@mangnon/domain/kernel/fold.ts';
import type { DB } from '../platform/database/schema.generated.ts';

export interface FoundRow {
  readonly kind: 'plan' | 'task' | 'text';
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly agencyId: string | null;
  readonly placeId: string | null;
}

/**
 * Plans, tasks and texts that hold every word, accents aside, the newest first and at most so many of each kind, in one
 * question. It is asked under the policies: what a person may not read is not found. Read through without an index, which
 * is quick enough for a hundred thousand tasks (docs/decisions/0025).
 */
export async function findByWords(
  database: Transaction<DB>,
  q: string,
  kinds: ReadonlySet<string>,
  most: number,
): Promise<FoundRow[]> {
  const words = fold(q)
    .split(' ')
    .filter(Boolean)
    .map((word) => `%${word}%`);
  const all = {
    plan: sql`(select 'plan' as kind, id::text, title as name, coalesce(number, '') as about, null as "agencyId",
      null as "placeId" from plan where folded like all(${words}::text[]) order by adopted_at desc, id limit ${most})`,
    task: sql`(select 'task', id::text, left(words, 300), '', agency_id, place_id from task
      where folded like all(${words}::text[]) order by cancelled_on is not null, assigned_at desc, id limit ${most})`,
    text: sql`(select 'text', id::text, title, number, null, null from legal_text
      where folded like all(${words}::text[]) order by issued_on desc, id limit ${most})`,
  } as const satisfies Record<FoundRow['kind'], RawBuilder<unknown>>;
  const asked = (['plan', 'task', 'text'] as const).filter((kind) => kinds.has(kind)).map((kind) => all[kind]);
  if (words.length === 0 || asked.length === 0) return [];
  const parts = sql.join(asked, sql` union all `);
  const { rows } = await sql<FoundRow>`
    with found (kind, id, name, about, "agencyId", "placeId") as (${parts}) select * from found`.execute(database);
  return rows;
}

export interface EndedRow {
  readonly id: string;
  /** Its last day. */
  readonly validTo: string;
  readonly today: readonly string[];
}

/** Those of these agencies that ended before a day, with the agencies into which they went and that stand on it. */
export async function findEndedAgencies(
  database: Transaction<DB>,
  ids: readonly string[],
  day: string,
): Promise<Map<string, EndedRow>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<EndedRow>`
    with recursive went (id, to_id) as (
      select id, id from agency where id = any(${ids}::text[]) and valid_to < ${day}::date
      union select went.id, s.to_id from went join agency_succession s on s.from_id = went.to_id
        and s.on_day <= ${day}::date)
    select a.id, a.valid_to as "validTo",
      (select coalesce(json_agg(b.name order by b.name collate "vi-x-icu"), '[]') from went join agency b on b.id = went.to_id
        where went.id = a.id and b.id <> a.id and (b.valid_to is null or b.valid_to >= ${day}::date)) as today
    from agency a where a.id in (select id from went)`.execute(database);
  return new Map(rows.map((row) => [row.id, row]));
}
