import { sql, type Kysely, type Transaction } from 'kysely';
import type { FormTable } from '@mangnon/domain/reports/report-form.ts';
import type { DB } from '../platform/database/schema.generated.ts';

export interface StoredForm {
  readonly version: number;
  readonly firstDueOn: string;
  readonly tables: readonly FormTable[];
  readonly setAt: Date;
  readonly setBy: string;
}

/** The forms of a regime, oldest first. */
export async function listForms(database: Kysely<DB>, regimeId: string): Promise<StoredForm[]> {
  const { rows } = await sql<StoredForm>`
    select f.version, f.first_due_on as "firstDueOn", f.tables, f.set_at as "setAt", a.name as "setBy"
    from report_form f join account a on a.id = f.set_by where f.regime_id = ${regimeId}::uuid order by f.version`.execute(
    database,
  );
  return rows;
}

/** Whether a report was begun that is due on this day or later. */
export async function isBegun(database: Transaction<DB>, regimeId: string, dueOn: string): Promise<boolean> {
  const { rows } = await sql`
    select from report_version where regime_id = ${regimeId}::uuid and due_on >= ${dueOn}::date limit 1`.execute(
    database,
  );
  return rows.length > 0;
}

/** Levels of the agencies that send under a regime, by agency. */
export async function listSenderLevels(database: Kysely<DB>, regimeId: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; level: string }>`
    select distinct a.id, a.level from report_sender s join agency a on a.id = s.agency_id
    where s.regime_id = ${regimeId}::uuid and not a.several`.execute(database);
  return new Map(rows.map(({ id, level }) => [id, level]));
}

/** Agencies that send under a regime, by name. */
export async function listSenderNames(
  database: Kysely<DB>,
  regimeId: string,
): Promise<{ agencyId: string; name: string }[]> {
  const { rows } = await sql<{ agencyId: string; name: string }>`
    select distinct a.id as "agencyId", a.name from report_sender s join agency a on a.id = s.agency_id
    where s.regime_id = ${regimeId}::uuid and not a.several order by a.name, a.id`.execute(database);
  return rows;
}

/** Adds a version of the form; false where another was set for the same due day, or under this id. */
export async function insertForm(
  database: Transaction<DB>,
  form: {
    readonly id: string;
    readonly regimeId: string;
    readonly firstDueOn: string;
    readonly tables: readonly FormTable[];
  },
  by: { readonly accountId: string; readonly now: Date },
): Promise<boolean> {
  const { rows } = await sql`
    insert into report_form (id, regime_id, version, first_due_on, tables, set_at, set_by)
    select ${form.id}::uuid, ${form.regimeId}::uuid,
      (select coalesce(max(version), 0) + 1 from report_form where regime_id = ${form.regimeId}::uuid),
      ${form.firstDueOn}::date, ${JSON.stringify(form.tables)}::jsonb, ${by.now}::timestamptz, ${by.accountId}::uuid
    on conflict do nothing returning id`.execute(database);
  return rows.length > 0;
}
