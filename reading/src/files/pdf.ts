import type { SourceDocument } from '../document/source-document.ts';
import { recognisePages } from '../ocr/recognise-pages.ts';
import { FileRefused } from './file-refused.ts';
import { fileLimits } from './file-limits.ts';
import { pagesToBlocks } from './page-blocks.ts';
import type { PageContent } from './page-content.ts';
import { PageShares } from './page-shares.ts';
import { readPagesBeside } from './pages-beside.ts';
import { openPdf } from './pdf-open.ts';
import { readPages } from './pdf-pages.ts';
import type { ReadPage } from './pdf-pages.ts';

export interface PdfOptions {
  readonly onPage?: (stage: 'opening' | 'recognising', done: number, of: number) => void;
  readonly signal?: AbortSignal;
}

/** From so many pages on, a second thread reads from the end: below, it takes longer to start than it saves. */
const longDocument = 120;

/**
 * A PDF as paragraphs and tables. Pages without a usable layer of text are recognised from their picture.
 * `format` is `scan` where that is most of the pages. Throws FileRefused: `files.encrypted`, `files.damaged`,
 * `files.too_many_pages`, `files.too_much_text`, `files.too_big`, `files.cancelled`.
 */
export async function readPdf(bytes: Uint8Array, options: PdfOptions = {}): Promise<SourceDocument> {
  const document = await openPdf(bytes);
  const all = document.numPages;
  const shares = new PageShares(all);
  const pages: PageContent[] = [];
  const scanned: number[] = [];
  let letters = 0;
  let done = 0;
  const tell = () => options.onPage?.('opening', (done += 1), all);
  const take = (read: ReadPage) => {
    if (options.signal?.aborted) throw new FileRefused('files.cancelled');
    if (read.scanned) scanned.push(read.content.number);
    pages.push(read.content);
    letters += read.letters;
    if (letters > fileLimits.characters)
      throw new FileRefused('files.too_much_text', { limit: fileLimits.characters, unit: 'ký tự' });
  };
  const beside = all < longDocument ? null : readPagesBeside(bytes, all, shares, tell);
  try {
    for await (const read of readPages(document, shares.fromFront())) {
      take(read);
      tell();
    }
    for (const read of (await beside?.pages)?.toReversed() ?? []) take(read);
    if (scanned.length > fileLimits.scannedPages) {
      throw new FileRefused('files.too_many_pages', { pages: scanned.length, limit: fileLimits.scannedPages });
    }
    for (const page of await recognisePages(document, scanned, options)) pages[page.number - 1] = page;
    const format = scanned.length * 2 > all ? 'scan' : 'pdf';
    return { format, pages: all, blocks: pagesToBlocks(pages) };
  } finally {
    await beside?.stop();
    await document.loadingTask.destroy();
  }
}
