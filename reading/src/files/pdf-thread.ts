import { parentPort, workerData } from 'node:worker_threads';
import type { Refusal } from '@mangnon/domain/kernel/result.ts';
import { FileRefused } from './file-refused.ts';
import { PageShares } from './page-shares.ts';
import { openPdf } from './pdf-open.ts';
import { readPages } from './pdf-pages.ts';
import type { ReadPage } from './pdf-pages.ts';

/** The thread that reads a long PDF from its last page on, beside the thread that reads it from the first. */
export type PdfThreadMessage = { readonly page: ReadPage } | { readonly refusal: Refusal } | 'done';

export interface PdfThreadTask {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly taken: SharedArrayBuffer;
}

const tell = (message: PdfThreadMessage) => parentPort?.postMessage(message);
const { bytes, pages, taken } = workerData as PdfThreadTask;

try {
  const document = await openPdf(bytes);
  for await (const page of readPages(document, new PageShares(pages, taken).fromBack())) tell({ page });
  await document.loadingTask.destroy();
  tell('done');
} catch (problem) {
  if (!(problem instanceof FileRefused)) throw problem;
  tell({ refusal: problem.refusal });
}
