import { sql, type Kysely, type Transaction } from 'kysely';
import { fold } from '@mangnon/domain/kernel/fold.ts';
import type { IssuingBody } from '@mangnon/domain/plans/writing/issuing-body.ts';
import type { ManuscriptSource } from '@mangnon/domain/plans/writing/manuscripts.api.ts';
import type { ManuscriptState, ManuscriptStep } from '@mangnon/domain/plans/writing/manuscript.workflow.ts';
import type { DB } from '../../platform/database/schema.generated.ts';

export interface ManuscriptRow {
  readonly id: string;
  readonly place_id: string;
  readonly level: 'province' | 'commune';
  readonly place_name: string;
  readonly short_name: string;
  readonly agency_id: string | null;
  readonly issuer: string;
  readonly issuer_folded: string;
  readonly state: ManuscriptState;
  readonly state_since: Date;
  readonly source: ManuscriptSource;
  readonly source_plan_id: string | null;
  readonly created_by: string;
  readonly created_at: Date;
  readonly saved_at: Date;
  readonly seq: number;
  readonly plan_id: string | null;
  readonly number: number | null;
  readonly issued_on: string | null;
  readonly created_by_name: string;
  readonly title: string | null;
  readonly tasks: number;
  readonly open_comments: number;
}

const columns = sql`
  manuscript.id, manuscript.place_id, level, place_name, short_name, manuscript.agency_id, issuer, issuer_folded, state,
  state_since, source, source_plan_id, manuscript.created_by, manuscript.created_at, saved_at, seq, plan_id, number,
  issued_on::text as issued_on,
  account.name as created_by_name, counted.title, counted.tasks,
  (select count(*) from manuscript_comment c where c.manuscript_id = manuscript.id and answers is null
    and settled_at is null) as open_comments`;

const tables = sql`
  manuscript join account on account.id = manuscript.created_by
  cross join lateral (
    select max(data ->> 'title') filter (where kind = 'cover') as title, count(*) filter (where kind = 'task') as tasks
    from manuscript_item where manuscript_id = manuscript.id and not gone) counted`;

/** Newest first, those at work before those done; five hundred are more than any list can show. */
export async function listManuscriptRows(database: Kysely<DB>): Promise<ManuscriptRow[]> {
  const { rows } = await sql<ManuscriptRow>`
    select ${columns} from ${tables}
    order by state in ('issued', 'withdrawn'), manuscript.created_at desc, manuscript.id limit 500`.execute(database);
  return rows;
}

export async function findManuscript(database: Kysely<DB>, id: string): Promise<ManuscriptRow | undefined> {
  const { rows } = await sql<ManuscriptRow>`
    select ${columns} from ${tables} where manuscript.id = ${id}::uuid`.execute(database);
  return rows[0];
}

/** Holds the manuscript until the transaction ends: all that changes it passes here one by one. */
export async function lockManuscript(database: Transaction<DB>, id: string): Promise<ManuscriptRow | undefined> {
  const held = await sql`select from manuscript where id = ${id}::uuid for update`.execute(database);
  return held.rows.length === 0 ? undefined : findManuscript(database, id);
}

export interface NewManuscript {
  readonly id: string;
  readonly placeId: string;
  readonly body: IssuingBody;
  readonly source: ManuscriptSource;
  readonly planId: string | null;
  readonly accountId: string;
  readonly now: Date;
}

/** False when the same manuscript was begun at this very moment by another request. */
export async function createManuscript(database: Kysely<DB>, made: NewManuscript): Promise<boolean> {
  const { body, now } = made;
  const created = await database
    .insertInto('manuscript')
    .values({
      id: made.id,
      place_id: made.placeId,
      level: body.level,
      place_name: body.placeName,
      short_name: body.shortName,
      agency_id: body.agencyId,
      issuer: body.issuer,
      issuer_folded: fold(body.issuer),
      state: 'drafting',
      state_since: now,
      source: made.source,
      source_plan_id: made.planId,
      created_by: made.accountId,
      created_at: now,
      saved_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return created !== undefined;
}

interface Step {
  readonly step: ManuscriptStep;
  readonly to: ManuscriptState;
  readonly accountId: string;
  readonly now: Date;
  readonly reason?: string;
}

/** The step and the state it leads to, in one statement. Gives the step's number. */
export async function takeStep(database: Kysely<DB>, row: ManuscriptRow, taken: Step): Promise<number> {
  const { rows } = await sql<{ taken: number }>`
    with noted as (
      insert into manuscript_step (manuscript_id, place_id, step, account_id, at, seq, reason)
      values (${row.id}::uuid, ${row.place_id}, ${taken.step}, ${taken.accountId}::uuid, ${taken.now}, ${row.seq}::integer,
        ${taken.reason ?? null}::text) returning taken)
    update manuscript set state = ${taken.to}, state_since = ${taken.now} from noted
    where id = ${row.id}::uuid returning noted.taken`.execute(database);
  const [noted] = rows;
  if (noted === undefined) throw new Error(`the step ${taken.step} of ${row.id} was not taken`);
  return noted.taken;
}

/** Whether the person began it or changed anything in it. */
export async function hasWritten(database: Kysely<DB>, row: ManuscriptRow, accountId: string): Promise<boolean> {
  const { rows } = await sql<{ wrote: boolean }>`
    select ${row.created_by === accountId} or exists (select from manuscript_edit
      where manuscript_id = ${row.id}::uuid and account_id = ${accountId}::uuid) as wrote`.execute(database);
  return rows[0]?.wrote === true;
}

export interface StepRow {
  readonly step: string;
  readonly by: string;
  readonly at: Date;
  readonly reason: string | null;
}

export async function listSteps(database: Kysely<DB>, id: string): Promise<StepRow[]> {
  const { rows } = await sql<StepRow>`
    select step, account.name as by, at, reason from manuscript_step join account on account.id = account_id
    where manuscript_id = ${id}::uuid order by taken`.execute(database);
  return rows;
}
