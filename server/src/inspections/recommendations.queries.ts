import { sql, type Transaction } from 'kysely';
import type { RecommendationState } from '@mangnon/domain/inspections/recommendation.workflow.ts';
import type { UnitRef } from '@mangnon/domain/tasks/task-words.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import type { OwnWork } from '../tasks/my-work.queries.ts';
import type { Scope } from './inspection-scope.ts';

type Database = Transaction<DB>;

export interface LockedRecommendation extends Scope {
  readonly id: string;
  readonly state: RecommendationState;
  readonly words: string;
  readonly dueOn: string;
}

export async function lockRecommendation(database: Database, id: string): Promise<LockedRecommendation | undefined> {
  const { rows } = await sql<LockedRecommendation>`
    select id, unit_id as "unitId", inspection_id as "inspectionId", place_id as "placeId", province_id as "provinceId",
      unit, for_place_id as "forPlaceId", for_province_id as "forProvinceId", for_unit as "forUnit", state, words,
      due_on as "dueOn"
    from recommendation where id = ${id}::uuid for update`.execute(database);
  return rows[0];
}

export interface StoredReport {
  readonly id: string;
  readonly recommendationId: string;
  readonly happenedOn: string;
  readonly words: string;
  readonly recordedBy: string;
  readonly decision: 'settled' | 'sent_back' | null;
}

export async function findReport(database: Database, id: string): Promise<StoredReport | undefined> {
  const { rows } = await sql<StoredReport>`
    select p.id, p.recommendation_id as "recommendationId", p.happened_on as "happenedOn", p.words,
      p.recorded_by as "recordedBy", d.decision
    from recommendation_report p left join recommendation_decision d on d.report_id = p.id
    where p.id = ${id}::uuid`.execute(database);
  return rows[0];
}

export async function moveRecommendation(
  database: Database,
  id: string,
  state: RecommendationState,
  settledOn: string | null = null,
): Promise<void> {
  await sql`update recommendation set state = ${state}, settled_on = ${settledOn}::date
    where id = ${id}::uuid`.execute(database);
}

/** What of a corrected conclusion is not settled is replaced by the new one. How many. */
export async function replaceRecommendations(
  database: Database,
  conclusionId: string,
  from: readonly RecommendationState[],
): Promise<number> {
  const { numAffectedRows } = await sql`update recommendation set state = 'replaced'
    where conclusion_id = ${conclusionId}::uuid and state = any(${from}::text[])`.execute(database);
  return Number(numAffectedRows ?? 0);
}

export interface WaitingRow extends UnitRef {
  readonly id: string;
  readonly inspectionId: string;
  readonly words: string;
  readonly dueOn: string;
  readonly part: 'toCarryOut' | 'toDecide';
}

/** No list of the day is longer; the rest stands in the list of inspections. */
const most = 200;

/** What a person has to carry out or to decide, soonest due first; what they reported themselves is for another to decide. */
export async function listWaiting(
  database: Database,
  asked: { readonly own: OwnWork; readonly decidesIn: readonly string[]; readonly accountId: string },
): Promise<WaitingRow[]> {
  const { own, decidesIn, accountId } = asked;
  const { rows } = await sql<WaitingRow>`
    select r.id, r.inspection_id as "inspectionId", r.words, r.due_on as "dueOn", u.for_agency_id as "agencyId",
      u.for_place_id as "placeId", case r.state when 'open' then 'toCarryOut' else 'toDecide' end as part
    from recommendation r join inspection_unit u on u.id = r.unit_id
    where r.state = 'open' and (r.for_place_id = any(${own.places}::text[]) or r.for_unit = any(${own.units}::text[]))
      or r.state = 'reported' and r.place_id = any(${decidesIn}::text[])
        and (select p.recorded_by from recommendation_report p where p.recommendation_id = r.id
          order by p.recorded_at desc limit 1) <> ${accountId}::uuid
    order by r.due_on, r.id limit ${most}`.execute(database);
  return rows;
}
