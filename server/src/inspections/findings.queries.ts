import { sql, type Kysely, type Transaction } from 'kysely';
import type { FindingKind } from '@mangnon/domain/inspections/inspection-words.ts';
import type { Scope } from './inspection-scope.ts';
import type { DB } from '../platform/database/schema.generated.ts';

type Database = Transaction<DB>;

export async function findFinding(
  database: Database,
  id: string,
): Promise<{ readonly inspectionId: string; readonly words: string } | undefined> {
  const { rows } = await sql<{ inspectionId: string; words: string }>`
    select inspection_id as "inspectionId", words from inspection_finding where id = ${id}::uuid`.execute(database);
  return rows[0];
}

/** Whether the task is one of this plan that this unit holds. */
export async function isTaskOf(database: Database, taskId: string, planId: string, unit: string): Promise<boolean> {
  const { rows } = await sql`select from task
    where id = ${taskId}::uuid and plan_id = ${planId}::uuid and unit = ${unit}`.execute(database);
  return rows.length > 0;
}

export interface LockedFinding extends Omit<Scope, 'unitId'> {
  readonly id: string;
  readonly withdrawn: boolean;
  readonly concluded: boolean;
  readonly calledOff: boolean;
}

/** A finding, locked after its inspection: it is not withdrawn while a conclusion is being issued on it. */
export async function lockFinding(database: Database, id: string): Promise<LockedFinding | undefined> {
  const { rows } = await sql<LockedFinding>`
    select f.id, f.inspection_id as "inspectionId", f.place_id as "placeId", f.province_id as "provinceId", f.unit,
      f.for_place_id as "forPlaceId", f.for_province_id as "forProvinceId", f.for_unit as "forUnit",
      f.withdrawn_at is not null as withdrawn,
      exists (select from inspection_conclusion c where c.inspection_id = f.inspection_id) as concluded,
      i.called_off_on is not null as "calledOff"
    from inspection i join inspection_finding f on f.inspection_id = i.id
    where f.id = ${id}::uuid for update of i, f`.execute(database);
  return rows[0];
}

export async function withdraw(
  database: Database,
  id: string,
  { reason, by, now }: { readonly reason: string; readonly by: string; readonly now: Date },
): Promise<void> {
  await sql`update inspection_finding set withdrawn_at = ${now}::timestamptz, withdrawn_by = ${by}::uuid,
    withdrawn_reason = ${reason} where id = ${id}::uuid`.execute(database);
}

export interface TaskFinding {
  readonly id: string;
  readonly inspectionId: string;
  readonly basis: string;
  readonly kind: FindingKind;
  readonly words: string;
  readonly recordedAt: Date;
}

export async function listFindingsOfTask(database: Kysely<DB>, taskId: string): Promise<TaskFinding[]> {
  const { rows } = await sql<TaskFinding>`
    select f.id, f.inspection_id as "inspectionId", i.basis, f.kind, f.words, f.recorded_at as "recordedAt"
    from inspection_finding f join inspection i on i.id = f.inspection_id
    where f.task_id = ${taskId}::uuid and f.withdrawn_at is null order by f.recorded_at desc, f.id limit 200`.execute(
    database,
  );
  return rows;
}
