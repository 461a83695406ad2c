import { setImmediate } from 'node:timers/promises';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { FileRefused } from './file-refused.ts';
import type { PageContent, PageWord } from './page-content.ts';
import { groupLines, widestGap } from './page-lines.ts';
import { readPageDrawing } from './pdf-drawing.ts';
import { readPageText } from './pdf-text.ts';
import type { FontLook } from './pdf-text.ts';
import { spelling } from './vietnamese-syllables.ts';

export interface ReadPage {
  readonly content: PageContent;
  readonly letters: number;
  /** The page is a picture, or bears a layer of text that cannot be used. */
  readonly scanned: boolean;
}

/** The pages of these numbers, one after another. Throws FileRefused `files.damaged`. */
export async function* readPages(document: PDFDocumentProxy, numbers: Iterable<number>): AsyncGenerator<ReadPage> {
  const looks = new FontLooks();
  for (const number of numbers) {
    yield await readPage(document, number, looks);
    // On small pages pdf.js never waits for anything: messages, timers and whoever wants to stop get their turn here.
    await setImmediate();
  }
}

async function readPage(document: PDFDocumentProxy, number: number, looks: FontLooks): Promise<ReadPage> {
  try {
    const page = await document.getPage(number);
    const text = await readPageText(page, looks.of);
    // Drawing costs as much again as the text: asked for where tables may be, where a font is new, where text is wanting.
    const wanting = text.letters < 40 || isSuspect(text.words);
    const drawing =
      wanting || looks.lack(text.fonts) || hasColumns(text.words) ? await readPageDrawing(page, text.rotation) : null;
    const words = drawing && looks.learn(page, text.fonts) ? (await readPageText(page, looks.of)).words : text.words;
    const scanned = wanting && drawing !== null && drawing.picture > (text.letters < 40 ? 0.25 : 0.7);
    const { width, height } = page.getViewport({ scale: 1, rotation: text.rotation });
    page.cleanup();
    return { scanned, letters: text.letters, content: { number, width, height, words, rules: drawing?.rules ?? [] } };
  } catch (problem) {
    if (problem instanceof FileRefused) throw problem;
    throw new FileRefused('files.damaged');
  }
}

/** A layer of text that some scanner wrote without knowing Vietnamese: hardly an accent, or accents gone wrong. */
function isSuspect(words: readonly PageWord[]): boolean {
  // A page is judged by its first words.
  const text = words
    .slice(0, 80)
    .map((word) => word.text)
    .join(' ')
    .slice(0, 1200);
  const { accented, share } = spelling(text);
  const all = text.match(/\p{L}{2,}/gu)?.length ?? 0;
  return all > 20 && (accented < all * 0.15 || share < 0.6);
}

/** Whether words stand in columns on at least two lines, as they do in a table. */
function hasColumns(words: readonly PageWord[]): boolean {
  let lines = 0;
  for (const line of groupLines(words)) if (widestGap(line).width > 0.7 * line.size) lines += 1;
  return lines >= 2;
}

/** Bold and italic by the font's own name, which pdf.js tells only after a page that uses the font was drawn. */
class FontLooks {
  private readonly known = new Map<string, { readonly bold: boolean; readonly italic: boolean }>();

  readonly of: FontLook = (name) => this.known.get(name) ?? { bold: false, italic: false };

  lack(fonts: ReadonlySet<string>): boolean {
    return [...fonts].some((font) => !this.known.has(font));
  }

  /** True where something new was learnt that changes how words look. */
  learn(page: PDFPageProxy, fonts: ReadonlySet<string>): boolean {
    let changed = false;
    for (const font of fonts) {
      if (this.known.has(font)) continue;
      const name = page.commonObjs.has(font) ? printedName(page.commonObjs.get(font)) : '';
      const look = { bold: /bold|black|heavy/i.test(name), italic: /italic|oblique/i.test(name) };
      this.known.set(font, look);
      changed ||= look.bold || look.italic;
    }
    return changed;
  }
}

function printedName(font: unknown): string {
  return typeof font === 'object' && font !== null && 'name' in font && typeof font.name === 'string' ? font.name : '';
}
