import rows from '@mangnon/domain/agencies/agencies.json' with { type: 'json' };
import { sql, type Kysely } from 'kysely';
import { fold } from '@mangnon/domain/kernel/fold.ts';
import type { DB } from '../platform/database/schema.generated.ts';

/**
 * Brings the register in the database to what stands in domain/src/agencies/agencies.json. Agencies are never removed:
 * plans point to them. Copies of the program starting at once do it one after the other.
 */
export async function updateAgencyRegister(database: Kysely<DB>): Promise<void> {
  const agencies = rows.map((row) => ({
    id: row.canonical_id,
    name: row.name_vi,
    level: row.level,
    kind: row.type,
    valid_from: row.valid_from,
    valid_to: row.valid_to,
    successor_ids: row.successor_ids as string[],
    source_url: row.source_url,
    verified: row.verified,
    note: row.note,
  }));
  const names = rows.flatMap((row) => {
    const aliases = new Set<string>(row.aliases.filter((alias) => alias !== row.name_vi));
    return [
      nameRow(row.canonical_id, row.name_vi, false),
      ...[...aliases].map((alias) => nameRow(row.canonical_id, alias, true)),
    ];
  });
  await database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(4150003)`.execute(transaction);
    await transaction
      .insertInto('agency')
      .values(agencies)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((row) => ({
          name: row.ref('excluded.name'),
          level: row.ref('excluded.level'),
          kind: row.ref('excluded.kind'),
          valid_from: row.ref('excluded.valid_from'),
          valid_to: row.ref('excluded.valid_to'),
          successor_ids: row.ref('excluded.successor_ids'),
          source_url: row.ref('excluded.source_url'),
          verified: row.ref('excluded.verified'),
          note: row.ref('excluded.note'),
        })),
      )
      .execute();
    await transaction.deleteFrom('agency_name').execute();
    await transaction.insertInto('agency_name').values(names).execute();
  });
}

function nameRow(agencyId: string, name: string, isAlias: boolean) {
  const folded = fold(name);
  return { agency_id: agencyId, name, is_alias: isAlias, folded, squeezed: folded.replaceAll(' ', '') };
}
