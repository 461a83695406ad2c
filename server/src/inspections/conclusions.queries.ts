import { sql, type Transaction } from 'kysely';
import type { z } from 'zod';
import type { issueConclusion } from '@mangnon/domain/inspections/conclusions.api.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import type { LockedInspection } from './inspections.queries.ts';

type Database = Transaction<DB>;
type NewConclusion = z.output<NonNullable<typeof issueConclusion.body>>;

export async function findConclusion(
  database: Database,
  id: string,
): Promise<{ readonly inspectionId: string; readonly number: string } | undefined> {
  const { rows } = await sql<{ inspectionId: string; number: string }>`
    select inspection_id as "inspectionId", number from inspection_conclusion where id = ${id}::uuid`.execute(database);
  return rows[0];
}

/** Writes a conclusion with its recommendations, however many, in one statement. */
export async function insertConclusion(
  database: Database,
  { id, placeId, provinceId, unit }: LockedInspection,
  conclusion: NewConclusion,
  { by, now }: { readonly by: string; readonly now: Date },
): Promise<void> {
  const wanted = conclusion.recommendations.map((one, position) => ({
    id: one.id,
    unit_id: one.unitId,
    words: one.words,
    due_on: one.dueOn,
    position,
  }));
  await sql`
    with issued as (
      insert into inspection_conclusion (id, inspection_id, place_id, province_id, unit, number, issued_on, words,
        corrects_id, issued_at, issued_by)
      values (${conclusion.id}::uuid, ${id}::uuid, ${placeId}, ${provinceId}, ${unit}, ${conclusion.number},
        ${conclusion.issuedOn}::date, ${conclusion.words}, ${conclusion.correctsId}::uuid, ${now}::timestamptz, ${by}::uuid))
    insert into recommendation (id, conclusion_id, unit_id, inspection_id, place_id, province_id, unit, for_place_id,
      for_province_id, for_unit, position, words, due_on)
    select w.id, ${conclusion.id}::uuid, u.id, u.inspection_id, u.place_id, u.province_id, u.unit, u.for_place_id,
      u.for_province_id, u.for_unit, w.position, w.words, w.due_on
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
      as w (id uuid, unit_id uuid, words text, due_on date, position int)
    join inspection_unit u on u.id = w.unit_id and u.inspection_id = ${id}::uuid`.execute(database);
}
