import { Worker } from 'node:worker_threads';
import { refuse } from '@mangnon/domain/kernel/result.ts';
import type { Result } from '@mangnon/domain/kernel/result.ts';
import { recogniseKind } from './files/file-kind.ts';
import type { PlanReading, ReadPlan, ReadingProgress } from './read-plan.ts';

/** What the reading thread tells: how far it is, or what came out. */
export type ReadingMessage = { readonly progress: ReadingProgress } | { readonly result: Result<PlanReading> };

export interface ReadingLimits {
  /** Without a scanned page; a scan gets so much for each of its pages on top. */
  readonly seconds: number;
  readonly secondsAPage: number;
  readonly megabytes: number;
}

const usualLimits: ReadingLimits = { seconds: 60, secondsAPage: 30, megabytes: 1500 };

/**
 * Reads a plan as `readPlan` does, in a thread of its own with bounded time and memory, so that a file made to hurt
 * ends that thread and not the server. Further refusals: `files.too_slow`, `files.too_big`, `files.cancelled`.
 */
export const readPlanInWorker = (...[file, onProgress, signal]: Parameters<ReadPlan>): Promise<Result<PlanReading>> =>
  readWithin(usualLimits, file, onProgress, signal);

/** `readPlanInWorker` with other limits. */
export function readWithin(
  limits: ReadingLimits,
  ...[file, onProgress, signal]: Parameters<ReadPlan>
): Promise<Result<PlanReading>> {
  const kind = recogniseKind(file.bytes);
  if (!kind.ok) return Promise.resolve(kind);
  if (signal?.aborted) return Promise.resolve(refuse('files.cancelled'));
  const bytes = Uint8Array.from(file.bytes);
  const worker = new Worker(new URL('./reading-thread.ts', import.meta.url), {
    workerData: { name: file.name, bytes },
    transferList: [bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes, maxYoungGenerationSizeMb: 64 },
    stderr: false,
  });
  return new Promise((resolve, reject) => {
    let seconds = limits.seconds;
    let timer = setTimeout(tooSlow, seconds * 1000);
    const started = performance.now();
    const end = (settle: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      void worker.terminate();
      settle();
    };
    function tooSlow(): void {
      end(() => resolve(refuse('files.too_slow', { details: { seconds } })));
    }
    function cancel(): void {
      end(() => resolve(refuse('files.cancelled')));
    }
    const follow = (progress: ReadingProgress) => {
      const wanted = limits.seconds + (progress.stage === 'recognising' ? progress.of * limits.secondsAPage : 0);
      if (wanted > seconds) {
        seconds = wanted;
        clearTimeout(timer);
        timer = setTimeout(tooSlow, seconds * 1000 - (performance.now() - started));
      }
      onProgress?.(progress);
    };
    signal?.addEventListener('abort', cancel);
    worker.on('message', (message: ReadingMessage) => {
      if ('progress' in message) follow(message.progress);
      else end(() => resolve(message.result));
    });
    worker.once('error', (problem: Error & { readonly code?: string }) => {
      if (problem.code === 'ERR_WORKER_OUT_OF_MEMORY') end(() => resolve(refuse('files.too_big')));
      else end(() => reject(problem));
    });
    worker.once('exit', () => end(() => reject(new Error('The reading thread ended without an answer.'))));
  });
}
