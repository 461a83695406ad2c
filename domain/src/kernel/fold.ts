const marks = /\p{M}/gu;

/** Every letter of Latin writing with marks lies below this (U+1EFF ends «Latin Extended Additional»). */
const latinEnd = 0x1f00;
/** And every dash and quote of print below this. */
const tableEnd = 0x2100;

/** What each UTF-16 unit folds to: one letter, or nothing for a combining mark. */
const foldedUnits: readonly string[] = Array.from({ length: tableEnd }, (_, unit) => {
  const letter = String.fromCharCode(unit);
  if (unit >= latinEnd) return letter;
  const folded = letter.normalize('NFD').replace(marks, '').replace(/[đĐ]/g, 'd').toLowerCase();
  return folded.length <= 1 ? folded : letter;
});

/** Whether what a unit folds to is part of a word: 1 or 0. */
const inWord = Uint8Array.from(foldedUnits, (letter) => (/[\p{L}\p{N}]/u.test(letter) ? 1 : 0));

/**
 * Folds Vietnamese text for comparing and searching: no accents, đ as d, lower case,
 * every run of other characters one space, trimmed. `Hoà Bình`, `HÒA BÌNH` and `hoa  binh` fold alike.
 * By a table and in one go, because whole documents are folded.
 */
export function fold(text: string): string {
  const composed = text.normalize('NFC');
  let folded = '';
  let apart = false;
  for (let at = 0; at < composed.length; at += 1) {
    const unit = composed.charCodeAt(at);
    if (unit >= tableEnd) return foldByPattern(composed);
    const letter = foldedUnits[unit] ?? '';
    if (inWord[unit] === 1) {
      folded += apart ? ` ${letter}` : letter;
      apart = false;
    } else if (letter !== '') apart = folded !== '';
  }
  return folded;
}

function foldByPattern(text: string): string {
  return foldLetters(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * Like `fold` but keeps punctuation and spaces, so that each UTF-16 unit of an NFC text of Latin letters stays where it
 * was.
 */
export function foldLetters(text: string): string {
  const composed = text.normalize('NFC');
  let folded = '';
  for (let at = 0; at < composed.length; at += 1) folded += foldedUnits[composed.charCodeAt(at)] ?? composed[at];
  return folded;
}
