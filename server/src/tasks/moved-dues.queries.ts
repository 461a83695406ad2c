import { sql, type Kysely } from 'kysely';
import { mostMoves } from '@mangnon/domain/tasks/units.api.ts';
import type { UnitRef } from '@mangnon/domain/tasks/task-words.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { within, type FiguresScope } from './heads.queries.ts';

export interface MoveRow extends UnitRef {
  readonly id: string;
  readonly taskId: string;
  readonly words: string;
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string | null;
  readonly by: string;
  readonly at: Date;
}

/** The latest moves of due days in a scope: by a request that was granted, or by who gave the task, one or many at once. */
export async function listMoves(database: Kysely<DB>, scope: FiguresScope): Promise<MoveRow[]> {
  const { rows } = await sql<MoveRow>`
    select p.id, p.task_id as "taskId", t.words, d.period, t.agency_id as "agencyId", t.place_id as "placeId",
      p.data ->> 'from' as "from", p.data ->> 'to' as "to", p.data ->> 'reason' as reason, a.name as by, p.at
    from task_event p join task t on t.id = p.task_id join account a on a.id = p.by
    join task_period d on d.id = (p.data ->> 'periodId')::uuid
    where p.kind = 'due_moved' and p.data ->> 'from' is not null and (${within(scope)})
    order by p.at desc, p.id limit ${mostMoves}`.execute(database);
  return rows;
}

/** The units of ministries and central agencies that have tasks anywhere: in whose place they were asked for. */
export async function listCentralUnits(database: Kysely<DB>): Promise<UnitRef[]> {
  const { rows } = await sql<UnitRef>`
    select distinct t.agency_id as "agencyId", t.place_id as "placeId" from agency a join task t on t.agency_id = a.id
    where a.level = 'central'`.execute(database);
  return rows;
}
