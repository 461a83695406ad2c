import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { FileRefused } from '../files/file-refused.ts';
import type { PageContent } from '../files/page-content.ts';
import { addLostStrokes } from './count-strokes.ts';
import { findSkew, hasText } from './find-skew.ts';
import { takeOutRules } from './find-rules.ts';
import { toPgm, turn, turnQuarters } from './gray-picture.ts';
import type { GrayPicture } from './gray-picture.ts';
import { mendNumbering } from './mend-numbering.ts';
import { wordsOf } from './page-words.ts';
import { readHocr } from './read-hocr.ts';
import { readPagePicture } from './read-page-picture.ts';
import { mergeLooks, pictureOfDoubts } from './second-look.ts';
import { unrollTables } from './unroll-tables.ts';
import { WordPool } from './word-pool.ts';

/** Recognition costs by the width of a line: letters a little narrower are read as well, and faster. */
const narrow = 0.78;
/** The print in tables is small. */
const narrowInTables = 0.85;
/** Below this mean confidence, or with fewer words, a page is not read but guessed at: it may lie on its side. */
const unread = 55;
const fewWords = 12;
const atOnce = 2;
const pageLimit = 120_000;

export interface RecogniseOptions {
  readonly onPage?: (stage: 'recognising', done: number, of: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Reads pages that are pictures: levels them, takes coloured ink and ruled lines out, recognises the words with
 * their confidence, those in doubt a second time. Sheets may lie on their side or head. A page that takes longer than
 * two minutes comes back without words. Two pages at once.
 * Throws FileRefused `files.cancelled` when told to stop.
 */
export async function recognisePages(
  document: PDFDocumentProxy,
  numbers: readonly number[],
  options: RecogniseOptions = {},
): Promise<PageContent[]> {
  if (numbers.length === 0) return [];
  const pool = new WordPool();
  const pages: PageContent[] = [];
  const waiting = [...numbers];
  const stop = () => void pool.close();
  options.signal?.addEventListener('abort', stop);
  // Sheets mostly lie as the one before them lay.
  let quarters = 0;
  const work = async () => {
    for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) {
      if (options.signal?.aborted) throw new FileRefused('files.cancelled');
      const read = await recognisePage(document, number, quarters, pool);
      quarters = read.quarters;
      pages.push(read.page);
      options.onPage?.('recognising', pages.length, numbers.length);
    }
  };
  try {
    options.onPage?.('recognising', 0, numbers.length);
    await Promise.all(Array.from({ length: Math.min(atOnce, numbers.length) }, work));
    if (options.signal?.aborted) throw new FileRefused('files.cancelled');
    return mendNumbering(pages.sort((a, b) => a.number - b.number));
  } finally {
    options.signal?.removeEventListener('abort', stop);
    await pool.close();
  }
}

/** Reads a page turned by so many quarters, and otherwise where hardly a word is to be read so. */
async function recognisePage(document: PDFDocumentProxy, number: number, first: number, pool: WordPool) {
  const { picture, width, height, unit } = await readPagePicture(document, number);
  const turned = async (quarters: number) => {
    const { words, rules, sure } = await recognisePicture(turnQuarters(picture, quarters), unit, pool);
    const [across, down] = quarters % 2 === 0 ? [width, height] : [height, width];
    const page: PageContent = { number, width: across, height: down, words, rules };
    return { page, quarters, sure };
  };
  let best = await turned(first);
  if (best.sure >= unread || !hasText(picture)) return best;
  // Lines are found on a page that stands on its head, hardly on one that lies on its side.
  const others = best.sure > 0 ? [2, 1, 3] : [1, 3, 2];
  for (const other of others) {
    const now = await turned((first + other) % 4);
    if (now.sure >= unread && now.sure > best.sure + 10) best = now;
    if (best.sure >= 70) break;
  }
  return best;
}

/** `sure` is the mean confidence from 0 to 100, 0 where hardly a word is to be read; a page given up is not tried again. */
async function recognisePicture(page: GrayPicture, unit: number, pool: WordPool) {
  const skew = findSkew(page);
  const level = Math.abs(skew) < 0.04 ? page : turn(page, -skew);
  const rules = takeOutRules(level, unit);
  const { picture, backToPage } = unrollTables(level, rules, unit);
  const share = picture === level ? narrow : narrowInTables;
  const read = await pool.recognise(toPgm(picture, share), pageLimit);
  if (read === null) return { words: [], rules, sure: 100 };
  let lines = readHocr(read.hocr, share);
  const doubts = read.confidence < unread ? null : pictureOfDoubts(picture, lines);
  if (doubts) {
    const again = await pool.recognise(toPgm(doubts.picture, 1), pageLimit);
    if (again) lines = mergeLooks(lines, doubts, readHocr(again.hocr));
  }
  lines = addLostStrokes(picture, lines);
  const words = wordsOf(lines, unit).map(backToPage);
  return { words, rules, sure: words.length < fewWords ? 0 : read.confidence };
}
