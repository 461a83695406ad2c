const marks = /\p{M}/gu;

/** Every letter of Latin writing with marks lies below this (U+1EFF ends «Latin Extended Additional»). */
const tableEnd = 0x1f00;

/** What each UTF-16 unit folds to: one letter, or nothing for a combining mark. */
const foldedUnits: readonly string[] = Array.from({ length: tableEnd }, (_, unit) => {
  const letter = String.fromCharCode(unit);
  const folded = letter.normalize('NFD').replace(marks, '').replace(/[đĐ]/g, 'd').toLowerCase();
  return folded.length <= 1 ? folded : letter;
});

/**
 * Folds Vietnamese text for comparing and searching: no accents, đ as d, lower case,
 * every run of other characters one space, trimmed. `Hoà Bình`, `HÒA BÌNH` and `hoa  binh` fold alike.
 */
export function fold(text: string): string {
  return foldLetters(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * Like `fold` but keeps punctuation and spaces, so that each UTF-16 unit of an NFC text of Latin letters stays where it
 * was. By a table, because whole documents are folded: three times as fast as taking each letter apart.
 */
export function foldLetters(text: string): string {
  const composed = text.normalize('NFC');
  let folded = '';
  for (let at = 0; at < composed.length; at += 1) folded += foldedUnits[composed.charCodeAt(at)] ?? composed[at];
  return folded;
}
