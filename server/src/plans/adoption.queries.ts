import { sql, type Kysely } from 'kysely';
import type { DB } from '../platform/database/schema.generated.ts';
import type { Adoption } from './adoption.ts';

export async function findPlanOfDraft(database: Kysely<DB>, draftId: string): Promise<string | undefined> {
  const plan = await database.selectFrom('plan').select('id').where('draft_id', '=', draftId).executeTakeFirst();
  return plan?.id;
}

/**
 * Stores a plan with all that belongs to it: one statement a table, however many rows. `known` gives the registry's id
 * for folded names of agencies.
 */
export async function storeAdoption(
  database: Kysely<DB>,
  adoption: Adoption,
  known: ReadonlyMap<string, string>,
  by: { readonly accountId: string; readonly now: Date },
): Promise<void> {
  const { planId, heading } = adoption;
  await database
    .insertInto('plan')
    .values({
      id: planId,
      draft_id: adoption.draftId,
      kind: heading.kind,
      number: heading.number,
      number_folded: adoption.numberFolded,
      issuer: heading.issuer,
      place: heading.place,
      issued_on: heading.issuedOn,
      title: heading.title,
      signatory_name: heading.signatoryName,
      signatory_capacity: heading.signatoryCapacity,
      adopted_at: by.now,
      adopted_by: by.accountId,
      folded: adoption.folded,
    })
    .execute();
  await storeTasks(database, adoption, known);
  await storeOtherFacts(database, adoption);
}

async function storeTasks(
  database: Kysely<DB>,
  { planId, tasks, agencies }: Adoption,
  known: ReadonlyMap<string, string>,
): Promise<void> {
  await sql`
    insert into plan_task (id, plan_id, draft_fact_id, position, text, section, due_from, due_to, due_text, span_start,
      span_end)
    select id, ${planId}::uuid, draft_fact_id, position, data ->> 'text', data ->> 'section',
      (data -> 'due' ->> 'from')::date, (data -> 'due' ->> 'to')::date, data -> 'due' ->> 'text', span_start, span_end
    from ${rowsOf(tasks)}`.execute(database);
  const named = agencies.map((agency) => ({ ...agency, agency_id: known.get(agency.printed_folded) ?? null }));
  await sql`
    insert into plan_task_agency (task_id, role, position, printed, printed_folded, agency_id)
    select task_id, role, position, printed, printed_folded, agency_id
    from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as agency (task_id uuid, role text, position integer,
      printed text, printed_folded text, agency_id text)`.execute(database);
}

async function storeOtherFacts(
  database: Kysely<DB>,
  { planId, targets, reporting, legalBases, recipients }: Adoption,
): Promise<void> {
  await sql`
    insert into plan_target (id, plan_id, draft_fact_id, position, text, owner, comparator, value, value_to, unit, year,
      span_start, span_end)
    select id, ${planId}::uuid, draft_fact_id, position, data ->> 'text',
      array(select jsonb_array_elements_text(data -> 'owner')), data ->> 'comparator',
      (data ->> 'value')::double precision, (data ->> 'valueTo')::double precision, data ->> 'unit',
      (data ->> 'year')::integer, span_start, span_end
    from ${rowsOf(targets)}`.execute(database);
  await sql`
    insert into plan_reporting (id, plan_id, draft_fact_id, position, period, due_month, due_day, senders, receiver, via,
      span_start, span_end)
    select id, ${planId}::uuid, draft_fact_id, position, data ->> 'period', (data -> 'due' ->> 'month')::integer,
      (data -> 'due' ->> 'day')::integer, array(select jsonb_array_elements_text(data -> 'from')), data ->> 'to',
      data ->> 'via', span_start, span_end
    from ${rowsOf(reporting)}`.execute(database);
  await sql`
    insert into plan_legal_basis (id, plan_id, draft_fact_id, position, kind, number, issued_on, issuer, span_start,
      span_end)
    select id, ${planId}::uuid, draft_fact_id, position, data ->> 'kind', data ->> 'number', data ->> 'issuedOn',
      data ->> 'issuer', span_start, span_end
    from ${rowsOf(legalBases)}`.execute(database);
  await sql`
    insert into plan_recipient (plan_id, position, text)
    select ${planId}::uuid, ordinality, text
    from jsonb_array_elements_text(${JSON.stringify(recipients)}::jsonb) with ordinality as recipient (text)`.execute(
    database,
  );
}

function rowsOf(rows: Adoption['tasks'] | Adoption['targets'] | Adoption['reporting'] | Adoption['legalBases']) {
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as fact (id uuid, draft_fact_id uuid, position integer,
    span_start integer, span_end integer, data jsonb)`;
}
