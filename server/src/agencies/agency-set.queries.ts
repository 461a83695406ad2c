import { sql, type Kysely, type Transaction } from 'kysely';
import { fold } from '@mangnon/domain/kernel/fold.ts';
import type { Agency, AgencyDuty, AgencySuccession, DutyTransfer } from '@mangnon/domain/agencies/agency.ts';
import { agencySuccessionKey, type AgencySet } from '@mangnon/domain/agencies/agency-book.ts';
import type { DB } from '../platform/database/schema.generated.ts';

/** So that two who change the register do it one after the other; the loading of its files takes the same lock. */
export async function lockRegister(database: Transaction<DB>): Promise<void> {
  await sql`select pg_advisory_xact_lock(4150003)`.execute(database);
}

/** The whole register: a few hundred rows, in one statement. */
export async function loadAgencySet(database: Kysely<DB>): Promise<AgencySet> {
  const { rows } = await sql<{
    agencies: Agency[];
    successions: AgencySuccession[];
    transfers: DutyTransfer[];
    duties: AgencyDuty[];
  }>`
    select
      (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'level', level, 'placeId', place_id, 'type', kind,
          'several', several, 'validFrom', valid_from, 'validTo', valid_to, 'sourceUrl', source_url,
          'verified', verified, 'note', note, 'aliases', array(select agency_name.name from agency_name
            where agency_id = agency.id and is_alias order by agency_name.name)) order by id), '[]')
        from agency) as agencies,
      (select coalesce(json_agg(json_build_object('fromId', from_id, 'toId', to_id, 'on', on_day, 'kind', kind,
          'trust', trust) order by from_id, to_id), '[]') from agency_succession) as successions,
      (select coalesce(json_agg(json_build_object('id', id, 'fromId', from_id, 'toId', to_id, 'on', on_day,
          'words', words, 'duties', duties, 'basis', basis, 'article', article, 'trust', trust,
          'sourceUrl', source_url) order by from_id, on_day, words), '[]') from duty_transfer) as transfers,
      (select coalesce(json_agg(json_build_object('id', id, 'agencyId', agency_id, 'duty', duty, 'part', part,
          'validFrom', valid_from, 'validTo', valid_to, 'note', note, 'basis', basis, 'article', article,
          'trust', trust, 'sourceUrl', source_url) order by agency_id, duty, valid_from), '[]')
        from agency_duty) as duties`.execute(database);
  const [found] = rows;
  if (found === undefined) throw new Error('a select without a table gives one row');
  const byId = <Item extends { readonly id: string }>(items: readonly Item[]) =>
    new Map(items.map((item) => [item.id, item]));
  return {
    agencies: byId(found.agencies),
    successions: new Map(found.successions.map((step) => [agencySuccessionKey(step), step])),
    transfers: byId(found.transfers),
    duties: byId(found.duties),
  };
}

/** Writes agencies with their names: those that are not there are added, the others take these values. */
export async function putAgencies(database: Transaction<DB>, agencies: readonly Agency[]): Promise<void> {
  const rows = agencies.map(
    ({ id, name, level, placeId, type, several, validFrom, validTo, sourceUrl, verified, note }) => ({
      id,
      name,
      level,
      place_id: placeId,
      kind: type,
      several,
      valid_from: validFrom,
      valid_to: validTo,
      source_url: sourceUrl,
      verified,
      note,
    }),
  );
  await sql`
    insert into agency (id, name, level, place_id, kind, several, valid_from, valid_to, source_url, verified, note)
    select id, name, level, place_id, kind, several, valid_from, valid_to, source_url, verified, note
    from json_populate_recordset(null::agency, ${JSON.stringify(rows)})
    on conflict (id) do update set name = excluded.name, level = excluded.level,
      place_id = excluded.place_id, kind = excluded.kind,
      several = excluded.several, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
      source_url = excluded.source_url, verified = excluded.verified, note = excluded.note`.execute(database);
  const names = agencies.flatMap(({ id, name, aliases }) => [
    nameRow(id, name, false),
    ...[...new Set(aliases)].filter((alias) => alias !== name).map((alias) => nameRow(id, alias, true)),
  ]);
  await sql`delete from agency_name where agency_id = any(${rows.map(({ id }) => id)}::text[])`.execute(database);
  await sql`
    insert into agency_name (agency_id, name, is_alias, folded, squeezed)
    select agency_id, name, is_alias, folded, squeezed
    from json_populate_recordset(null::agency_name, ${JSON.stringify(names)})`.execute(database);
}

function nameRow(agencyId: string, name: string, isAlias: boolean) {
  const folded = fold(name);
  return { agency_id: agencyId, name, is_alias: isAlias, folded, squeezed: folded.replaceAll(' ', '') };
}

/** Adds successions, moved duties and duties; a duty that is there takes these values. */
export async function putSteps(
  database: Transaction<DB>,
  steps: {
    readonly successions: readonly AgencySuccession[];
    readonly transfers: readonly DutyTransfer[];
    readonly duties: readonly AgencyDuty[];
  },
): Promise<void> {
  const successions = steps.successions.map(({ fromId, toId, on, kind, trust }) => ({
    from_id: fromId,
    to_id: toId,
    on_day: on,
    kind,
    trust,
  }));
  const transfers = steps.transfers.map(({ id, fromId, toId, on, words, duties, ...source }) => ({
    ...sourceRow(source),
    id,
    from_id: fromId,
    to_id: toId,
    on_day: on,
    words,
    duties,
  }));
  const held = steps.duties.map(({ id, agencyId, duty, part, validFrom, validTo, note, ...source }) => ({
    ...sourceRow(source),
    id,
    agency_id: agencyId,
    duty,
    part,
    valid_from: validFrom,
    valid_to: validTo,
    note,
  }));
  await sql`
    insert into agency_succession select * from json_populate_recordset(null::agency_succession,
      ${JSON.stringify(successions)}) on conflict do nothing`.execute(database);
  await sql`
    insert into duty_transfer select * from json_populate_recordset(null::duty_transfer,
      ${JSON.stringify(transfers)}) on conflict do nothing`.execute(database);
  await sql`
    update agency_duty set duty = given.duty, part = given.part, valid_from = given.valid_from,
      valid_to = given.valid_to, basis = given.basis, article = given.article, trust = given.trust,
      source_url = given.source_url, note = given.note
    from json_populate_recordset(null::agency_duty, ${JSON.stringify(held)}) as given
    where agency_duty.id = given.id`.execute(database);
  await sql`
    insert into agency_duty select * from json_populate_recordset(null::agency_duty, ${JSON.stringify(held)})
    on conflict (id) do nothing`.execute(database);
}

interface Source {
  readonly basis: string | null;
  readonly article: string | null;
  readonly trust: string;
  readonly sourceUrl: string | null;
}

function sourceRow({ basis, article, trust, sourceUrl }: Source) {
  return { basis, article, trust, source_url: sourceUrl };
}

/** Takes out what was withdrawn; the history keeps it. */
export async function removeSteps(
  database: Transaction<DB>,
  gone: {
    readonly successions: readonly Pick<AgencySuccession, 'fromId' | 'toId'>[];
    readonly transferIds: readonly string[];
    readonly dutyIds: readonly string[];
  },
): Promise<void> {
  await sql`
    with given as (select * from jsonb_to_recordset(${JSON.stringify(gone.successions)}::jsonb)
        as given ("fromId" text, "toId" text)),
      successions as (delete from agency_succession using given where from_id = "fromId" and to_id = "toId"),
      transfers as (delete from duty_transfer where id = any(${gone.transferIds}::uuid[]))
    delete from agency_duty where id = any(${gone.dutyIds}::uuid[])`.execute(database);
}

/** Says whether this version of the register's files was taken in before; if not, notes that it is now. */
export async function claimAgencySeed(database: Transaction<DB>, checksum: string): Promise<boolean> {
  const { rows } = await sql`
    insert into agency_seed (checksum, loaded_at) values (${checksum}, now()) on conflict do nothing
    returning checksum`.execute(database);
  return rows.length > 0;
}
