import { sql, type Kysely } from 'kysely';
import type { Value } from '@mangnon/domain/indicators/value.ts';
import type { DB } from '../../platform/database/schema.generated.ts';
import type { Due } from '../consolidation.queries.ts';
import { presentValue } from '../values.queries.ts';

/** What every unit said in every cell, from accepted reports alone: by `agency|place`, then by key. One question. */
export async function listUnitValues(
  database: Kysely<DB>,
  { regimeId, dueOn }: Due,
): Promise<ReadonlyMap<string, ReadonlyMap<string, Value>>> {
  const { rows } = await sql<Parameters<typeof presentValue>[0] & { readonly unit: string; readonly key: string }>`
    select v.unit, c.key, x.state, x.amount, x.reason, x.words
    from report_version v join report_value x on x.version_no = v.no and x.standing
    join report_cell c on c.id = x.cell_id
    where v.regime_id = ${regimeId}::uuid and v.due_on = ${dueOn}::date and v.state = 'accepted'`.execute(database);
  const byUnit = new Map<string, Map<string, Value>>();
  for (const { unit, key, ...value } of rows) {
    const values = byUnit.get(unit) ?? new Map<string, Value>();
    values.set(key, presentValue(value));
    byUnit.set(unit, values);
  }
  return byUnit;
}
