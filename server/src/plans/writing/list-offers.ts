import type { Kysely } from 'kysely';
import { fallsTo } from '@mangnon/domain/plans/writing/issuing-body.ts';
import { listRow } from '@mangnon/domain/plans/writing/item-order.ts';
import type { ManuscriptItem } from '@mangnon/domain/plans/writing/manuscript-item.ts';
import type { OfferedTask } from '@mangnon/domain/plans/writing/manuscripts.api.ts';
import type { DB } from '../../platform/database/schema.generated.ts';
import { listTasks } from '../plans.queries.ts';
import type { ManuscriptRow } from './manuscripts.queries.ts';

/** The tasks of the higher plan in their order, each with whether it names this body. */
export async function listOffers(
  database: Kysely<DB>,
  row: ManuscriptRow,
  items: readonly ManuscriptItem[],
): Promise<OfferedTask[]> {
  if (row.source !== 'higher' || row.source_plan_id === null) return [];
  const tasks = new Map((await listTasks(database, row.source_plan_id)).map((task) => [task.id, task]));
  const { level, place_name: placeName, short_name: shortName, agency_id: agencyId, issuer } = row;
  const body = { level, placeName, shortName, agencyId, issuer };
  return listRow(items, 'offer').flatMap((item): OfferedTask[] => {
    const task = item.kind === 'offer' ? tasks.get(item.data.taskId) : undefined;
    if (task === undefined) return [];
    const { id: taskId, text, section, lead, coordinating, due } = task;
    return [{ itemId: item.id, taskId, text, section, lead, coordinating, due, ours: fallsTo(task, body) }];
  });
}
