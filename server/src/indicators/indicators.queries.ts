import { sql, type Kysely, type Transaction } from 'kysely';
import type { Breakdown } from '@mangnon/domain/indicators/breakdown.ts';
import { makeCatalogue, type Catalogue } from '@mangnon/domain/indicators/catalogue.ts';
import type { Indicator } from '@mangnon/domain/indicators/indicator.ts';
import type { DB } from '../platform/database/schema.generated.ts';

/** So that two who change the catalogue do it one after the other; the loading of its files takes the same lock. */
export async function lockCatalogue(database: Transaction<DB>): Promise<void> {
  await sql`select pg_advisory_xact_lock(4150036)`.execute(database);
}

/** The whole catalogue: a few hundred rows, in one statement. */
export async function loadCatalogue(database: Kysely<DB>): Promise<Catalogue> {
  const { rows } = await sql<{ indicators: Indicator[]; breakdowns: Breakdown[] }>`
    select
      (select coalesce(json_agg(json_build_object('code', code, 'officialCode', official_code, 'version', version,
          'validFrom', valid_from, 'validTo', valid_to, 'subject', subject, 'name', name, 'definition', definition,
          'formula', formula, 'unit', unit, 'breakdowns', breakdowns, 'period', period, 'dataSource', data_source,
          'agency', agency, 'basis', basis, 'goal', goal, 'trust', trust, 'formulaTrust', formula_trust, 'note', note)
          order by code, version), '[]') from indicator) as indicators,
      (select coalesce(json_agg(json_build_object('code', code, 'name', name, 'parting', parting, 'parts', parts,
          'source', source, 'trust', trust) order by code), '[]') from indicator_breakdown) as breakdowns`.execute(
    database,
  );
  const [found] = rows;
  if (found === undefined) throw new Error('a select without a table gives one row');
  return makeCatalogue(found.indicators, found.breakdowns);
}

/** Codes of which a person has recorded a version: the files of the program leave them alone. */
export async function findCodesOfPeople(database: Transaction<DB>): Promise<Set<string>> {
  const { rows } = await sql<{ code: string }>`
    select distinct code from indicator where recorded_by is not null`.execute(database);
  return new Set(rows.map(({ code }) => code));
}

/** Adds versions that are new and ends those that have ended since; what a version said is never changed. */
export async function writeVersions(database: Transaction<DB>, versions: readonly Indicator[]): Promise<void> {
  const ended = versions.filter(({ validTo }) => validTo !== null);
  await sql`
    update indicator set valid_to = ends."validTo"
    from json_to_recordset(${JSON.stringify(ended)}) as ends (code text, version integer, "validTo" date)
    where indicator.code = ends.code and indicator.version = ends.version
      and indicator.valid_to is distinct from ends."validTo"`.execute(database);
  await sql`
    insert into indicator (code, official_code, version, valid_from, valid_to, subject, name, definition, formula, unit,
      breakdowns, period, data_source, agency, basis, goal, trust, formula_trust, note, recorded_at)
    select code, "officialCode", version, "validFrom", "validTo", subject, name, nullif(definition, 'null'), formula, unit,
      array(select jsonb_array_elements_text(breakdowns)), period, nullif("dataSource", 'null'), agency, basis,
      nullif(goal, 'null'), trust, "formulaTrust", nullif(note, 'null'), now()
    from json_to_recordset(${JSON.stringify(versions)}) as said (code text, "officialCode" text, version integer,
      "validFrom" date, "validTo" date, subject text, name jsonb, definition jsonb, formula jsonb, unit jsonb,
      breakdowns jsonb, period text, "dataSource" jsonb, agency text, basis jsonb, goal jsonb, trust text,
      "formulaTrust" text, note jsonb)
    on conflict (code, version) do nothing`.execute(database);
}

export async function writeBreakdowns(database: Transaction<DB>, breakdowns: readonly Breakdown[]): Promise<void> {
  await sql`
    insert into indicator_breakdown (code, name, parting, parts, source, trust)
    select code, name, parting, parts, source, trust
    from json_populate_recordset(null::indicator_breakdown, ${JSON.stringify(breakdowns)})
    on conflict (code) do update set name = excluded.name, parting = excluded.parting, parts = excluded.parts,
      source = excluded.source, trust = excluded.trust`.execute(database);
}

/** Says whether this version of the catalogue's files was taken in before; if not, notes that it is now. */
export async function claimIndicatorSeed(database: Transaction<DB>, checksum: string): Promise<boolean> {
  const { rows } = await sql`
    insert into indicator_seed (checksum, loaded_at) values (${checksum}, now()) on conflict do nothing
    returning checksum`.execute(database);
  return rows.length > 0;
}
