import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Conclusion, Finding, Recommendation, Visit } from '@mangnon/domain/inspections/inspections.api.ts';
import type { RecommendationState } from '@mangnon/domain/inspections/recommendation.workflow.ts';
import type { DB } from '../platform/database/schema.generated.ts';

// Each asks once for everything of an inspection that the policies show this person.

/** An instant as the contract writes it. */
const instant = (column: string): RawBuilder<string> =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const person = (alias: string): RawBuilder<unknown> =>
  sql`json_build_object('id', ${sql.ref(`${alias}.id`)}, 'name', ${sql.ref(`${alias}.name`)})`;

export interface UnitRow {
  readonly id: string;
  readonly agencyId: string;
  readonly placeId: string;
  readonly forPlaceId: string;
  readonly forProvinceId: string;
  readonly forUnit: string;
}

export async function listUnits(database: Kysely<DB>, inspectionId: string): Promise<UnitRow[]> {
  const { rows } = await sql<UnitRow>`
    select id, for_agency_id as "agencyId", for_place_id as "placeId", for_place_id as "forPlaceId",
      for_province_id as "forProvinceId", for_unit as "forUnit"
    from inspection_unit where inspection_id = ${inspectionId}::uuid order by for_place_id, for_agency_id`.execute(
    database,
  );
  return rows;
}

type OfUnit<T> = T & { readonly unitId: string };
export type VisitRow = OfUnit<Omit<Visit, 'stand' | 'can'>>;

export async function listVisits(database: Kysely<DB>, inspectionId: string): Promise<VisitRow[]> {
  const { rows } = await sql<VisitRow>`
    select v.unit_id as "unitId", v.id, v.planned_on as "plannedOn", v.held_on as "heldOn",
      v.not_held_reason as "notHeldReason",
      coalesce((select json_agg(json_build_object('id', e.id, 'kind', e.kind, 'from', e.from_day, 'to', e.to_day,
          'reason', e.reason, 'at', ${instant('e.at')}, 'by', ${person('a')}) order by e.at, e.id)
        from inspection_visit_event e join account a on a.id = e.by where e.visit_id = v.id), '[]') as history
    from inspection_visit v where v.inspection_id = ${inspectionId}::uuid order by v.planned_on, v.id`.execute(
    database,
  );
  return rows;
}

export type FindingRow = OfUnit<Omit<Finding, 'can'>>;

export async function listFindings(database: Kysely<DB>, inspectionId: string): Promise<FindingRow[]> {
  const { rows } = await sql<FindingRow>`
    select f.unit_id as "unitId", f.id, f.kind, f.words,
      case when t.id is not null then json_build_object('id', t.id, 'words', t.words) end as task,
      ${instant('f.recorded_at')} as "recordedAt", ${person('a')} as "recordedBy",
      case when f.withdrawn_at is not null then json_build_object('reason', f.withdrawn_reason,
        'at', ${instant('f.withdrawn_at')}, 'by', ${person('b')}) end as withdrawn,
      coalesce((select json_agg(json_build_object('id', x.id, 'fileName', x.file_name, 'kind', x.kind, 'bytes', x.byte_count,
          'scan', x.scan, 'scanWords', x.scan_words, 'stripped', x.shown_id is not null,
          'receivedAt', ${instant('x.received_at')}, 'receivedBy', ${person('c')}) order by x.received_at, x.id)
        from finding_file x join account c on c.id = x.received_by
        where x.finding_id = f.id and x.withdrawn_at is null), '[]') as files
    from inspection_finding f join account a on a.id = f.recorded_by left join account b on b.id = f.withdrawn_by
    left join task t on t.id = f.task_id
    where f.inspection_id = ${inspectionId}::uuid order by f.recorded_at, f.id`.execute(database);
  return rows;
}

export type ConclusionRow = Omit<Conclusion, 'recommendations'>;

/** Newest first. */
export async function listConclusions(database: Kysely<DB>, inspectionId: string): Promise<ConclusionRow[]> {
  const brief = (alias: string) => sql`case when ${sql.ref(`${alias}.id`)} is not null then json_build_object(
    'id', ${sql.ref(`${alias}.id`)}, 'number', ${sql.ref(`${alias}.number`)},
    'issuedOn', ${sql.ref(`${alias}.issued_on`)}) end`;
  const { rows } = await sql<ConclusionRow>`
    select c.id, c.number, c.issued_on as "issuedOn", c.words, ${brief('o')} as corrects, ${brief('n')} as "correctedBy",
      ${instant('c.issued_at')} as "issuedAt", ${person('a')} as "issuedBy"
    from inspection_conclusion c join account a on a.id = c.issued_by
    left join inspection_conclusion o on o.id = c.corrects_id left join inspection_conclusion n on n.corrects_id = c.id
    where c.inspection_id = ${inspectionId}::uuid order by c.issued_at desc, c.id`.execute(database);
  return rows;
}

export type RecommendationRow = Omit<Recommendation, 'unit' | 'stand' | 'can'> & {
  readonly conclusionId: string;
  readonly state: RecommendationState;
};

export async function listRecommendations(database: Kysely<DB>, inspectionId: string): Promise<RecommendationRow[]> {
  const { rows } = await sql<RecommendationRow>`
    select r.conclusion_id as "conclusionId", r.unit_id as "unitId", r.id, r.words, r.due_on as "dueOn", r.state,
      r.settled_on as "settledOn",
      coalesce((select json_agg(json_build_object('id', p.id, 'happenedOn', p.happened_on, 'words', p.words,
          'recordedAt', ${instant('p.recorded_at')}, 'recordedBy', ${person('a')},
          'decision', case when d.id is not null then json_build_object('decision', d.decision, 'reason', d.reason,
            'at', ${instant('d.decided_at')}, 'by', ${person('b')}) end) order by p.recorded_at, p.id)
        from recommendation_report p join account a on a.id = p.recorded_by
        left join recommendation_decision d on d.report_id = p.id left join account b on b.id = d.decided_by
        where p.recommendation_id = r.id), '[]') as reports
    from recommendation r where r.inspection_id = ${inspectionId}::uuid order by r.position, r.id`.execute(database);
  return rows;
}

/** Tasks of the plan that the units of an inspection hold. */
export async function listTasksOfUnits(
  database: Kysely<DB>,
  inspectionId: string,
): Promise<{ readonly unitId: string; readonly id: string; readonly words: string }[]> {
  const { rows } = await sql<{ unitId: string; id: string; words: string }>`
    select u.id as "unitId", t.id, t.words from inspection i join inspection_unit u on u.inspection_id = i.id
    join task t on t.plan_id = i.plan_id and t.unit = u.for_unit
    where i.id = ${inspectionId}::uuid order by t.starts_on, t.words`.execute(database);
  return rows;
}
