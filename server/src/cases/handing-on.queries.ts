import { sql, type RawBuilder, type Transaction } from 'kysely';
import { grantsOf } from '@mangnon/domain/access/posts.access.ts';
import { posts, type Post, type RowRule } from '@mangnon/domain/access/posts.ts';
import type { CaseFile } from '@mangnon/domain/cases/cases.api.ts';
import { placeName } from '../children/standing.queries.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import type { CaseRow } from './cases.queries.ts';

type At = Pick<CaseRow, 'id' | 'placeId' | 'provinceId' | 'intakeUnit'>;

/** Posts that see a case by this rule. */
function postsBy(rule: RowRule): Post[] {
  return posts.filter((post) => (grantsOf[post]['cases.case.read'] ?? []).some(({ rows }) => rows.includes(rule)));
}

const holdsToday = sql`post_holding.ended_at is null
  and valid_from <= (now() at time zone 'Asia/Ho_Chi_Minh')::date
  and (valid_to is null or valid_to >= (now() at time zone 'Asia/Ho_Chi_Minh')::date)
  and exists (select from account where account.id = post_holding.account_id and disabled_at is null)`;

/** Holdings that work on assigned cases, in the commune or province of the case. */
function worksOn({ placeId, provinceId }: At): RawBuilder<unknown> {
  return sql`post = any(${postsBy('assigned')}) and place_id in (${placeId}, ${provinceId}) and ${holdsToday}`;
}

export async function listAssignablePeople(
  database: Transaction<DB>,
  at: At,
): Promise<{ id: string; name: string; title: string }[]> {
  const { rows } = await sql<{ id: string; name: string; title: string }>`
    select id, name, title from account
    where id = any(array(select account_id from post_holding where ${worksOn(at)}))
    order by name collate "vi-x-icu", id limit 200`.execute(database);
  return rows;
}

/** Whether a post of theirs works on cases assigned here; `unknown`: no such account. */
export async function findAssignee(
  database: Transaction<DB>,
  at: At,
  accountId: string,
): Promise<'unknown' | { readonly name: string; readonly works: boolean }> {
  const { rows } = await sql<{ name: string; works: boolean }>`
    select name, exists (select from post_holding where account_id = account.id and ${worksOn(at)}) as works
    from account where id = ${accountId}`.execute(database);
  return rows[0] ?? 'unknown';
}

/** Who has it already keeps it: sent twice, it is assigned once. */
export async function insertAssignment(
  database: Transaction<DB>,
  at: At,
  { to, by }: { readonly to: string; readonly by: string },
  now: Date,
): Promise<void> {
  await sql`
    insert into case_assignment (case_id, place_id, province_id, intake_unit, account_id, assigned_by, assigned_at)
    values (${at.id}, ${at.placeId}, ${at.provinceId}, ${at.intakeUnit}, ${to}, ${by}, ${now})
    on conflict do nothing`.execute(database);
}

export async function insertReferral(
  database: Transaction<DB>,
  at: At,
  { agencyId, placeId, by }: { readonly agencyId: string; readonly placeId: string; readonly by: string },
  now: Date,
): Promise<void> {
  await sql`
    insert into case_referral (case_id, place_id, province_id, intake_unit, to_agency_id, to_place_id, referred_by,
      referred_at)
    values (${at.id}, ${at.placeId}, ${at.provinceId}, ${at.intakeUnit}, ${agencyId}, ${placeId}, ${by}, ${now})
    on conflict do nothing`.execute(database);
}

/** Whether it stood, ended or not; one that has ended stays as it ended. */
export async function endHandedOn(
  database: Transaction<DB>,
  table: 'case_assignment' | 'case_referral',
  { caseId, id }: { readonly caseId: string; readonly id: string },
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    update ${sql.table(table)} set ended_at = coalesce(ended_at, ${now})
    where id = ${id} and case_id = ${caseId} returning id`.execute(database);
  return rows.length === 1;
}

/** Units somebody works in today with a post that receives referrals, in the province of the case or for the country. */
function receives({ provinceId }: At): RawBuilder<unknown> {
  return sql`post = any(${postsBy('referred')}) and agency_id is not null and ${holdsToday}
    and place_id = any(array(select id from place where parent_id = ${provinceId} or id = ${provinceId}))`;
}

export async function listReceivingUnits(
  database: Transaction<DB>,
  at: At,
): Promise<{ unit: string; agency: string; place: string }[]> {
  const { rows } = await sql<{ unit: string; agency: string; place: string }>`
    select agency.id || '|' || place.id as unit, agency.name as agency, ${placeName('place')} as place
    from (select distinct agency_id, place_id from post_holding where ${receives(at)}) held
    join agency on agency.id = held.agency_id join place on place.id = held.place_id
    order by agency.name collate "vi-x-icu", place.name collate "vi-x-icu" limit 500`.execute(database);
  return rows;
}

/** `unknown`: there is no such agency or place; `nobody`: nobody there holds a post that receives referrals. */
export async function findReceiver(
  database: Transaction<DB>,
  agencyId: string,
  placeId: string,
): Promise<'unknown' | 'nobody' | 'receives'> {
  const { rows } = await sql<{ known: boolean; held: boolean }>`
    select exists (select from agency where id = ${agencyId}) and exists (select from place where id = ${placeId}) as known,
      exists (select from post_holding where post = any(${postsBy('referred')}) and agency_id = ${agencyId}
        and place_id = ${placeId} and ${holdsToday}) as held`.execute(database);
  const [found] = rows;
  if (found?.known !== true) return 'unknown';
  return found.held ? 'receives' : 'nobody';
}

/** What of a case was given to whom, oldest first, in one statement. */
export async function listHandedOn(
  database: Transaction<DB>,
  caseId: string,
): Promise<Pick<CaseFile, 'assignments' | 'referrals'>> {
  const iso = (at: RawBuilder<unknown>) => sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  const { rows } = await sql<Pick<CaseFile, 'assignments' | 'referrals'>>`
    select (select coalesce(json_agg(json_build_object('id', a.id,
        'person', json_build_object('id', p.id, 'name', p.name, 'title', p.title),
        'at', ${iso(sql`a.assigned_at`)}, 'by', b.name) order by a.assigned_at, a.id), '[]')
      from case_assignment a join account p on p.id = a.account_id join account b on b.id = a.assigned_by
      where a.case_id = ${caseId} and a.ended_at is null) as assignments,
    (select coalesce(json_agg(json_build_object('id', r.id, 'agency', agency.name,
        'place', json_build_object('id', place.id, 'name', ${placeName('place')}),
        'at', ${iso(sql`r.referred_at`)}, 'by', b.name) order by r.referred_at, r.id), '[]')
      from case_referral r join agency on agency.id = r.to_agency_id join place on place.id = r.to_place_id
        join account b on b.id = r.referred_by
      where r.case_id = ${caseId} and r.ended_at is null) as referrals`.execute(database);
  return rows[0] ?? { assignments: [], referrals: [] };
}
