import type { Transaction } from 'kysely';
import type { NoticeKind } from '@mangnon/domain/attention/notice-kinds.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { notify } from './notify.ts';
import { findTaskTitle, pathOfTask, referenceOfTask } from './tasks-source.queries.ts';

export interface ToldOfTask {
  readonly kind: NoticeKind;
  readonly accountId: string;
  readonly taskId: string;
  readonly dueOn: string | null;
  /** What it is told of, such as the id of the report: once to each person. */
  readonly about: string;
}

/** Tells one person what was done about a task, in the transaction of the act. */
export async function tellOfTask(database: Transaction<DB>, told: ToldOfTask, at: Date): Promise<void> {
  const { kind, accountId, taskId, dueOn, about } = told;
  const title = await findTaskTitle(database, taskId);
  const shown = { path: pathOfTask(taskId), reference: referenceOfTask(taskId), title };
  await notify(database, [{ kind, accountId, dueOn, onceKey: `${kind} ${about}`, ...shown }], at);
}
