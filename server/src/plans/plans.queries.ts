import { sql, type Kysely } from 'kysely';
import { fold } from '@mangnon/domain/kernel/fold.ts';
import type { FactData } from '@mangnon/domain/plans/draft-fact.ts';
import type { CitablePlan } from '@mangnon/domain/plans/cited-plan.ts';
import type { Due, PlanExtraction, Span } from '@mangnon/domain/plans/extraction.ts';
import type { LayoutBlock } from '@mangnon/domain/plans/layout.ts';
import type { Plan } from '@mangnon/domain/plans/plans.api.ts';
import type { DB } from '../platform/database/schema.generated.ts';

export interface PlanRow {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly issuer: string | null;
  readonly issued_on: string | null;
  readonly adopted_at: Date;
  readonly adopted_by: string;
  readonly tasks: number;
  readonly agencies: number;
  readonly targets: number;
  readonly reporting: number;
}

/** Newest first; every word of `q` must be found in number, title or issuer, accents aside. */
export async function listPlanRows(database: Kysely<DB>, q: string): Promise<PlanRow[]> {
  const words = fold(q)
    .split(' ')
    .filter(Boolean)
    .map((word) => `%${word}%`);
  const { rows } = await sql<PlanRow>`
    select plan.id, plan.number, plan.title, plan.issuer, plan.issued_on, plan.adopted_at, account.name as adopted_by,
      (select count(*) from plan_task where plan_id = plan.id) as tasks,
      (select count(distinct coalesce(agency_id, printed_folded)) from plan_task_agency
        join plan_task on plan_task.id = task_id where plan_id = plan.id) as agencies,
      (select count(*) from plan_target where plan_id = plan.id) as targets,
      (select count(*) from plan_reporting where plan_id = plan.id) as reporting
    from plan join account on account.id = plan.adopted_by
    where plan.folded like all(${words}::text[])
    order by plan.adopted_at desc, plan.id limit 500`.execute(database);
  return rows;
}

type Heading = FactData<'heading'>;

export interface PlanDocument extends Heading {
  readonly id: string;
  readonly adoptedAt: Date;
  readonly adoptedBy: string;
  readonly fileName: string;
  readonly text: string;
  readonly sections: PlanExtraction['sections'];
  readonly layout: LayoutBlock[];
  readonly recipients: string[];
}

export async function findPlan(database: Kysely<DB>, planId: string): Promise<PlanDocument | undefined> {
  const { rows } = await sql<PlanDocument>`
    select plan.id, plan.kind, number, issuer, place, issued_on as "issuedOn", plan.title,
      signatory_name as "signatoryName", signatory_capacity as "signatoryCapacity", adopted_at as "adoptedAt",
      account.name as "adoptedBy", file_name as "fileName", draft.text, layout, extraction -> 'sections' as sections,
      array(select plan_recipient.text from plan_recipient where plan_id = plan.id order by position) as recipients
    from plan join draft on draft.id = draft_id join account on account.id = adopted_by
    where plan.id = ${planId}::uuid`.execute(database);
  return rows[0];
}

const span = sql<Span | null>`case when span_start is not null
  then json_build_object('start', span_start, 'end', span_end) end`;

export async function listTasks(database: Kysely<DB>, planId: string): Promise<Plan['tasks']> {
  const agencies = (role: 'lead' | 'coordinating') => sql<Plan['tasks'][number]['lead']>`
    coalesce((select json_agg(json_build_object('printed', printed, 'agencyId', agency_id, 'name', agency.name)
      order by plan_task_agency.position) from plan_task_agency left join agency on agency.id = agency_id
      where task_id = plan_task.id and role = ${sql.lit(role)}), '[]')`;
  const { rows } = await sql<Plan['tasks'][number] & { due: Due | null }>`
    select id, text, section, ${span} as span, ${agencies('lead')} as lead, ${agencies('coordinating')} as coordinating,
      case when due_text is not null
        then json_build_object('from', due_from, 'to', due_to, 'text', due_text) end as due
    from plan_task where plan_id = ${planId}::uuid order by position`.execute(database);
  return rows;
}

export async function listTargets(database: Kysely<DB>, planId: string): Promise<Plan['targets']> {
  const { rows } = await sql<Plan['targets'][number]>`
    select id, text, owner, comparator, value, value_to as "valueTo", unit, year, ${span} as span
    from plan_target where plan_id = ${planId}::uuid order by position`.execute(database);
  return rows;
}

export async function listReporting(database: Kysely<DB>, planId: string): Promise<Plan['reporting']> {
  const { rows } = await sql<Plan['reporting'][number]>`
    select id, period, senders as "from", receiver as "to", via, ${span} as span,
      case when due_month is not null then json_build_object('month', due_month, 'day', due_day) end as due
    from plan_reporting where plan_id = ${planId}::uuid order by position`.execute(database);
  return rows;
}

type LegalBasis = Omit<Plan['legalBases'][number], 'planId'>;

export async function listLegalBases(database: Kysely<DB>, planId: string): Promise<LegalBasis[]> {
  const { rows } = await sql<LegalBasis>`
    select id, kind, number, issued_on as "issuedOn", issuer, ${span} as span
    from plan_legal_basis where plan_id = ${planId}::uuid order by position`.execute(database);
  return rows;
}

/** Other plans that bear one of these numbers (folded); which of them is meant, domain/src/plans/cited-plan.ts says. */
export async function listPlansNumbered(
  database: Kysely<DB>,
  numbersFolded: readonly string[],
  exceptId: string,
): Promise<CitablePlan[]> {
  const { rows } = await sql<CitablePlan>`
    select id, number, issued_on as "issuedOn", issuer from plan
    where number_folded = any(${numbersFolded}::text[]) and id <> ${exceptId}::uuid`.execute(database);
  return rows;
}
