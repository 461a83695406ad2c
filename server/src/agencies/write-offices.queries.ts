import { sql, type Transaction } from 'kysely';
import { officeKinds, type OfficeKind, type OfficeRecord } from '@mangnon/domain/agencies/office.ts';
import type { OfficeDifference } from '@mangnon/domain/agencies/office-difference.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { officeColumns, officeTables, parentTables, toOfficeRow } from './office-rows.ts';

interface Writer {
  /** Null for the demo's seed. */
  readonly accountId: string | null;
  readonly now: Date;
}

/**
 * Writes a difference in a number of statements that does not grow with it: what goes makes room first, then what
 * others hang at is written before them.
 */
export async function writeOffices(
  database: Transaction<DB>,
  { added, amended, ended, withdrawn }: OfficeDifference,
  writer: Writer,
): Promise<void> {
  const goneOf = Map.groupBy(withdrawn, ({ kind }) => kind);
  const changed = [...ended, ...amended].map(({ after }) => after);
  const changedOf = Map.groupBy(changed, ({ kind }) => kind);
  const addedOf = Map.groupBy(added, ({ kind }) => kind);
  for (const kind of officeKinds) await withdrawRecords(database, kind, goneOf.get(kind) ?? [], writer);
  for (const kind of officeKinds) await updateRecords(database, kind, changedOf.get(kind) ?? [], writer);
  for (const kind of officeKinds) await insertRecords(database, kind, addedOf.get(kind) ?? [], writer);
}

type Records = readonly OfficeRecord[];

const given = (kind: OfficeKind, records: Records) =>
  sql`json_populate_recordset(null::${sql.table(officeTables[kind])}, ${JSON.stringify(records.map(toOfficeRow))})`;

async function withdrawRecords(
  database: Transaction<DB>,
  kind: OfficeKind,
  records: Records,
  { accountId, now }: Writer,
) {
  if (records.length === 0) return;
  const ids = records.map(({ id }) => id);
  await sql`
    update ${sql.table(officeTables[kind])} set withdrawn_at = ${now}, recorded_at = ${now}, recorded_by = ${accountId}
    where id = any(${ids}::uuid[])`.execute(database);
}

async function updateRecords(
  database: Transaction<DB>,
  kind: OfficeKind,
  records: Records,
  { accountId, now }: Writer,
) {
  if (records.length === 0) return;
  const table = sql.table(officeTables[kind]);
  const sets = officeColumns[kind].map((column) => sql`${sql.ref(column)} = given.${sql.ref(column)}`);
  const { numAffectedRows } = await sql`
    update ${table} as stored set ${sql.join(sets)}, recorded_at = ${now}, recorded_by = ${accountId}
    from ${given(kind, records)} as given where stored.id = given.id`.execute(database);
  // A row that a policy hides is not refused but passed over: nothing may be half done.
  if (Number(numAffectedRows) !== records.length) throw new Error(`not every ${kind} could be changed`);
}

async function insertRecords(
  database: Transaction<DB>,
  kind: OfficeKind,
  records: Records,
  { accountId, now }: Writer,
) {
  if (records.length === 0) return;
  const table = sql.table(officeTables[kind]);
  const columns = officeColumns[kind].map((column) => sql.ref(column));
  const values = officeColumns[kind].map((column) => sql`given.${sql.ref(column)}`);
  const parent = parentTables[kind];
  if (parent === null) {
    await sql`
      insert into ${table} (id, place_id, ${sql.join(columns)}, recorded_at, recorded_by)
      select given.id, given.place_id, ${sql.join(values)}, ${now}, ${accountId}
      from ${given(kind, records)} as given`.execute(database);
    return;
  }
  const { column } = parent;
  const { numAffectedRows } = await sql`
    insert into ${table} (id, ${sql.ref(column)}, place_id, province_id, ${sql.join(columns)}, recorded_at, recorded_by)
    select given.id, given.${sql.ref(column)}, above.place_id, above.province_id, ${sql.join(values)}, ${now}, ${accountId}
    from ${given(kind, records)} as given
    join ${sql.table(parent.table)} as above on above.id = given.${sql.ref(column)}`.execute(database);
  if (Number(numAffectedRows) !== records.length) throw new Error(`not every ${kind} could be added`);
}
