import { sql, type RawBuilder, type Transaction } from 'kysely';
import { grantsOf } from '@mangnon/domain/access/posts.access.ts';
import { posts, type Post, type RowRule } from '@mangnon/domain/access/posts.ts';
import type { BrokenGlass } from '@mangnon/domain/cases/broken-glass.api.ts';
import { placeName } from '../children/standing.queries.ts';
import type { DB } from '../platform/database/schema.generated.ts';

export type GlassRefusal = 'not_allowed' | 'review_overdue' | 'not_found';

export interface BrokenNow {
  readonly id: string;
  readonly until: Date;
  readonly reviewDue: Date;
  readonly supervisors: number;
}

/** Posts that review broken glass where their rows are reached so. */
function reviewersBy(rule: RowRule): Post[] {
  return posts.filter((post) => (grantsOf[post]['cases.glass.review'] ?? []).some(({ rows }) => rows.includes(rule)));
}

/** By the database's own function: the case is one this person does not see yet (database/policies). */
export async function breakGlassOf(
  database: Transaction<DB>,
  asked: { readonly caseId: string; readonly reason: string; readonly id: string; readonly sealed: Buffer },
): Promise<{ readonly refusal: GlassRefusal } | { readonly refusal: null; readonly id: string }> {
  const { rows } = await sql<{ glass_id: string; refusal: GlassRefusal | null }>`
    select glass_id, refusal, set_config('role', role, true) as role
    from app_break_glass(${asked.caseId}, ${asked.reason}, ${asked.id}, ${asked.sealed})`.execute(database);
  const [made] = rows;
  if (made === undefined) throw new Error('breaking the glass gave no answer');
  return made.refusal === null ? { refusal: null, id: made.glass_id } : { refusal: made.refusal };
}

/** One’s own glass just broken, and how many people are told of it. */
export async function findBroken(database: Transaction<DB>, id: string): Promise<BrokenNow> {
  const { rows } = await sql<BrokenNow>`
    select id, until, review_due as "reviewDue", (
      select count(distinct h.account_id) from post_holding h join account a on a.id = h.account_id
      where h.ended_at is null and a.disabled_at is null and h.account_id <> broken_glass.account_id
        and h.valid_from <= (now() at time zone 'Asia/Ho_Chi_Minh')::date
        and (h.valid_to is null or h.valid_to >= (now() at time zone 'Asia/Ho_Chi_Minh')::date)
        and (h.post = any(${reviewersBy('own_place')}) and h.place_id = broken_glass.place_id
          or h.post = any(${reviewersBy('below_place')}) and (h.nationwide or h.place_id = broken_glass.province_id))
    ) as supervisors
    from broken_glass where id = ${id}`.execute(database);
  const [found] = rows;
  if (found === undefined) throw new Error('the glass just broken is not there');
  return found;
}

export interface GlassRow {
  readonly id: string;
  readonly caseId: string;
  readonly placeId: string;
  readonly provinceId: string;
  readonly placeName: string;
  readonly person: BrokenGlass['person'];
  readonly reason: BrokenGlass['reason'];
  readonly wordsSealed: Buffer | null;
  readonly brokenAt: Date;
  readonly until: Date;
  readonly reviewDue: Date;
  readonly reviewedAt: Date | null;
  readonly reviewedBy: string | null;
  readonly reviewedById: string | null;
  readonly justified: boolean | null;
  readonly reviewWordsSealed: Buffer | null;
}

const columns = sql`
  glass.id, glass.case_id as "caseId", glass.place_id as "placeId", glass.province_id as "provinceId",
  ${placeName('place')} as "placeName", glass.reason, glass.words_sealed as "wordsSealed", glass.broken_at as "brokenAt", glass.until,
  json_build_object('id', account.id, 'name', account.name, 'title', account.title) as person,
  glass.review_due as "reviewDue", glass.reviewed_at as "reviewedAt", glass.reviewed_by as "reviewedById",
  (select name from account where account.id = glass.reviewed_by) as "reviewedBy", glass.justified,
  glass.review_words_sealed as "reviewWordsSealed"`;

const tables = (rows: RawBuilder<unknown>) => sql`
  ${rows} glass join place on place.id = glass.place_id join account on account.id = glass.account_id`;

/** Of others, as far as this person reviews it: what waits first, the longest first; then the newest hundred. */
export async function listGlass(database: Transaction<DB>, accountId: string): Promise<GlassRow[]> {
  const { rows } = await sql<GlassRow>`
    select ${columns} from ${tables(sql`broken_glass`)} where glass.account_id <> ${accountId}
    order by glass.reviewed_at is not null, case when glass.reviewed_at is null then glass.review_due end,
      glass.broken_at desc, glass.id limit 100`.execute(database);
  return rows;
}

/** Locked until the end of the transaction; only what this person may review, and never their own. */
export async function lockGlass(database: Transaction<DB>, id: string): Promise<GlassRow | undefined> {
  const locked = sql`(select * from broken_glass where id = ${id} for update)`;
  const { rows } = await sql<GlassRow>`select ${columns} from ${tables(locked)}`.execute(database);
  return rows[0];
}

export async function countGlass(
  database: Transaction<DB>,
  accountId: string,
): Promise<{ waiting: number; unseen: number }> {
  const { rows } = await sql<{ waiting: number; unseen: number }>`
    select count(*) as waiting, count(*) filter (where exists (
      select from supervisor_notice where glass_id = glass.id and seen_at is null)) as unseen
    from broken_glass glass where reviewed_at is null and account_id <> ${accountId}`.execute(database);
  return rows[0] ?? { waiting: 0, unseen: 0 };
}

export async function noteSeen(database: Transaction<DB>, glassId: string, now: Date): Promise<Date | null> {
  const { rows } = await sql<{ seenAt: Date }>`
    update supervisor_notice set seen_at = coalesce(seen_at, ${now}) where glass_id = ${glassId}
    returning seen_at as "seenAt"`.execute(database);
  return rows[0]?.seenAt ?? null;
}

export async function writeReview(
  database: Transaction<DB>,
  id: string,
  review: { readonly justified: boolean; readonly sealed: Buffer; readonly by: string },
  now: Date,
): Promise<void> {
  await database
    .updateTable('broken_glass')
    .set({ reviewed_at: now, reviewed_by: review.by, justified: review.justified, review_words_sealed: review.sealed })
    .where('id', '=', id)
    .execute();
}
