const marks = /\p{M}/gu;

/**
 * Folds Vietnamese text for comparing and searching: no accents, đ as d, lower case,
 * every run of other characters one space, trimmed. `Hoà Bình`, `HÒA BÌNH` and `hoa  binh` fold alike.
 */
export function fold(text: string): string {
  return foldLetters(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Like `fold` but keeps punctuation and spaces, so that each UTF-16 unit of an NFC text stays where it was. */
export function foldLetters(text: string): string {
  return text.normalize('NFD').replace(marks, '').replace(/[đĐ]/g, 'd').toLowerCase();
}
