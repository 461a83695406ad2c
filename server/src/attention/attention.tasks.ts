import type { Kysely } from 'kysely';
import type { DB } from '../platform/database/schema.generated.ts';
import { enqueueJob } from '../platform/jobs/enqueue-job.ts';
import type { Task } from '../platform/module.ts';
import { makeReminders } from './make-reminders.ts';
import { writeDigestsName } from './notify.ts';
import type { ReminderSource } from './reminder-source.ts';
import { writeDigests } from './write-digests.ts';

export const wakeName = 'attention.wake';

/** Minutes between two looks at what falls due. */
const pause = 5;

export interface AttentionSettings {
  readonly sources: readonly ReminderSource[];
  /** Whether there is a mail server. Without one no mail is written. */
  readonly sends: boolean;
  /** Where officers reach the program, for the links in mails. */
  readonly address: string | null;
  readonly now: () => Date;
}

/**
 * Every few minutes: makes the reminders that are due and asks for the mails. It puts its own next run into the queue
 * before it begins, so that a kill in the middle stops nothing.
 */
export function attentionTasks({ sources, sends, address, now }: AttentionSettings): Readonly<Record<string, Task>> {
  return {
    [wakeName]: async (_payload, { database, log, stopping }) => {
      await ask(database, wakeName, new Date(Date.now() + pause * 60_000));
      for (let state = 'more'; state === 'more' && !stopping.aborted;) {
        // oxlint-disable-next-line no-await-in-loop -- a part in each transaction
        state = await makeReminders(database, sources, now());
        if (state === 'busy') log.debug('another copy makes the reminders');
      }
      await ask(database, writeDigestsName, null);
    },
    [writeDigestsName]: async (_payload, { database, stopping }) => {
      if (!sends) return;
      for (let more = true; more && !stopping.aborted;) {
        // oxlint-disable-next-line no-await-in-loop -- a part in each transaction
        more = await writeDigests(database, address, now());
      }
    },
  };
}

async function ask(database: Kysely<DB>, task: string, at: Date | null): Promise<void> {
  await database.transaction().execute((transaction) => enqueueJob(transaction, task, {}, task, at));
}
