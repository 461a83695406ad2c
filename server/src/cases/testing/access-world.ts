import { createHash, randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { posts, type Post } from '@mangnon/domain/access/posts.ts';
import { relations, type Relation } from './access-oracle.ts';

export interface WorldPlaces {
  readonly provinceA: string;
  readonly a1: string;
  readonly a2: string;
  readonly provinceB: string;
  readonly b1: string;
}

export interface WorldRecord {
  readonly childId: string;
  readonly caseId: string;
  readonly placeId: string;
  readonly provinceId: string;
  readonly intakeUnit: string;
}

/** One holder of each post, and for each relation one record with everything in it and one with nothing. */
export interface AccessWorld {
  readonly places: WorldPlaces;
  readonly unit: string;
  readonly agencyId: string;
  readonly people: Readonly<Record<Post, { readonly id: string; readonly token: string; readonly tokenHash: Buffer }>>;
  readonly full: Readonly<Record<Relation, WorldRecord>>;
  readonly bare: Readonly<Record<Relation, WorldRecord>>;
  /** Glass a stranger broke on the full record, not yet reviewed. */
  readonly glass: Readonly<Record<Relation, string>>;
}

const provincial: readonly Post[] = ['provincial_lead_officer', 'provincial_chair', 'statistician', 'inspector'];
const sealed = Buffer.alloc(40, 7);

/** Writes the world as the owner of the schema. `client` is the owner's. */
export async function makeAccessWorld(client: Client): Promise<AccessWorld> {
  const places = await findPlaces(client);
  const agencyId = 'test.unit';
  const unit = `${agencyId}|${places.a1}`;
  await client.query(
    `insert into agency (id, name, level, kind, verified) values ($1, 'Cơ quan thử', 'commune', 'other', false)`,
    [agencyId],
  );
  const people = {} as Record<Post, AccessWorld['people'][Post]>;
  for (const post of posts) {
    const placeId = provincial.includes(post) ? places.provinceA : places.a1;
    people[post] = await makePerson(client, post, { placeId, agencyId });
  }
  const stranger = await makePerson(client, 'commune_protection_worker', { placeId: places.b1, agencyId: null });
  const accounts = Object.values(people).map(({ id }) => id);
  const full = {} as Record<Relation, WorldRecord>;
  const bare = {} as Record<Relation, WorldRecord>;
  const glass = {} as Record<Relation, string>;
  for (const relation of relations) {
    for (const [kind, kept] of [
      ['full', full],
      ['bare', bare],
    ] as const) {
      const record = await makeRecord(client, placeOf(relation, places, unit), stranger.id);
      kept[relation] = record;
      if (kind === 'full') await fillRecord(client, record);
      await relate(client, relation, record, accounts, { agencyId, placeId: places.a1, by: stranger.id });
    }
    glass[relation] = await breakGlass(client, full[relation], stranger.id, '1 hour');
    await giveToStrangers(client, full[relation], { agencyId, placeId: places.b1, by: stranger.id });
  }
  return { places, unit, agencyId, people, full, bare, glass };
}

function placeOf(relation: Relation, places: WorldPlaces, unit: string) {
  const { a1, a2, b1, provinceA, provinceB } = places;
  if (relation === 'own') return { placeId: a1, provinceId: provinceA, intakeUnit: '' };
  if (relation === 'prov') return { placeId: a2, provinceId: provinceA, intakeUnit: '' };
  return { placeId: b1, provinceId: provinceB, intakeUnit: relation === 'agency' ? unit : '' };
}

export async function findPlaces(client: Client): Promise<WorldPlaces> {
  const { rows } = await client.query<{ id: string; parent_id: string }>(
    `select id, parent_id from (
       select id, parent_id, row_number() over (partition by parent_id order by id) as n,
         dense_rank() over (order by parent_id) as p
       from place where level = 'commune' and valid_to is null and valid_from is not null) x
     where n <= 2 and p <= 2 order by parent_id, id`,
  );
  const [first, second, third] = rows;
  if (!first || !second || !third) throw new Error('the template holds no communes of today');
  return { provinceA: first.parent_id, a1: first.id, a2: second.id, provinceB: third.parent_id, b1: third.id };
}

export async function makePerson(
  client: Client,
  post: Post,
  held: { readonly placeId: string | null; readonly agencyId: string | null },
): Promise<AccessWorld['people'][Post]> {
  const [id, login] = [randomUUID(), `w-${randomUUID()}`];
  const token = createHash('sha256').update(id).digest('base64url');
  const tokenHash = createHash('sha256').update(token).digest();
  await client.query(
    `insert into account (id, login, login_folded, name, title, password_hash, created_at)
     values ($1, $2, $2, 'Người thử', '', '$argon2id$none', now())`,
    [id, login],
  );
  await client.query(
    `insert into post_holding (account_id, post, place_id, agency_id, valid_from) values ($1, $2, $3, $4, '2025-07-01')`,
    [id, post, held.placeId, held.agencyId],
  );
  await client.query(
    `insert into session (token_hash, account_id, started_at, last_used_at, ends_at, second_factor_at)
     values ($1, $2, now(), now(), now() + interval '8 hours', now())`,
    [tokenHash, id],
  );
  return { id, token, tokenHash };
}

async function makeRecord(
  client: Client,
  at: Omit<WorldRecord, 'childId' | 'caseId'>,
  by: string,
): Promise<WorldRecord> {
  const [childId, caseId] = [randomUUID(), randomUUID()];
  const scope = [at.placeId, at.provinceId, at.intakeUnit];
  await client.query(
    `insert into child (id, place_id, province_id, intake_unit, created_by) values ($1, $2, $3, $4, $5)`,
    [childId, ...scope, by],
  );
  await client.query(
    `insert into case_file (id, child_id, place_id, province_id, intake_unit, received_at, opened_by)
     values ($1, $2, $3, $4, $5, now(), $6)`,
    [caseId, childId, ...scope, by],
  );
  return { childId, caseId, ...at };
}

const parts = [
  ['child_identity', 'child_id', 'identity_sealed'],
  ['child_contact', 'child_id', 'contact_sealed'],
  ['child_health', 'child_id', 'health_sealed'],
  ['case_reporter', 'case_id', 'reporter_sealed'],
  ['case_offender', 'case_id', 'offender_sealed'],
  ['case_narrative', 'case_id', 'narrative_sealed'],
] as const;

async function fillRecord(client: Client, record: WorldRecord): Promise<void> {
  await writeToken(client, record);
  for (const [table, key, column] of parts) {
    await client.query(
      `insert into ${table} (${key}, place_id, province_id, intake_unit, ${column}) values ($1, $2, $3, $4, $5)`,
      [key === 'child_id' ? record.childId : record.caseId, ...scopeOf(record), sealed],
    );
  }
}

async function writeToken(client: Client, record: WorldRecord): Promise<void> {
  await client.query(
    `insert into child_name_token (token, child_id, place_id, province_id, intake_unit)
     values (decode(repeat('04', 16), 'hex'), $1, $2, $3, $4)`,
    [record.childId, ...scopeOf(record)],
  );
}

export function scopeOf({ placeId, provinceId, intakeUnit }: WorldRecord): [string, string, string] {
  return [placeId, provinceId, intakeUnit];
}

async function relate(
  client: Client,
  relation: Relation,
  record: WorldRecord,
  accounts: readonly string[],
  to: { readonly agencyId: string; readonly placeId: string; readonly by: string },
): Promise<void> {
  const ended = relation.endsWith('_once') ? 'now()' : 'null';
  if (relation.startsWith('referred')) {
    await client.query(
      `insert into case_referral (case_id, place_id, province_id, intake_unit, to_agency_id, to_place_id, referred_by, ended_at)
       values ($1, $2, $3, $4, $5, $6, $7, ${ended})`,
      [record.caseId, ...scopeOf(record), to.agencyId, to.placeId, to.by],
    );
  }
  for (const account of accounts) {
    if (relation.startsWith('assigned')) {
      await client.query(
        `insert into case_assignment (case_id, place_id, province_id, intake_unit, account_id, assigned_by, ended_at)
         values ($1, $2, $3, $4, $5, $6, ${ended})`,
        [record.caseId, ...scopeOf(record), account, to.by],
      );
    }
    if (relation.startsWith('broken'))
      await breakGlass(client, record, account, relation === 'broken' ? '10 minutes' : '61 minutes');
  }
}

/** An assignment and a referral that concern none of the holders: to be seen and ended by those who may. */
async function giveToStrangers(
  client: Client,
  record: WorldRecord,
  to: { readonly agencyId: string; readonly placeId: string; readonly by: string },
): Promise<void> {
  const at = [record.caseId, ...scopeOf(record)];
  await client.query(
    `insert into case_assignment (case_id, place_id, province_id, intake_unit, account_id, assigned_by)
     values ($1, $2, $3, $4, $5, $5)`,
    [...at, to.by],
  );
  await client.query(
    `insert into case_referral (case_id, place_id, province_id, intake_unit, to_agency_id, to_place_id, referred_by)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [...at, to.agencyId, to.placeId, to.by],
  );
}

/** Broken that long ago, for 60 minutes. */
export async function breakGlass(client: Client, record: WorldRecord, account: string, ago: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `insert into broken_glass (case_id, place_id, province_id, intake_unit, account_id, reason, words_sealed, broken_at, until)
     values ($1, $2, $3, $4, $5, 'danger_to_life', decode(repeat('07', 80), 'hex'), now() - $6::interval,
       now() - $6::interval + interval '60 minutes') returning id`,
    [record.caseId, ...scopeOf(record), account, ago],
  );
  const [made] = rows;
  if (made === undefined) throw new Error('nothing was written');
  await client.query(`insert into supervisor_notice (glass_id, place_id, province_id) values ($1, $2, $3)`, [
    made.id,
    record.placeId,
    record.provinceId,
  ]);
  return made.id;
}
