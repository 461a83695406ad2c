import { Worker } from 'node:worker_threads';
import { FileRefused } from './file-refused.ts';
import type { PageShares } from './page-shares.ts';
import type { ReadPage } from './pdf-pages.ts';
import type { PdfThreadMessage, PdfThreadTask } from './pdf-thread.ts';

/** Pages that another thread reads meanwhile; `stop` ends that thread, early or not. */
export interface PagesBeside {
  readonly pages: Promise<readonly ReadPage[]>;
  readonly stop: () => Promise<unknown>;
}

const megabytes = 500;

/**
 * Reads pages from the last one on in a thread of its own, as long as the shares have any; gives them in that order.
 * The promise throws FileRefused as reading here does, and `files.too_big` where the thread runs out of memory.
 */
export function readPagesBeside(bytes: Uint8Array, pages: number, shares: PageShares, onPage: () => void): PagesBeside {
  const task: PdfThreadTask = { bytes, pages, taken: shares.taken };
  const worker = new Worker(new URL('./pdf-thread.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 16 },
    stderr: false,
  });
  const read = new Promise<readonly ReadPage[]>((resolve, reject) => {
    const found: ReadPage[] = [];
    worker.on('message', (message: PdfThreadMessage) => {
      if (message === 'done') resolve(found);
      else if ('refusal' in message) reject(new FileRefused(message.refusal.code, message.refusal.details));
      else {
        found.push(message.page);
        onPage();
      }
    });
    worker.once('error', (problem: Error & { readonly code?: string }) =>
      reject(problem.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new FileRefused('files.too_big') : problem),
    );
    worker.once('exit', () => reject(new Error('The thread that reads the last pages ended without an answer.')));
  });
  // Whoever stops early does not ask for the pages any more.
  read.catch(() => undefined);
  return { pages: read, stop: () => worker.terminate() };
}
