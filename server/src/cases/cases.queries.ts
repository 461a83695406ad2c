import { sql, type RawBuilder, type Transaction } from 'kysely';
import type { Standing } from '@mangnon/domain/access/reach.ts';
import type { CaseFile, CaseLine } from '@mangnon/domain/cases/cases.api.ts';
import { pageSize } from '@mangnon/domain/children/shown-group.ts';
import { placeCondition } from '../children/children.queries.ts';
import { afterCursor, caseStanding, cursorOf, placeName } from '../children/standing.queries.ts';
import type { DB } from '../platform/database/schema.generated.ts';

export interface CaseRow extends Standing {
  readonly id: string;
  readonly childId: string;
  readonly placeName: string;
  readonly provinceName: string;
  readonly state: CaseFile['state'];
  readonly risk: number | null;
  readonly receivedAt: Date;
  readonly openedAt: Date;
  readonly openedById: string;
  readonly openedBy: string;
  readonly closedAt: Date | null;
  /** Until when the person has broken its glass. */
  readonly glassUntil: Date | null;
  readonly people: CaseLine['assigned'];
  /** `null` where none stands, or none for this person. */
  readonly identitySealed: Buffer | null;
}

const columns = (accountId: string) => sql`
  case_file.id, case_file.child_id as "childId", case_file.place_id as "placeId",
  case_file.province_id as "provinceId", case_file.intake_unit as "intakeUnit", case_file.state, case_file.risk,
  case_file.received_at as "receivedAt", case_file.opened_at as "openedAt", case_file.closed_at as "closedAt",
  case_file.opened_by as "openedById", (select name from account where id = case_file.opened_by) as "openedBy",
  ${placeName('place')} as "placeName", ${placeName('province')} as "provinceName", ${caseStanding(accountId)},
  (select max(until) from broken_glass where case_id = case_file.id and account_id = ${accountId} and until > now())
    as "glassUntil",
  (select coalesce(json_agg(json_build_object('id', account.id, 'name', account.name) order by account.name), '[]')
    from case_assignment join account on account.id = account_id
    where case_id = case_file.id and ended_at is null) as people,
  identity_sealed as "identitySealed"`;

const tables = sql`case_file join place on place.id = case_file.place_id
  join place province on province.id = case_file.province_id
  left join child_identity on child_identity.child_id = case_file.child_id`;

/** A case this person may see, and how it stands to them. */
export async function findCase(database: Transaction<DB>, id: string, accountId: string): Promise<CaseRow | undefined> {
  const { rows } = await sql<CaseRow>`
    select ${columns(accountId)} from ${tables} where case_file.id = ${id}`.execute(database);
  return rows[0];
}

export interface CaseQuestion {
  readonly placeId?: string | undefined;
  readonly state?: string | undefined;
  readonly childId?: string | undefined;
  readonly mine?: 'yes' | undefined;
  readonly after?: string | undefined;
}

function conditions({ placeId, state, childId, mine }: CaseQuestion, accountId: string): RawBuilder<unknown> {
  const asked = [
    ...(placeId === undefined ? [] : [placeCondition('case_file', placeId)]),
    ...(state === undefined ? [] : [sql`case_file.state = ${state}`]),
    ...(childId === undefined ? [] : [sql`case_file.child_id = ${childId}`]),
    ...(mine === undefined
      ? []
      : [
          sql`case_file.id = any(array(select case_id from case_assignment
            where account_id = ${accountId} and ended_at is null))`,
        ]),
  ];
  return asked.length === 0 ? sql`true` : sql.join(asked, sql` and `);
}

/** One row more than a page where there are more. `reach`: of narrowToReach. */
export async function listCaseRows(
  database: Transaction<DB>,
  asked: CaseQuestion,
  reach: RawBuilder<unknown>,
  accountId: string,
): Promise<(CaseRow & { readonly cursor: string })[]> {
  const [at, id] = [sql.ref('case_file.opened_at'), sql.ref('case_file.id')];
  const { rows } = await sql<CaseRow & { readonly cursor: string }>`
    select ${columns(accountId)}, ${cursorOf(at, id)} as cursor from ${tables}
    where ${reach} and ${conditions(asked, accountId)} and ${afterCursor(at, id, asked.after)}
    order by case_file.opened_at desc, case_file.id desc limit ${pageSize + 1}`.execute(database);
  return rows;
}

export async function countCaseRows(
  database: Transaction<DB>,
  asked: CaseQuestion,
  reach: RawBuilder<unknown>,
  accountId: string,
): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from case_file where ${reach} and ${conditions(asked, accountId)}`.execute(database);
  return rows[0]?.total ?? 0;
}

/** By the database's own function: numbers where the posts count, `null` where a number is withheld. */
export async function countStates(
  database: Transaction<DB>,
): Promise<{ state: CaseFile['state']; total: number | null }[]> {
  const { rows } = await sql<{ state: CaseFile['state']; total: number | null }>`
    select state, total from app_count_cases()`.execute(database);
  return rows;
}

export interface NewCase {
  readonly id: string;
  readonly childId: string;
  readonly placeId: string;
  readonly provinceId: string;
  readonly intakeUnit: string;
  readonly receivedAt: Date;
  readonly openedBy: string;
}

/** `false` where a case of this id stands, seen by this person or not. */
export async function insertCase(database: Transaction<DB>, made: NewCase, now: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await database
    .insertInto('case_file')
    .values({
      id: made.id,
      child_id: made.childId,
      place_id: made.placeId,
      province_id: made.provinceId,
      intake_unit: made.intakeUnit,
      received_at: made.receivedAt,
      opened_at: now,
      opened_by: made.openedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** `false` where it was closed before. */
export async function setClosed(database: Transaction<DB>, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await database
    .updateTable('case_file')
    .set({ state: 'closed', closed_at: now })
    .where('id', '=', id)
    .where('state', '<>', 'closed')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
