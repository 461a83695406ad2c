import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageWord } from './page-content.ts';

export interface PdfPageText {
  readonly words: readonly PageWord[];
  readonly fonts: ReadonlySet<string>;
  readonly letters: number;
}

export type FontLook = (fontName: string) => { readonly bold: boolean; readonly italic: boolean };

/** The level text of a PDF page as words with their places. Text that is turned (a stamp's margin, a watermark) is left out. */
export async function readPageText(page: PDFPageProxy, fontLook: FontLook): Promise<PdfPageText> {
  const { items } = await page.getTextContent();
  const view = page.getViewport({ scale: 1 }).transform as readonly number[];
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = view;
  const words: PageWord[] = [];
  const fonts = new Set<string>();
  let letters = 0;
  let spaced = false;
  for (const item of items) {
    if (!('str' in item)) continue;
    if (item.str.trim() === '') {
      spaced = true;
      continue;
    }
    const [ta, tb, , , x, y] = item.transform as [number, number, number, number, number, number];
    const along = { x: a * ta + c * tb, y: b * ta + d * tb };
    const scale = Math.hypot(ta, tb) || 1;
    if (Math.abs(along.y) > 0.2 * Math.abs(along.x) || along.x <= 0) continue;
    const left = a * x + c * y + e;
    const baseline = b * x + d * y + f;
    const size = item.height > 0 ? item.height : scale;
    fonts.add(item.fontName);
    letters += item.str.length;
    words.push({ text: item.str, left, right: left + item.width, baseline, size, spaced, ...fontLook(item.fontName) });
    spaced = item.hasEOL || item.str.endsWith(' ');
  }
  return { words, fonts, letters };
}
