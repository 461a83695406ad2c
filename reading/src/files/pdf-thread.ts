import { parentPort, workerData } from 'node:worker_threads';
import type { Refusal } from '@mangnon/domain/kernel/result.ts';
import { FileRefused } from './file-refused.ts';
import { openPdf } from './pdf-open.ts';
import { readPages } from './pdf-pages.ts';
import type { ReadPage } from './pdf-pages.ts';

/** The thread that reads the later pages of a long PDF beside the thread that reads the earlier ones. */
export type PdfThreadMessage = { readonly page: ReadPage } | { readonly refusal: Refusal } | 'done';

export interface PdfThreadTask {
  readonly bytes: Uint8Array;
  readonly first: number;
  readonly last: number;
}

const tell = (message: PdfThreadMessage) => parentPort?.postMessage(message);
const { bytes, first, last } = workerData as PdfThreadTask;

try {
  const document = await openPdf(bytes);
  for await (const page of readPages(document, first, last)) tell({ page });
  await document.loadingTask.destroy();
  tell('done');
} catch (problem) {
  if (!(problem instanceof FileRefused)) throw problem;
  tell({ refusal: problem.refusal });
}
