import type { PageRule, PageWord } from '../files/page-content.ts';
import { findTables } from '../files/page-tables.ts';
import { inkThreshold } from './gray-picture.ts';
import type { GrayPicture } from './gray-picture.ts';

/** A piece of the page and where it stands in the unrolled picture, in points of the picture. */
interface Strip {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly toLeft: number;
  readonly toTop: number;
}

export interface Unrolled {
  readonly picture: GrayPicture;
  /** Brings a word of the unrolled picture back to its place on the page; lengths in points of the page. */
  readonly backToPage: (word: PageWord) => PageWord;
}

const padding = 14;

/**
 * Words that stand side by side in cells would be recognised as one line of bad spacing. Gives a picture in which
 * the cells of every table stand one below the other, in one column with the rest of the page.
 */
export function unrollTables(page: GrayPicture, rules: readonly PageRule[], unit: number): Unrolled {
  const size = { number: 1, width: page.width * unit, height: page.height * unit };
  const { tables } = findTables({ ...size, words: [], rules });
  if (tables.length === 0) return { picture: page, backToPage: (word) => word };
  const strips: Strip[] = [];
  let toTop = 0;
  const add = (left: number, top: number, right: number, bottom: number, toLeft: number, gap: number) => {
    const strip = { left, top, width: right - left, height: bottom - top, toLeft, toTop: toTop + gap };
    if (strip.width < 2 || strip.height < 2) return;
    strips.push(strip);
    toTop += strip.height + 2 * gap;
  };
  let from = 0;
  for (const table of tables) {
    const top = Math.max(from, Math.round(table.top / unit));
    add(0, from, page.width, top, 0, 0);
    for (const cell of table.cells) {
      const left = Math.max(0, Math.round(cell.left / unit) + 2);
      const right = Math.min(page.width, Math.round(cell.right / unit) - 2);
      const inked = inkedRows(page, left, right, Math.round(cell.top / unit) + 2, Math.round(cell.bottom / unit) - 2);
      if (inked) add(left, inked.top, right, inked.bottom, Math.round(page.width * 0.1), padding);
    }
    from = Math.max(from, Math.round(table.bottom / unit));
  }
  add(0, from, page.width, page.height, 0, 0);
  return { picture: paste(page, strips, toTop), backToPage: (word) => bringBack(word, strips, unit) };
}

/** The rows of a cell that hold ink, with a little white around; null for an empty cell. */
function inkedRows(
  page: GrayPicture,
  left: number,
  right: number,
  top: number,
  bottom: number,
): { top: number; bottom: number } | null {
  const threshold = inkThreshold(page);
  let first = -1;
  let last = -1;
  let points = 0;
  for (let y = Math.max(0, top); y < Math.min(page.height, bottom); y += 1) {
    let inRow = 0;
    for (let x = left; x < right; x += 1) if ((page.pixels[y * page.width + x] as number) < threshold) inRow += 1;
    if (inRow === 0) continue;
    points += inRow;
    if (first < 0) first = y;
    last = y;
  }
  if (points < 12 || last - first < 5) return null;
  return { top: Math.max(top, first - 4), bottom: Math.min(bottom, last + 5) };
}

function paste(page: GrayPicture, strips: readonly Strip[], height: number): GrayPicture {
  const width = Math.max(page.width, ...strips.map((strip) => strip.toLeft + strip.width));
  const pixels = new Uint8Array(width * height).fill(255);
  for (const strip of strips) {
    for (let y = 0; y < strip.height; y += 1) {
      const from = (strip.top + y) * page.width + strip.left;
      pixels.set(page.pixels.subarray(from, from + strip.width), (strip.toTop + y) * width + strip.toLeft);
    }
  }
  return { width, height, pixels };
}

function bringBack(word: PageWord, strips: readonly Strip[], unit: number): PageWord {
  const y = (word.baseline - word.size * 0.3) / unit;
  const strip = strips.find((each) => y >= each.toTop - padding && y < each.toTop + each.height + padding);
  if (!strip) return word;
  const across = (strip.left - strip.toLeft) * unit;
  const down = (strip.top - strip.toTop) * unit;
  return { ...word, left: word.left + across, right: word.right + across, baseline: word.baseline + down };
}
