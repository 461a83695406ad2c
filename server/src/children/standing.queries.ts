import { sql, type RawBuilder, type Transaction } from 'kysely';
import { grantsOf } from '@mangnon/domain/access/posts.access.ts';
import type { RowRule } from '@mangnon/domain/access/posts.ts';
import type { HeldPost } from '@mangnon/domain/access/reach.ts';
import type { DB } from '../platform/database/schema.generated.ts';

const today = sql`(now() at time zone 'Asia/Ho_Chi_Minh')::date`;

/**
 * What a list can leave out before the policies are asked of each row: the same rule told in the caller's own words, so
 * that the planner sees the place and takes its index. It never shows more; the policies are asked all the same.
 */
export async function narrowToReach(
  database: Transaction<DB>,
  held: readonly HeldPost[],
  table: 'child' | 'case_file',
): Promise<RawBuilder<unknown>> {
  const operation = table === 'child' ? 'children.child.read' : 'cases.case.read';
  const by = (rule: RowRule) =>
    held.filter(({ post }) => (grantsOf[post][operation] ?? []).some(({ rows }) => rows.includes(rule)));
  const below = by('below_place');
  if (below.some(({ nationwide }) => nationwide)) return sql`true`;
  const named = [...by('assigned'), ...by('referred'), ...by('broken_glass')];
  const ids = named.length === 0 ? [] : await findNamedIds(database, operation, table);
  const parts = [
    ['place_id', by('own_place').map(({ placeId }) => placeId)],
    ['province_id', below.map(({ placeId }) => placeId)],
    ['intake_unit', by('own_agency').map(({ unit }) => unit)],
    ['id', ids],
  ] as const;
  const asked = parts.flatMap(([column, values]) => {
    const known = [...new Set(values)].filter((value) => value !== null);
    const at = sql.ref(`${table}.${column}`);
    // One value by equality: only then does the index give the newest first by itself.
    if (known.length <= 1) return known.map((value) => sql`${at} = ${value}`);
    return column === 'id' ? [sql`${at} = any(${known}::uuid[])`] : [sql`${at} = any(${known}::text[])`];
  });
  return asked.length === 0 ? sql`false` : sql`(${sql.join(asked, sql` or `)})`;
}

async function findNamedIds(
  database: Transaction<DB>,
  operation: string,
  table: 'child' | 'case_file',
): Promise<readonly string[]> {
  const asked = table === 'child' ? sql`app_children(${operation}, 'core')` : sql`app_cases(${operation}, 'core')`;
  const { rows } = await sql<{ ids: string[] }>`select ${asked} as ids`.execute(database);
  return rows[0]?.ids ?? [];
}

/** Columns of how some cases (as an array of their ids) stand to a person by name; what policies hide is not there. */
function byName(cases: RawBuilder<unknown>, accountId: string): RawBuilder<unknown> {
  return sql`
    exists (select from case_assignment where case_id = any(${cases}) and account_id = ${accountId}
      and ended_at is null) as assigned,
    array(select receiver from case_referral where case_id = any(${cases}) and ended_at is null) as receivers,
    exists (select from broken_glass where case_id = any(${cases}) and account_id = ${accountId}
      and until > now()) as "glassBroken"`;
}

/** How a case, the row `case_file` of the query around, stands to a person. */
export function caseStanding(accountId: string): RawBuilder<unknown> {
  return byName(sql`array[case_file.id]`, accountId);
}

/** How a child, the row `child` of the query around, stands to a person: through any of its cases. */
export function childStanding(accountId: string): RawBuilder<unknown> {
  return byName(sql`array(select id from case_file where child_id = child.id)`, accountId);
}

/** The name a unit, the row `place` of the query around, bears today. */
export function placeName(table: string): RawBuilder<string> {
  const id = sql.ref(`${table}.id`);
  const later = sql`(select type || ' ' || name from place_type_change
    where place_id = ${id} and from_day <= ${today} order by from_day desc limit 1)`;
  return sql`coalesce(${later}, ${sql.ref(`${table}.type`)} || ' ' || ${sql.ref(`${table}.name`)})`;
}

/** An instant as the cursor of a list keeps it, to the microsecond. */
export function cursorOf(at: RawBuilder<unknown>, id: RawBuilder<unknown>): RawBuilder<string> {
  return sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '~' || ${id}`;
}

/** Only what comes after the cursor; everything without one. */
export function afterCursor(
  at: RawBuilder<unknown>,
  id: RawBuilder<unknown>,
  cursor: string | undefined,
): RawBuilder<unknown> {
  if (cursor === undefined) return sql`true`;
  const [instant, last] = cursor.split('~');
  return sql`(${at}, ${id}) < (${instant}::timestamptz, ${last}::uuid)`;
}
