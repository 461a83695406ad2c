import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { FileRefused } from '../files/file-refused.ts';
import type { PageContent } from '../files/page-content.ts';
import { addLostStrokes } from './count-strokes.ts';
import { findSkew } from './find-skew.ts';
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

/** Recognition costs by the width of a line: letters a little narrower are read as well, and a third faster. */
const narrow = 0.72;
/** A second look at what was seen at full width is one at another width, to see otherwise. */
const slightly = 0.85;
/** Below this mean confidence a page is not read but guessed at: it may lie on its side. */
const unread = 55;
const atOnce = 2;
const pageLimit = 120_000;

export interface RecogniseOptions {
  readonly onPage?: (stage: 'recognising', done: number, of: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Reads pages that are pictures: levels them, takes coloured ink and ruled lines out, recognises the words with
 * their confidence, those in doubt a second time. A page that takes longer than two minutes comes back without words. Two pages at once.
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
  const work = async () => {
    for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) {
      if (options.signal?.aborted) throw new FileRefused('files.cancelled');
      pages.push(await recognisePage(document, number, pool));
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

async function recognisePage(document: PDFDocumentProxy, number: number, pool: WordPool): Promise<PageContent> {
  const { picture, width, height, unit } = await readPagePicture(document, number);
  const upright = await recognisePicture(picture, unit, pool);
  if (upright.confidence >= unread || upright.words.length < 12) return { number, width, height, ...upright };
  // Hardly a word to be read: the page may lie on its side or head.
  let best = { number, width, height, ...upright };
  for (const quarters of [2, 1, 3]) {
    const turned = await recognisePicture(turnQuarters(picture, quarters), unit, pool);
    const [across, down] = quarters === 2 ? [width, height] : [height, width];
    if (turned.confidence > best.confidence + 10) best = { number, width: across, height: down, ...turned };
    if (best.confidence >= 70) break;
  }
  return best;
}

async function recognisePicture(page: GrayPicture, unit: number, pool: WordPool) {
  const skew = findSkew(page);
  const level = Math.abs(skew) < 0.04 ? page : turn(page, -skew);
  const rules = takeOutRules(level, unit);
  const { picture, backToPage } = unrollTables(level, rules, unit);
  // The print in tables is small: it stays as wide as it is.
  const share = picture === level ? narrow : 1;
  const read = await pool.recognise(toPgm(picture, share), pageLimit);
  if (read === null) return { words: [], rules, confidence: 100 };
  let lines = readHocr(read.hocr, share);
  const doubts = read.confidence < unread ? null : pictureOfDoubts(picture, lines);
  if (doubts) {
    const shareAgain = share === 1 ? slightly : 1;
    const again = await pool.recognise(toPgm(doubts.picture, shareAgain), pageLimit);
    if (again) lines = mergeLooks(lines, doubts, readHocr(again.hocr, shareAgain));
  }
  lines = addLostStrokes(picture, lines);
  return { words: wordsOf(lines, unit).map(backToPage), rules, confidence: read.confidence };
}
