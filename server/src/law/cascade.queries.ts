import { sql, type Kysely } from 'kysely';
import type { LinkOrigin, LinkState } from '@mangnon/domain/law/cascade.api.ts';
import type { DocumentBrief } from '@mangnon/domain/law/texts.api.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { briefJson } from './documents.queries.ts';

export interface PlanStanding {
  readonly id: string;
  readonly plan: DocumentBrief;
  readonly place: {
    id: string;
    name: string;
    level: 'province' | 'district' | 'commune';
    origin: 'heading' | 'post' | 'by_hand';
  } | null;
  readonly textId: string | null;
  /**
   * Whether who asks keeps the plan: by a post that reaches its place, or what that place became (a district: its
   * province); or because they adopted it and its place is only what the heading was read to say.
   */
  readonly reached: boolean;
}

/** A plan with its place, and whether who asks keeps it; with `lock` its row is held so that decisions follow one another. */
export async function findPlanStanding(
  database: Kysely<DB>,
  planId: string,
  { lock }: { readonly lock: boolean },
): Promise<PlanStanding | undefined> {
  if (lock) await sql`select pg_advisory_xact_lock(4150014, hashtext(${planId}))`.execute(database);
  const { rows } = await sql<PlanStanding>`
    select plan.id, ${briefJson('d')} as plan, t.id as "textId",
      case when n.id is not null then json_build_object('id', n.id, 'name', n.name, 'level', n.level, 'origin', p.origin)
        end as place,
      coalesce(app_reaches('law.link.edit', p.place_id) or p.origin = 'heading' and plan.adopted_by = app_account()
        or exists (
          with recursive later as (
            select unnest(array[n.id, case when n.level = 'district' then here.parent_id end]) as id
            union select s.to_id from later join place_succession s on s.from_id = later.id)
          select from later where app_reaches('law.link.edit', later.id)), false) as reached
    from plan left join legal_text t on t.plan_id = plan.id join law_document d on d.id = coalesce(t.id, plan.id)
    left join plan_place p on p.plan_id = plan.id left join place_named n on n.id = p.place_id
    left join place here on here.id = p.place_id
    where plan.id = ${planId}::uuid`.execute(database);
  return rows[0];
}

/** Whether the posts of the person of this transaction keep the plans of that place. */
export async function keepsPlansOf(database: Kysely<DB>, placeId: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select app_reaches('law.link.edit', ${placeId}) as may`.execute(database);
  return rows[0]?.may === true;
}

export interface CarriedRow {
  readonly higher: DocumentBrief;
  readonly state: LinkState;
  readonly origin: LinkOrigin;
  readonly by: string;
  readonly at: Date;
}

export async function listCarried(database: Kysely<DB>, planId: string): Promise<CarriedRow[]> {
  const { rows } = await sql<CarriedRow>`
    select ${briefJson('d')} as higher, c.state, c.origin, account.name as by, c.linked_at as at
    from plan_carries_out c left join legal_text t on t.plan_id = c.higher_plan_id
    join law_document d on d.id = coalesce(c.text_id, t.id, c.higher_plan_id) join account on account.id = c.linked_by
    where c.plan_id = ${planId}::uuid order by d.issued_on, d.number`.execute(database);
  return rows;
}

export async function listBelow(database: Kysely<DB>, documentId: string): Promise<DocumentBrief[]> {
  const { rows } = await sql<{ brief: DocumentBrief }>`
    select ${briefJson('d')} as brief from law_carries_out c join law_document d on d.id = c.lower_id
    where c.higher_id = ${documentId}::uuid order by d.place_name, d.issued_on limit 500`.execute(database);
  return rows.map(({ brief }) => brief);
}

export interface CitedRow {
  readonly kind: string;
  readonly number: string;
  readonly issuedOn: string | null;
  readonly issuer: string | null;
}

export async function listCitations(database: Kysely<DB>, planId: string): Promise<CitedRow[]> {
  const { rows } = await sql<CitedRow>`
    select kind, number, issued_on as "issuedOn", issuer from plan_legal_basis
    where plan_id = ${planId}::uuid order by position`.execute(database);
  return rows;
}

/** Documents that bear one of these numbers (folded), this plan aside. */
export async function listDocumentsNumbered(
  database: Kysely<DB>,
  numbersFolded: readonly string[],
  exceptPlanId: string,
): Promise<DocumentBrief[]> {
  const { rows } = await sql<{ brief: DocumentBrief }>`
    select ${briefJson('d')} as brief from law_document d
    where d.id in (select id from legal_text where number_folded = any(${numbersFolded}::text[])
        union select id from plan where number_folded = any(${numbersFolded}::text[]))
      and d.plan_id is distinct from ${exceptPlanId}::uuid`.execute(database);
  return rows.map(({ brief }) => brief);
}

export interface LinkCounts {
  readonly tasks: number;
  readonly linkedTasks: number;
  readonly targets: number;
  readonly linkedTargets: number;
}

export async function countLinks(database: Kysely<DB>, planId: string): Promise<LinkCounts> {
  const { rows } = await sql<LinkCounts>`
    select (select count(*) from plan_task where plan_id = ${planId}::uuid)::int as tasks,
      (select count(distinct plan_task_id) from plan_task_link where plan_id = ${planId}::uuid and state = 'linked')::int
        as "linkedTasks",
      (select count(*) from plan_target where plan_id = ${planId}::uuid)::int as targets,
      (select count(distinct plan_target_id) from plan_target_link where plan_id = ${planId}::uuid
        and state = 'linked')::int as "linkedTargets"`.execute(database);
  const [found] = rows;
  if (found === undefined) throw new Error('a select without a table gives one row');
  return found;
}

/** Whether the higher document, by whatever way, carries out this one: then it cannot stand above it. */
export async function standsBelow(database: Kysely<DB>, higherId: string, documentId: string): Promise<boolean> {
  const { rows } = await sql`
    with recursive above (id) as (
      select ${higherId}::uuid union select c.higher_id from above join law_carries_out c on c.lower_id = above.id)
    select from above where id = ${documentId}::uuid`.execute(database);
  return rows.length > 0;
}

export async function putCarriesOut(
  database: Kysely<DB>,
  {
    planId,
    higher,
    state,
    origin,
  }: {
    readonly planId: string;
    readonly higher: DocumentBrief;
    readonly state: LinkState;
    readonly origin: LinkOrigin;
  },
  by: { readonly accountId: string; readonly now: Date },
): Promise<void> {
  const textId = higher.is === 'text' ? higher.id : null;
  const higherPlanId = higher.is === 'plan' ? higher.id : null;
  await sql`
    insert into plan_carries_out (plan_id, text_id, higher_plan_id, state, origin, linked_by, linked_at)
    values (${planId}::uuid, ${textId}::uuid, ${higherPlanId}::uuid, ${state}, ${origin}, ${by.accountId}::uuid, ${by.now})
    on conflict (plan_id, higher_id) do update set state = excluded.state, origin = excluded.origin,
      linked_by = excluded.linked_by, linked_at = excluded.linked_at`.execute(database);
}
