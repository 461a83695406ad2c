import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageWord } from './page-content.ts';

type TextItems = Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'];

export interface PdfPageText {
  readonly words: readonly PageWord[];
  readonly fonts: ReadonlySet<string>;
  readonly letters: number;
  /** By how many degrees the page is turned with the clock for its text to stand level. */
  readonly rotation: number;
}

export type FontLook = (fontName: string) => { readonly bold: boolean; readonly italic: boolean };

/**
 * The text of a PDF page as words with their places on the page turned so that most of it is level, whatever the file
 * says of how the page lies. Text that is turned otherwise (a stamp's margin, a watermark) is left out.
 */
export async function readPageText(page: PDFPageProxy, fontLook: FontLook): Promise<PdfPageText> {
  const { items } = await page.getTextContent();
  const rotation = levelRotation(items, page.rotate);
  const view = page.getViewport({ scale: 1, rotation }).transform as readonly number[];
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
  return { words, fonts, letters, rotation };
}

/** The quarter turn that levels most of the letters; the page's own where there are none. */
function levelRotation(items: TextItems, own: number): number {
  const letters = [0, 0, 0, 0];
  for (const item of items) {
    if (!('str' in item)) continue;
    const [across = 0, up = 0] = item.transform as readonly number[];
    if (Math.min(Math.abs(across), Math.abs(up)) > 0.2 * Math.max(Math.abs(across), Math.abs(up))) continue;
    const quarter = Math.abs(across) >= Math.abs(up) ? (across < 0 ? 2 : 0) : up > 0 ? 1 : 3;
    letters[quarter] = (letters[quarter] ?? 0) + item.str.trim().length;
  }
  const most = Math.max(...letters);
  return (letters[own / 90] ?? 0) >= most ? own : 90 * letters.indexOf(most);
}
