import { sql, type Kysely } from 'kysely';
import { manuscriptItem, type ManuscriptItem } from '@mangnon/domain/plans/writing/manuscript-item.ts';
import type { ItemChange } from '@mangnon/domain/plans/writing/writing-act.ts';
import type { DB } from '../../platform/database/schema.generated.ts';

/** The parts as they stand, each row in its order. */
export async function listItems(database: Kysely<DB>, manuscriptId: string): Promise<ManuscriptItem[]> {
  const { rows } = await sql`
    select id, kind, position, version, origin, data from manuscript_item
    where manuscript_id = ${manuscriptId}::uuid and not gone order by kind <> 'cover', position, id`.execute(database);
  return rows.map((row) => manuscriptItem.parse(row));
}

interface Owner {
  readonly id: string;
  readonly place_id: string;
}

/** Puts the parts in, or over what stood under their ids: one statement however many they are. */
export async function putItems(
  database: Kysely<DB>,
  { id, place_id: placeId }: Owner,
  items: readonly (ManuscriptItem & { readonly gone?: boolean })[],
): Promise<void> {
  if (items.length === 0) return;
  const rows = items.map((item) => ({ ...item, gone: item.gone === true }));
  await sql`
    insert into manuscript_item (manuscript_id, place_id, id, kind, position, version, origin, data, gone)
    select ${id}::uuid, ${placeId}, id, kind, position, version, origin, data, gone
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as item (id uuid, kind text, position double precision,
      version integer, origin uuid, data jsonb, gone boolean)
    on conflict (manuscript_id, id) do update set position = excluded.position, version = excluded.version,
      data = excluded.data, gone = excluded.gone`.execute(database);
}

/** Makes the stored parts what the changes say; what is removed stays, marked as gone. */
export async function storeItemChanges(
  database: Kysely<DB>,
  owner: Owner,
  changes: readonly ItemChange[],
): Promise<void> {
  const rows = changes.flatMap(({ before, after }) =>
    after !== null ? [after] : before !== null ? [{ ...before, gone: true }] : [],
  );
  await putItems(database, owner, rows);
}
