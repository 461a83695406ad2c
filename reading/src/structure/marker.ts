/** The number, letter or bullet a line begins with. */
export interface Marker {
  /** Lines of one list have one kind; the kinds nest in any order a plan uses them. */
  readonly kind: string;
  /** As it goes into a section's label: `IV`, `7`, `a`, `1.2`; empty for bullets. */
  readonly label: string;
  /** Its place in the count, 0 where nothing is counted. */
  readonly number: number;
  /** Characters up to the first word. */
  readonly length: number;
}

const romanValues: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
const letters = 'abcdđeghiklmnopqrstuvxy';

const part =
  /^(Phần|Chương|Mục|PHẦN|CHƯƠNG|MỤC)\s+(?:thứ\s+|THỨ\s+)?([IVXLC]+|\d{1,2}|[\p{L}]+)(?!\p{L})\s*[.:–-]?\s*/u;
/** «Hoạt động 1: …», «Nhiệm vụ 2» alone on its line: a count that says what it counts. */
const named = /^(Hoạt động|Nhiệm vụ|Nhóm nhiệm vụ|Giải pháp|Nội dung)\s+(\d{1,2})\s*(?:[.:]\s*(?=\S)|[.:]?$)/u;
const article = /^(Điều\s+|§\s?)(\d{1,3})\s*[.:]\s*/u;
const roman = /^([IVXL]{1,6})(?:\s*\/\s?[-–]\s*|\s*[.)/:]\s*|\s+[-–]\s+|[-–]\s+|[-–](?=\p{Lu}{2}))(?=\S)/u;
/** «l/», «lll.», «lV.»: Roman numbers typed with the small letter l, before a title. */
const typedRoman = /^(?=[IVX]*l)([lIVX]{1,5})(?:\s*[./:]\s*|\s+[-–]\s+)(?=\p{Lu})/u;
const upper = /^([A-HK-UĐ])(?:\s*\/\s?[-–]\s*|\s*[.)/]\s+|\s*[.)/](?=\p{Lu}\p{Ll})|\s*[-–]\s+)(?=\S)/u;
const decimal = /^(\d{1,2}(?:\.\d{1,2}){1,3})(?:\s*[.)/:]?\s?[-–]\s*|\s*[.)/:]\s*|\s+)(?=[\p{L}“"(])/u;
const arabic =
  /^(\d{1,2})(?:\s*[./]\s?[-–]\s*(?=[\p{L}\d“"(*[])|\s*[.)]\s*(?=[\p{L}“"(*[])|\s*\/(?:\s+(?=\p{L})|(?=\p{Lu}\p{Ll}))|\s*[-–]\s+(?=[\p{L}“"(*[]|\d{1,3}\s?%)|[-–](?=\p{Lu}\p{Ll}))/u;
const lower = /^([a-zđ])(?:\s*[./]\s?[-–]\s*|\s*[.)/]\s*|[-–]\s+)(?=[\p{L}\d“"(])/u;
const bracketed = /^\((\d{1,2}|[a-zđ]|[ivx]{1,4})\)\s*(?=\S)/u;
const bullet = /^([-–—+•●▪◦∙·○■□➢►→⁃])\s*(?=\S)/u;
const star = /^\*\s*(?=\S)/u;

const ordinals: readonly string[] = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];

/**
 * Takes the marker at the front of a line; null where the line begins with its words. `expected` says whether the
 * next number of an open list is the one given: then «1 Sở Y tế», a number without its dot, counts too.
 */
export function readMarker(line: string, expected: (kind: string, number: number) => boolean): Marker | null {
  const found = readFixed(line, expected);
  if (found) return found;
  const bare = /^(\d{1,2})\s+(?=\p{Lu})/u.exec(line);
  if (bare?.[1] && expected('arabic', Number(bare[1]))) return make('arabic', bare[1], Number(bare[1]), bare[0]);
  return null;
}

function readFixed(line: string, expected: (kind: string, number: number) => boolean): Marker | null {
  const head = line.slice(0, 60);
  let match = part.exec(head);
  if (match?.[1] && match[2]) {
    const number = countPart(match[2]);
    if (number > 0) return make(match[1].toLowerCase(), `${match[1]} ${match[2]}`, number, match[0]);
  }
  match = article.exec(head);
  if (match?.[1] && match[2])
    return make('điều', `${match[1].replace(/\s+$/, ' ')}${match[2]}`, Number(match[2]), match[0]);
  match = named.exec(head);
  if (match?.[1] && match[2]) return make('named', `${match[1]} ${match[2]}`, Number(match[2]), match[0]);
  match = roman.exec(head);
  if (match?.[1] && isRoman(match[1]) && !(match[1] === 'L' || (match[1] === 'I' && expected('upper', 9)))) {
    return make('roman', match[1], romanNumber(match[1]), match[0]);
  }
  match = typedRoman.exec(head);
  const typed = match?.[1]?.replaceAll('l', 'I');
  if (match && typed && isRoman(typed) && !(match[1] === 'l' && expected('lower', letters.indexOf('l') + 1))) {
    return make('roman', typed, romanNumber(typed), match[0]);
  }
  match = upper.exec(head);
  if (match?.[1]) return make('upper', match[1], letters.indexOf(match[1].toLowerCase()) + 1, match[0]);
  match = decimal.exec(head);
  if (match?.[1]) {
    const parts = match[1].split('.');
    return make(`decimal${parts.length}`, match[1], Number(parts.at(-1)), match[0]);
  }
  match = arabic.exec(head);
  if (match?.[1]) return make('arabic', match[1], Number(match[1]), match[0]);
  match = lower.exec(head);
  if (match?.[1]) return make('lower', match[1], letters.indexOf(match[1]) + 1, match[0]);
  match = bracketed.exec(head);
  if (match?.[1]) return make('bracketed', match[1], Number(match[1]) || 0, match[0]);
  match = bullet.exec(head);
  if (match?.[1]) return make(`bullet${/[–—]/.test(match[1]) ? '-' : match[1]}`, '', 0, match[0]);
  match = star.exec(head);
  return match ? make('bullet*', '', 0, match[0]) : null;
}

function make(kind: string, label: string, number: number, match: string): Marker {
  return { kind, label, number, length: match.length };
}

function countPart(word: string): number {
  if (/^\d+$/.test(word)) return Number(word);
  if (isRoman(word)) return romanNumber(word);
  return ordinals.indexOf(word.toLowerCase()) + 1;
}

function isRoman(word: string): boolean {
  return /^(?:L?X{0,3}|XL)(?:IX|IV|V?I{0,4})$/.test(word) && word !== '';
}

function romanNumber(word: string): number {
  let sum = 0;
  for (let at = 0; at < word.length; at += 1) {
    const value = romanValues[word[at] ?? ''] ?? 0;
    sum += value < (romanValues[word[at + 1] ?? ''] ?? 0) ? -value : value;
  }
  return sum;
}
