import { fold, foldLetters } from '../kernel/fold.ts';

/** Names written short by everybody, and those people go on using. Only what cannot mean another unit. */
const shortNames: readonly (readonly [RegExp, string])[] = [
  [/\btp\.? ?hcm\b|\bhcmc\b|\bhcm\b/g, ' thanh pho ho chi minh '],
  [/\btphn\b/g, ' thanh pho ha noi '],
  [/\btp\.? ?hn\b/g, ' thanh pho ha noi '],
  [/\bbr ?-? ?vt\b/g, ' ba ria vung tau '],
  [/\btt\.? ?hue\b|\btth\b/g, ' thua thien hue '],
];

const wholeTypes: Readonly<Record<string, string>> = {
  tp: 'thanh pho',
  tx: 'thi xa',
  tt: 'thi tran',
  dk: 'dac khu',
  p: 'phuong',
  q: 'quan',
  h: 'huyen',
  x: 'xa',
  t: 'tinh',
};

/** As `foldPlaceName` leaves them. */
const typeWords = /\b(thanh pho|thi xa|thi tran|dac khu|phuong|quan|huien|xa|tinh)\b/g;

const dotted = /(^|[^\p{L}\p{N}])(tp|tx|tt|dk|p|q|h|x|t)\.\s*(?=[\p{L}\p{N}]|$)/gu;
const numbered = /(^|[^\p{L}\p{N}])(p|q)\s*(?=\d)/gu;
const pairs = /(^|[^\p{L}\p{N}])(tp|tx|tt|dk)\s+(?=[\p{L}\p{N}])/gu;
/** One letter alone is a type only where a part begins and more follows: `p bến nghé`, but not the H of `Ea H leo`. */
const leading = /(^|[,;]\s*)(p|q|h|x)\s+(?=\p{L}{2})/gu;

/**
 * Folds the name of a unit so that all its spellings meet: no accents, so that Hoà and Hòa are one; `i` for `y`
 * (Mỹ, Mĩ), `c` for `k` (Đắk Lắk, Đắc Lắc); no zeros before a number (Phường 03); no apostrophes (Ea H'leo).
 */
export function foldPlaceName(name: string): string {
  return fold(name.replace(/['’‘ʼ`]/gu, ''))
    .replaceAll('y', 'i')
    .replaceAll('k', 'c')
    .replace(/\b0+(?=\d)/g, '');
}

export interface PlaceQuery {
  /** The whole question, folded, its parts in order, abbreviations written out. */
  readonly folded: string;
  /** Its words without those of types, in order; with them where nothing else was typed. */
  readonly words: readonly string[];
  /** Where the question is the code of a unit. */
  readonly code: string | null;
}

/**
 * What somebody types to find a unit: `khe truc, moc giang`, `p. bến nghé q1`, `TX Sơn Tây`, `TPHCM`, `00004`. A part
 * after a comma, or simply more words, name units above.
 */
export function readPlaceQuery(text: string): PlaceQuery {
  const code = /^\s*(\d{2}|\d{3}|\d{5})\s*$/.exec(text)?.[1] ?? null;
  // Five digits are nothing but a code; two or three may be Quận 10 too.
  if (code?.length === 5) return { folded: code, words: [], code };
  let open = foldLetters(text.normalize('NFC'));
  for (const [short, long] of shortNames) open = open.replace(short, long);
  for (const pattern of [dotted, numbered, pairs, leading]) {
    open = open.replace(pattern, (_, before: string, type: string) => `${before}${wholeTypes[type] ?? type} `);
  }
  const folded = foldPlaceName(open);
  // A type counts for the order only: people still say xã of what became a phường.
  const bare = folded.replace(typeWords, ' ').trim();
  const words = (bare === '' ? folded : bare).split(/ +/).filter(Boolean);
  return { folded, words: words.slice(0, 12), code };
}
