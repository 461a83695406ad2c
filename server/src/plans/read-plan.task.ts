import { z } from 'zod';
import type { ReadingProgress } from '@mangnon/reading/read-plan.ts';
import type { Task, TaskContext } from '../platform/module.ts';
import { readFacts } from './read-facts.ts';
import { findFileToRead, storeProgress, storeReading, storeReadingRefusal } from './reading.queries.ts';
import { loadSourceFile } from './source-files.queries.ts';

const payloadSchema = z.strictObject({ draftId: z.uuid() });
/** Progress is written at most this often, in milliseconds. */
const progressPause = 300;

/**
 * Reads an uploaded file into facts. Run again after a crash it does nothing twice: a draft that has been read is left
 * alone, and the facts get the same ids each time.
 */
export const readPlanTask: Task = async (payload, context) => {
  const { draftId } = payloadSchema.parse(payload);
  const { database, log, stopping } = context;
  const draft = await findFileToRead(database, draftId);
  if (draft === undefined) return;
  const file = { name: draft.file_name, bytes: await loadSourceFile(database, draft.source_sha256) };
  const progress = followProgress(draftId, context);
  const read = await readFacts(draftId, file, (news) => progress.note(news), stopping).catch((error: unknown) => {
    log.error({ err: error, draftId }, 'reading failed');
    return { ok: false, refusal: { code: 'drafts.reading_failed' } } as const;
  });
  await progress.settled();
  // Stopped with the server: the next start takes it up.
  if (stopping.aborted) throw new Error('the server is stopping');
  if (!read.ok) return storeReadingRefusal(database, draftId, read.refusal, new Date());
  try {
    await database.transaction().execute((transaction) => storeReading(transaction, draftId, read.value, new Date()));
  } catch (error) {
    if (!isDataProblem(error)) throw error;
    log.error({ err: error, draftId }, 'what was read cannot be stored');
    await storeReadingRefusal(database, draftId, { code: 'drafts.reading_failed' }, new Date());
  }
};

/** A value the database cannot hold will be no better at the next try; a lost connection will. */
function isDataProblem(error: unknown): boolean {
  return /^2[23]/.test(String((error as { code?: unknown }).code));
}

/** Writes progress as it comes, one write at a time; what comes meanwhile waits as the newest word only. */
function followProgress(
  draftId: string,
  { database, log }: TaskContext,
): { note(progress: ReadingProgress): void; settled(): Promise<void> } {
  let newest: ReadingProgress | null = null;
  let writing: Promise<void> | null = null;
  const write = async (): Promise<void> => {
    while (newest !== null) {
      const progress = newest;
      newest = null;
      await storeProgress(database, draftId, progress);
      await new Promise((resolve) => setTimeout(resolve, progressPause));
    }
  };
  return {
    note(progress) {
      newest = progress;
      writing ??= write()
        .catch((error: unknown) => log.warn({ err: error, draftId }, 'progress was not written'))
        .finally(() => (writing = null));
    },
    settled: async () => {
      newest = null;
      await writing;
    },
  };
}
