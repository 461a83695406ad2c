import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageContent } from '../files/page-content.ts';
export async function recognisePages(
  _document: PDFDocumentProxy,
  _numbers: readonly number[],
  _options: object,
): Promise<PageContent[]> {
  return [];
}
