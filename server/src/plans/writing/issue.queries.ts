import { sql, type Kysely } from 'kysely';
import type { OfficialDocument } from '@mangnon/domain/kernel/document/official-document.ts';
import type { ManuscriptItem } from '@mangnon/domain/plans/writing/manuscript-item.ts';
import type { DB } from '../../platform/database/schema.generated.ts';
import type { ManuscriptRow } from './manuscripts.queries.ts';

/** One issue of this body at a time, so that two do not take the same number. */
export async function lockNumbers(database: Kysely<DB>, row: ManuscriptRow): Promise<void> {
  await sql`select pg_advisory_xact_lock(4150018, hashtext(${`${row.place_id} ${row.issuer_folded}`}))`.execute(
    database,
  );
}

interface Issued {
  readonly planId: string;
  readonly manuscriptId: string;
  readonly document: OfficialDocument;
  readonly items: readonly ManuscriptItem[];
  readonly earlierPlanId: string | null;
  readonly relation: 'amends' | 'replaces' | null;
  readonly accountId: string;
  readonly now: Date;
}

export async function recordIssue(database: Kysely<DB>, issued: Issued): Promise<void> {
  await database
    .insertInto('plan_issue')
    .values({
      plan_id: issued.planId,
      manuscript_id: issued.manuscriptId,
      document: JSON.stringify(issued.document),
      items: JSON.stringify(issued.items),
      earlier_plan_id: issued.earlierPlanId,
      relation: issued.relation,
      issued_by: issued.accountId,
      issued_at: issued.now,
    })
    .execute();
}

interface Linked {
  readonly planId: string;
  readonly items: readonly ManuscriptItem[];
  /** The higher plan it was written from. */
  readonly higherPlanId: string | null;
  readonly placeId: string;
  readonly accountId: string;
  readonly now: Date;
}

/**
 * Whose plan it is and what it goes back to: the higher plan, the tasks it makes concrete, those of an earlier plan that go
 * on. One statement a table; a link to what is no task of a known plan is left out.
 */
export async function storeLinks(database: Kysely<DB>, linked: Linked): Promise<void> {
  const { planId, items, higherPlanId, placeId, accountId, now } = linked;
  const tasks = items.flatMap((item) =>
    item.kind === 'task' ? [{ item: item.id, higher: item.data.carriesOut, earlier: item.data.continues }] : [],
  );
  const links = sql`jsonb_to_recordset(${JSON.stringify(tasks)}::jsonb) as link (item uuid, higher uuid, earlier uuid)
    join plan_task task on task.plan_id = ${planId}::uuid and task.draft_fact_id = link.item`;
  await sql`
    insert into plan_place (plan_id, place_id, origin, set_by, set_at)
    values (${planId}::uuid, ${placeId}, 'heading', ${accountId}::uuid, ${now})
    on conflict (plan_id) do nothing`.execute(database);
  await sql`
    insert into plan_carries_out (plan_id, higher_plan_id, state, origin, linked_by, linked_at)
    select ${planId}::uuid, id, 'linked', 'drawn_up', ${accountId}::uuid, ${now} from plan
    where id = ${higherPlanId}::uuid on conflict (plan_id, higher_id) do nothing`.execute(database);
  await sql`
    insert into plan_task_link (plan_task_id, plan_id, higher_task_id, higher_plan_id, state, origin, linked_by, linked_at)
    select task.id, task.plan_id, higher.id, higher.plan_id, 'linked', 'drawn_up', ${accountId}::uuid, ${now}
    from ${links} join plan_task higher on higher.id = link.higher
    on conflict (plan_task_id, higher_id) do nothing`.execute(database);
  await sql`
    insert into plan_task_continues (task_id, earlier_task_id)
    select task.id, earlier.id from ${links} join plan_task earlier on earlier.id = link.earlier`.execute(database);
}

interface Numbered {
  readonly number: number;
  readonly issuedOn: string;
  readonly planId: string;
  readonly accountId: string;
  readonly now: Date;
}

/** State, number, day and plan together: a manuscript is never half issued. */
export async function markIssued(database: Kysely<DB>, row: ManuscriptRow, issued: Numbered): Promise<void> {
  await sql`
    with noted as (
      insert into manuscript_step (manuscript_id, place_id, step, account_id, at, seq)
      values (${row.id}::uuid, ${row.place_id}, 'issue', ${issued.accountId}::uuid, ${issued.now}, ${row.seq}::integer))
    update manuscript set state = 'issued', state_since = ${issued.now}, number = ${issued.number}::integer,
      issued_on = ${issued.issuedOn}::date, plan_id = ${issued.planId}::uuid
    where id = ${row.id}::uuid`.execute(database);
}
