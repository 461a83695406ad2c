import { Worker } from 'node:worker_threads';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import type { Sheet } from '@mangnon/domain/kernel/workbook/sheet.ts';

/** Far above what 60,000 rows take, on a machine that has other things to do. */
const patience = 60_000;
const memory = { maxOldGenerationSizeMb: 768 };

/**
 * The sheets of an .xlsx file, its formulas told apart from values, or the one table of a .csv file as a sheet without a
 * name. Refuses what is neither, or takes too long.
 */
export function openWorkbook(bytes: Uint8Array, timeout: number = patience): Promise<Result<Sheet[]>> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./workbook.worker.ts', import.meta.url), {
      workerData: bytes,
      resourceLimits: memory,
    });
    const end = (result: Result<Sheet[]>) => {
      clearTimeout(timer);
      resolve(result);
      void worker.terminate();
    };
    const timer = setTimeout(() => end(refuse('workbook.file_takes_too_long', { where: 'file' })), timeout);
    worker.once('message', (sheets: Sheet[] | null) =>
      end(sheets === null ? refuse('workbook.file_unreadable', { where: 'file' }) : accept(sheets)),
    );
    // Out of memory ends the thread, not the server.
    worker.once('error', () => end(refuse('workbook.file_takes_too_long', { where: 'file' })));
  });
}
