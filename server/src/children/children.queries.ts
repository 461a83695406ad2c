import { sql, type RawBuilder, type Transaction } from 'kysely';
import type { Standing } from '@mangnon/domain/access/reach.ts';
import { pageSize } from '@mangnon/domain/children/shown-group.ts';
import type { Place } from '@mangnon/domain/places/place.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { afterCursor, childStanding, cursorOf, placeName } from './standing.queries.ts';

export interface ChildRow extends Standing {
  readonly id: string;
  readonly placeName: string;
  readonly provinceName: string;
  readonly state: 'active' | 'closed';
  readonly birthYear: number | null;
  readonly createdAt: Date;
  readonly createdBy: string;
}

export interface ChildListRow extends ChildRow {
  /** `null` where none stands, or none for this person. */
  readonly identitySealed: Buffer | null;
  readonly cursor: string;
}

const columns = (accountId: string) => sql`
  child.id, child.place_id as "placeId", child.province_id as "provinceId", child.intake_unit as "intakeUnit",
  child.state, child.birth_year as "birthYear", child.created_at as "createdAt", child.created_by as "createdBy",
  ${placeName('place')} as "placeName", ${placeName('province')} as "provinceName", ${childStanding(accountId)}`;

const tables = sql`child join place on place.id = child.place_id join place province on province.id = child.province_id`;

/** A child this person may see, and how it stands to them. */
export async function findChild(
  database: Transaction<DB>,
  id: string,
  accountId: string,
): Promise<ChildRow | undefined> {
  const { rows } = await sql<ChildRow>`
    select ${columns(accountId)} from ${tables} where child.id = ${id}`.execute(database);
  return rows[0];
}

export interface ChildQuestion {
  readonly placeId?: string | undefined;
  readonly state?: string | undefined;
  readonly birthYear?: number | undefined;
  readonly after?: string | undefined;
}

function conditions({ placeId, state, birthYear }: ChildQuestion): RawBuilder<unknown> {
  const asked = [
    ...(placeId === undefined ? [] : [placeCondition('child', placeId)]),
    ...(state === undefined ? [] : [sql`child.state = ${state}`]),
    ...(birthYear === undefined ? [] : [sql`child.birth_year = ${birthYear}`]),
  ];
  return asked.length === 0 ? sql`true` : sql.join(asked, sql` and `);
}

/** A code of two digits is a province, of five a commune. */
export function placeCondition(table: 'child' | 'case_file', placeId: string): RawBuilder<unknown> {
  const column = placeId.indexOf('@') === 2 ? 'province_id' : 'place_id';
  return sql`${sql.ref(`${table}.${column}`)} = ${placeId}`;
}

/** One row more than a page where there are more. `reach`: of narrowToReach. */
export async function listChildRows(
  database: Transaction<DB>,
  asked: ChildQuestion,
  reach: RawBuilder<unknown>,
  accountId: string,
): Promise<ChildListRow[]> {
  const [at, id] = [sql.ref('child.created_at'), sql.ref('child.id')];
  const { rows } = await sql<ChildListRow>`
    select ${columns(accountId)}, identity_sealed as "identitySealed", ${cursorOf(at, id)} as cursor
    from ${tables} left join child_identity on child_identity.child_id = child.id
    where ${reach} and ${conditions(asked)} and ${afterCursor(at, id, asked.after)}
    order by child.created_at desc, child.id desc limit ${pageSize + 1}`.execute(database);
  return rows;
}

export async function countChildRows(
  database: Transaction<DB>,
  asked: ChildQuestion,
  reach: RawBuilder<unknown>,
): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from child where ${reach} and ${conditions(asked)}`.execute(database);
  return rows[0]?.total ?? 0;
}

/** Those of the children this person may see by name. */
export async function findNamedChildren(
  database: Transaction<DB>,
  ids: readonly string[],
  accountId: string,
): Promise<(ChildListRow & { identitySealed: Buffer })[]> {
  const { rows } = await sql<ChildListRow & { identitySealed: Buffer }>`
    select ${columns(accountId)}, identity_sealed as "identitySealed"
    from ${tables} join child_identity on child_identity.child_id = child.id
    where child.id = any(${ids}::uuid[])`.execute(database);
  return rows;
}

/** The unit with this id as far as it says whether a child can be there. */
export async function findUnit(
  database: Transaction<DB>,
  id: string,
): Promise<Pick<Place, 'id' | 'level' | 'parentId' | 'validFrom' | 'validTo' | 'knownFrom'> | undefined> {
  return database
    .selectFrom('place')
    .select([
      'id',
      sql<Place['level']>`level`.as('level'),
      'parent_id as parentId',
      'valid_from as validFrom',
      'valid_to as validTo',
      'known_from as knownFrom',
    ])
    .where('id', '=', id)
    .executeTakeFirst();
}

export interface NewChild {
  readonly id: string;
  readonly placeId: string;
  readonly provinceId: string;
  readonly intakeUnit: string;
  readonly birthYear: number | null;
  readonly createdBy: string;
}

/** `false` where a child of this id stands, seen by this person or not. */
export async function insertChild(database: Transaction<DB>, made: NewChild, now: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await database
    .insertInto('child')
    .values({
      id: made.id,
      place_id: made.placeId,
      province_id: made.provinceId,
      intake_unit: made.intakeUnit,
      birth_year: made.birthYear,
      created_by: made.createdBy,
      created_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function setBirthYear(database: Transaction<DB>, id: string, birthYear: number | null): Promise<void> {
  await database.updateTable('child').set({ birth_year: birthYear }).where('id', '=', id).execute();
}

export type TransferRefusal = 'not_found' | 'place_unknown' | 'place_not_standing' | 'same_place';

/** By the database's own function: the child ends up where this person may not reach (database/policies). */
export async function moveChild(
  database: Transaction<DB>,
  id: string,
  placeId: string,
): Promise<{ refusal: TransferRefusal | null; ended: number; placeName: string }> {
  const { rows } = await sql<{ refusal: TransferRefusal | null; ended: number }>`
    select refusal, ended from app_transfer_child(${id}, ${placeId})`.execute(database);
  const [moved] = rows;
  if (moved === undefined) throw new Error('the transfer gave no answer');
  const named = await sql<{ name: string }>`
    select ${placeName('place')} as name from place where id = ${placeId}`.execute(database);
  return { ...moved, placeName: named.rows[0]?.name ?? placeId };
}
