import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { FactKind } from '@mangnon/domain/plans/draft-fact.ts';
import { listFactsOfExtraction } from '@mangnon/domain/plans/facts-of-extraction.ts';
import type { ReadingProgress } from '@mangnon/reading/read-plan.ts';
import { readPlanInWorker } from '@mangnon/reading/read-plan-in-worker.ts';
import type { Task, TaskContext } from '../platform/module.ts';
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
  const { database, log } = context;
  const draft = await findFileToRead(database, draftId);
  if (draft === undefined) return;
  const file = { name: draft.file_name, bytes: await loadSourceFile(database, draft.source_sha256) };
  const progress = followProgress(draftId, context);
  const reading = await readPlanInWorker(file, progress.note, context.stopping).catch((error: unknown) => {
    log.error({ err: error, draftId }, 'reading failed');
    return { ok: false, refusal: { code: 'drafts.reading_failed' } } as const;
  });
  await progress.settled();
  // Stopped with the server: the next start takes it up.
  if (context.stopping.aborted) throw new Error('the server is stopping');
  if (!reading.ok) return storeReadingRefusal(database, draftId, reading.refusal, new Date());
  const facts = listFactsOfExtraction(reading.value.extraction, (kind, index) => makeFactId(draftId, kind, index));
  try {
    await storeReading(database, draftId, reading.value, facts, new Date());
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

/** The same id for the same fact of the same draft, in the form of a version 8 UUID. */
export function makeFactId(draftId: string, kind: FactKind, index: number): string {
  const bytes = createHash('sha256').update(`${draftId}/${kind}/${index}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
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
