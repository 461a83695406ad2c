import type { NormalisedDocument } from '../document/normalised-document.ts';

const syllables = [
  'oà òa|oá óa|oả ỏa|oã õa|oạ ọa|oè òe|oé óe|oẻ ỏe|oẽ õe|oẹ ọe',
  'uỳ ùy|uý úy|uỷ ủy|uỹ ũy|uỵ ụy',
].flatMap((row) => row.split('|').map((pair) => pair.split(' ') as [string, string]));

/** «hoà», «uỷ», «quí»: the older way to set the tone mark or to spell, and what everybody writes now. */
const respelled = new Map([...syllables, ['quí', 'quý'], ['tỉ ', 'tỷ '], ['hàng ', 'hằng ']]);

/** Only at the end of a syllable: «toàn», «quý» are spelt one way. */
const oldSpelling = new RegExp(
  `(?:o(?<!qo)[àáảãạèéẻẽẹ]|u(?<!qu)[ỳýỷỹỵ])(?!\\p{L})|quí(?!\\p{L})|tỉ (?=lệ|suất)|hàng (?=năm|quý|tháng)`,
  'gu',
);
const otherSigns = /[\u00a0\u2002-\u200a\u202f\u2028–—‑−]/g;

const known = new WeakMap<NormalisedDocument, string>();

/** The whole of a document's text as `lowerText` gives it, made once: offsets are those of the document. */
export function lowerTextOf(doc: NormalisedDocument): string {
  const before = known.get(doc);
  if (before !== undefined) return before;
  const lower = lowerText(doc.text);
  known.set(doc, lower);
  return lower;
}

/**
 * The text in lower case with one spelling for what Vietnamese spells in two ways, each UTF-16 unit where it was,
 * so that an offset found here is an offset in the text. Accents stay: «giảm» is not «giám». Dashes become «-»,
 * spaces of any width « », the line break inside a table cell (U+2028) a space too.
 */
export function lowerText(text: string): string {
  let lower = text.toLowerCase();
  if (lower.length !== text.length) {
    lower = Array.from({ length: text.length }, (_, at) => {
      const unit = text.charAt(at).toLowerCase();
      return unit.length === 1 ? unit : text.charAt(at);
    }).join('');
  }
  return lower
    .replace(oldSpelling, (old) => respelled.get(old) ?? old)
    .replace(otherSigns, (sign) => (/[–—‑−]/.test(sign) ? '-' : ' '));
}
