import { sql, type Transaction } from 'kysely';
import type { DB } from '../platform/database/schema.generated.ts';

/** The table of each column group: its key, its sealed column, whose key it is sealed under. */
export const groupTables = {
  identity: { table: 'child_identity', key: 'child_id', column: 'identity_sealed', subject: 'child' },
  contact: { table: 'child_contact', key: 'child_id', column: 'contact_sealed', subject: 'child' },
  health: { table: 'child_health', key: 'child_id', column: 'health_sealed', subject: 'child' },
  reporter: { table: 'case_reporter', key: 'case_id', column: 'reporter_sealed', subject: 'case' },
  offender: { table: 'case_offender', key: 'case_id', column: 'offender_sealed', subject: 'case' },
  narrative: { table: 'case_narrative', key: 'case_id', column: 'narrative_sealed', subject: 'case' },
} as const;
export type GroupName = keyof typeof groupTables;

export interface StoredGroup {
  readonly group: GroupName;
  readonly sealed: Buffer;
  readonly writtenAt: Date;
}

/** Where a record and its groups lie. */
export interface GroupRow {
  readonly id: string;
  readonly placeId: string;
  readonly provinceId: string;
  readonly intakeUnit: string;
}

/** Those of the groups that stand and that the policies let this person see, with one statement. */
export async function findGroups(
  database: Transaction<DB>,
  id: string,
  groups: readonly GroupName[],
): Promise<StoredGroup[]> {
  if (groups.length === 0) return [];
  const each = groups.map((group) => {
    const { table, key, column } = groupTables[group];
    return sql`select ${group}::text as "group", ${sql.ref(column)} as sealed, written_at as "writtenAt"
      from ${sql.table(table)} where ${sql.ref(key)} = ${id}`;
  });
  const { rows } = await sql<StoredGroup>`${sql.join(each, sql` union all `)}`.execute(database);
  return rows;
}

/** One group, kept as it is until the transaction ends. */
export async function lockGroup(
  database: Transaction<DB>,
  group: GroupName,
  id: string,
): Promise<StoredGroup | undefined> {
  const { table, key, column } = groupTables[group];
  const { rows } = await sql<StoredGroup>`
    select ${group}::text as "group", ${sql.ref(column)} as sealed, written_at as "writtenAt"
    from ${sql.table(table)} where ${sql.ref(key)} = ${id} for update`.execute(database);
  return rows[0];
}

/** `false` where the group stands already. */
export async function insertGroup(
  database: Transaction<DB>,
  group: GroupName,
  { id, placeId, provinceId, intakeUnit }: GroupRow,
  sealed: Buffer,
  now: Date,
): Promise<boolean> {
  const { table, key, column } = groupTables[group];
  const { numAffectedRows } = await sql`
    insert into ${sql.table(table)} (${sql.ref(key)}, place_id, province_id, intake_unit, ${sql.ref(column)}, written_at)
    values (${id}, ${placeId}, ${provinceId}, ${intakeUnit}, ${sealed}, ${now}) on conflict do nothing`.execute(
    database,
  );
  return numAffectedRows === 1n;
}

export async function updateGroup(
  database: Transaction<DB>,
  group: GroupName,
  id: string,
  sealed: Buffer,
  now: Date,
): Promise<void> {
  const { table, key, column } = groupTables[group];
  const { numAffectedRows } = await sql`
    update ${sql.table(table)} set ${sql.ref(column)} = ${sealed}, written_at = ${now}
    where ${sql.ref(key)} = ${id}`.execute(database);
  if (numAffectedRows !== 1n) throw new Error(`the policies kept back a change of ${table} that was allowed`);
}
