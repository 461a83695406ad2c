import { sql, type Kysely, type Transaction } from 'kysely';
import type { PlacedCell } from '@mangnon/domain/reports/report-form.ts';
import { value as valueSchema, type Value } from '@mangnon/domain/indicators/value.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import type { StoredVersion } from './versions.queries.ts';

interface ValueRow {
  readonly key: string;
  readonly state: 'number' | 'zero' | 'not_applicable' | 'no_report';
  readonly amount: number | null;
  readonly reason: string | null;
  readonly words: string | null;
}

/** A value as the rules know it; what stands in the table was checked by its constraints. */
export function presentValue({ state, amount, reason, words }: Omit<ValueRow, 'key'>): Value {
  if (state === 'number') return valueSchema.parse({ state, amount });
  return valueSchema.parse(state === 'no_report' ? { state } : { state, reason, words });
}

export interface StoredValue {
  readonly key: string;
  readonly value: Value;
  readonly revision: number;
  readonly enteredAt: Date;
  readonly enteredBy: string | null;
}

export interface ReportValues {
  readonly own: ReadonlyMap<string, StoredValue>;
  /** Of the accepted version of the same report, where this is another one. */
  readonly accepted: ReadonlyMap<string, Value>;
  /** Of the accepted report of the same unit under this regime that was due before. */
  readonly before: ReadonlyMap<string, Value>;
}

/** What a report says, what was accepted of it, and what was said the time before: one question. */
export async function loadValues(database: Kysely<DB>, version: StoredVersion): Promise<ReportValues> {
  const { rows } = await sql<
    ValueRow & { of: 'own' | 'accepted' | 'before'; revision: number; enteredAt: Date; enteredBy: string | null }
  >`
    with asked as (
      select ${version.no}::bigint as no, 'own' as of
      union all select no, 'accepted' from report_version where regime_id = ${version.regimeId}::uuid
        and due_on = ${version.dueOn}::date and agency_id = ${version.agencyId} and place_id = ${version.placeId}
        and state = 'accepted' and no <> ${version.no}
      union all (select no, 'before' from report_version where regime_id = ${version.regimeId}::uuid
        and due_on < ${version.dueOn}::date and agency_id = ${version.agencyId} and place_id = ${version.placeId}
        and state = 'accepted' order by due_on desc limit 1))
    select asked.of, c.key, v.state, v.amount, v.reason, v.words, v.revision, v.entered_at as "enteredAt", a.name as "enteredBy"
    from asked join report_value v on v.version_no = asked.no join report_cell c on c.id = v.cell_id
    left join account a on a.id = v.entered_by`.execute(database);
  const of = (which: 'accepted' | 'before') =>
    new Map(rows.filter((row) => row.of === which).map((row) => [row.key, presentValue(row)]));
  const own = rows.filter((row) => row.of === 'own');
  return {
    own: new Map(
      own.map(({ key, revision, enteredAt, enteredBy, ...row }) => {
        return [key, { key, value: presentValue(row), revision, enteredAt, enteredBy }];
      }),
    ),
    accepted: of('accepted'),
    before: of('before'),
  };
}

/** The cells are there afterwards, whoever else names them at this moment. */
async function noteCells(database: Transaction<DB>, cells: readonly PlacedCell[]): Promise<void> {
  await sql`
    insert into report_cell (key, code, parts)
    select key, code, parts from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) as c (key text, code text, parts jsonb)
    order by key on conflict (key) do nothing`.execute(database);
}

export interface NewValue extends PlacedCell {
  readonly value: Value;
}

/**
 * Writes cells of a draft, each a revision further. As many statements for a thousand cells as for one. Gives the
 * revisions by key. The version is locked by the caller.
 */
export async function writeValues(
  database: Transaction<DB>,
  { no, periodId }: StoredVersion,
  values: readonly NewValue[],
  by: { readonly accountId: string; readonly now: Date },
): Promise<Map<string, number>> {
  if (values.length === 0) return new Map();
  await noteCells(
    database,
    values.map(({ key, code, parts }) => ({ key, code, parts })),
  );
  const rows = values.map(({ key, value }) => ({
    key,
    state: value.state,
    amount: value.state === 'number' ? value.amount : value.state === 'zero' ? 0 : null,
    reason: 'reason' in value ? value.reason : null,
    words: 'words' in value ? value.words : null,
  }));
  const written = await sql<{ key: string; revision: number }>`
    with said as (
      select c.id, s.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as s (key text, state text, amount numeric, reason text, words text) join report_cell c on c.key = s.key
    ), put as (
      insert into report_value (version_no, cell_id, period_id, state, amount, reason, words, entered_at, entered_by)
      select ${no}, id, ${periodId}, state, amount, reason, words, ${by.now}::timestamptz, ${by.accountId}::uuid from said
      on conflict (version_no, cell_id) do update set state = excluded.state, amount = excluded.amount,
        reason = excluded.reason, words = excluded.words, revision = report_value.revision + 1,
        entered_at = excluded.entered_at, entered_by = excluded.entered_by
      returning cell_id, revision)
    select said.key, put.revision from put join said on said.id = put.cell_id`.execute(database);
  return new Map(written.rows.map(({ key, revision }) => [key, revision]));
}

/** Makes the values of one version stand, and those of the version it replaces fall. */
export async function setStanding(database: Transaction<DB>, no: number, replaced: number | null): Promise<void> {
  await sql`
    update report_value set standing = (version_no = ${no})
    where version_no in (${no}, ${replaced ?? no})`.execute(database);
}
