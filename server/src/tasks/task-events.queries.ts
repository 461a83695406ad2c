import type { Transaction } from 'kysely';
import type { DB } from '../platform/database/schema.generated.ts';
import type { TaskScope } from './held-units.ts';
import { scopeOf } from './progress.queries.ts';

interface NewEvent {
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Adds to the history of a task. */
export async function insertEvent(
  database: Transaction<DB>,
  task: TaskScope & { readonly taskId: string },
  { kind, data }: NewEvent,
  { by, now }: { readonly by: string; readonly now: Date },
): Promise<void> {
  await database
    .insertInto('task_event')
    .values({ task_id: task.taskId, ...scopeOf(task), kind, data: JSON.stringify(data), at: now, by })
    .execute();
}
