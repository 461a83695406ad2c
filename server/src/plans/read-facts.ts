import { createHash } from 'node:crypto';
import type { Result } from '@mangnon/domain/kernel/result.ts';
import type { DraftFact, FactKind } from '@mangnon/domain/plans/draft-fact.ts';
import { listFactsOfExtraction } from '@mangnon/domain/plans/facts-of-extraction.ts';
import type { PlanReading, ReadingProgress } from '@mangnon/reading/read-plan.ts';
import { readPlanInWorker } from '@mangnon/reading/read-plan-in-worker.ts';

export interface ReadFacts {
  readonly reading: PlanReading;
  readonly facts: readonly DraftFact[];
}

/** Reads a file into the facts of a draft, away from the thread that answers requests. */
export async function readFacts(
  draftId: string,
  file: { readonly name: string; readonly bytes: Uint8Array },
  onProgress?: (progress: ReadingProgress) => void,
  signal?: AbortSignal,
): Promise<Result<ReadFacts>> {
  const read = await readPlanInWorker(file, onProgress, signal);
  if (!read.ok) return read;
  const reading = read.value;
  const facts = listFactsOfExtraction(reading.extraction, (kind, index) => makeFactId(draftId, kind, index));
  return { ok: true, value: { reading, facts } };
}

/** The same id for the same fact of the same draft, in the form of a version 8 UUID. */
export function makeFactId(draftId: string, kind: FactKind, index: number): string {
  const bytes = createHash('sha256').update(`${draftId}/${kind}/${index}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
