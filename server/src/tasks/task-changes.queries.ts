import { sql, type Transaction } from 'kysely';
import type { Product, UnitRef } from '@mangnon/domain/tasks/task-words.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import type { TaskScope } from './held-units.ts';
import { scopeOf } from './progress.queries.ts';

type Database = Transaction<DB>;

export interface LockedTask extends TaskScope {
  readonly taskId: string;
  readonly agencyId: string;
  readonly words: string;
  readonly product: Product | null;
  readonly cancelledByText: string | null;
}

export async function lockTask(database: Database, taskId: string): Promise<LockedTask | undefined> {
  const { rows } = await sql<LockedTask>`
    select id as "taskId", agency_id as "agencyId", place_id as "placeId", province_id as "provinceId", unit,
      requester_place_id as "requesterPlaceId", words, cancelled_by_text as "cancelledByText",
      case when product_kind <> 'none' then json_build_object('kind', product_kind, 'words', product,
        'figure', case when product_value is null then null
          else json_build_object('value', product_value::float8, 'unit', product_unit) end) end as product
    from task where id = ${taskId}::uuid for update`.execute(database);
  return rows[0];
}

export async function setTaskWords(
  database: Database,
  taskId: string,
  next: { readonly words: string; readonly product: Product | null; readonly folded: string },
): Promise<void> {
  await database
    .updateTable('task')
    .set({
      words: next.words,
      folded: next.folded,
      product_kind: next.product?.kind ?? 'none',
      product: next.product?.words ?? null,
      product_value: next.product?.figure?.value ?? null,
      product_unit: next.product?.figure?.unit ?? null,
    })
    .where('id', '=', taskId)
    .execute();
}

/** How many of these accounts there are and not disabled. */
export async function countPeople(database: Database, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const { rows } = await sql<{ found: number }>`
    select count(*) as found from account where id = any(${ids}::uuid[]) and disabled_at is null`.execute(database);
  return rows[0]?.found ?? 0;
}

/** Who takes part already stays as they are. */
export async function addParties(
  database: Database,
  task: LockedTask,
  added: { readonly units: readonly UnitRef[]; readonly people: readonly string[] },
  { by, now }: { readonly by: string; readonly now: Date },
): Promise<void> {
  const shared = { task_id: task.taskId, ...scopeOf(task), added_at: now, added_by: by };
  const rows = [
    ...added.units.map((ref) => ({ ...shared, with_agency_id: ref.agencyId, with_place_id: ref.placeId })),
    ...added.people.map((id) => ({ ...shared, account_id: id })),
  ];
  await database
    .insertInto('task_party')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function endParties(database: Database, taskId: string, ids: readonly string[], now: Date): Promise<void> {
  await sql`update task_party set ended_at = ${now}::timestamptz
    where task_id = ${taskId}::uuid and id = any(${ids}::uuid[]) and ended_at is null`.execute(database);
}
