import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { FileRefused } from './file-refused.ts';
import { fileLimits } from './file-limits.ts';

const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const folder = (name: string) => `${join(home, name)}/`;

/**
 * Opens a PDF with nothing fetched and no script run. The caller destroys what it gets (`loadingTask.destroy()`).
 * Throws FileRefused: `files.encrypted`, `files.damaged`, `files.too_many_pages`.
 */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const task = getDocument({
    // pdf.js takes the memory it is given away from us.
    data: Uint8Array.from(bytes),
    verbosity: 0,
    disableFontFace: true,
    // Brings the fonts’ own names along, by which bold and italic are known.
    fontExtraProperties: true,
    useSystemFonts: false,
    enableXfa: false,
    maxImageSize: 120_000_000,
    cMapUrl: folder('cmaps'),
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
  });
  try {
    const document = await task.promise;
    if (document.numPages > fileLimits.pages) {
      throw new FileRefused('files.too_many_pages', { pages: document.numPages, limit: fileLimits.pages });
    }
    return document;
  } catch (problem) {
    await task.destroy();
    if (problem instanceof FileRefused) throw problem;
    throw new FileRefused(
      problem instanceof Error && problem.name === 'PasswordException' ? 'files.encrypted' : 'files.damaged',
    );
  }
}
