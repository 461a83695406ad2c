import type { SourceParagraph } from '../document/source-document.ts';
import type { PageLine } from './page-content.ts';
import { lineText } from './page-lines.ts';
import { cleanText } from './text-decoding.ts';

/** The column a run of lines is set in: its edges, and whether its paragraphs begin with an indent. */
export interface Column {
  readonly left: number;
  readonly right: number;
  readonly indented: boolean;
}

interface Seen {
  readonly line: PageLine;
  readonly text: string;
  readonly words: { start: number; end: number; confidence: number }[];
  readonly centred: boolean;
  readonly symmetric: boolean;
  readonly bold: boolean;
  readonly capitals: boolean;
}

const marker =
  /^(?:[-–+•●▪*]\s*\S|\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)]\s|\d{1,2}(?:\.\d{1,2}){1,3}\s|[a-zđA-HK][.)]\s|[IVX]{1,6}[.)]\s|(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Điều)\s(?:thứ\s\p{Ll}+|[IVX]{1,5}|\d{1,2})(?:[.:]|$)|(?:Phụ lục|PHỤ LỤC)(?:\s(?:[IVX]{1,5}|\d{1,2}))?[.:]?$)/u;

// Justified lines pull a document's sign apart: «1472/ QĐ- TTg», «20- CT/ TW». «II- Chỉ tiêu» is no sign, but a heading.
const loosened =
  /(?<=\d{2}[/-])(?<!^\d{1,2}[/-]) (?=\p{Lu}{2})|(?<!^[IVX]{2,5}-)(?<=\p{Lu}{2}\p{Ll}?-) (?=\p{Lu})|(?<=[^IVX\P{Lu}]\/) (?=\p{Lu}{2})/gu;

/**
 * The lines of a letterhead or a signature: each stands for itself, but for one that goes on in small letters
 * (a recipient too long for its column).
 */
export function separateLines(lines: readonly PageLine[], column: Column): SourceParagraph[] {
  const groups: Seen[][] = [];
  for (const line of lines.map((each) => look(each, column)).filter((each) => each.text !== '')) {
    const group = groups.at(-1);
    const above = group?.at(-1)?.line;
    const close = above !== undefined && line.line.baseline - above.baseline < 1.6 * line.line.size;
    const inRecipient =
      close && group?.[0]?.text.startsWith('-') === true && !line.capitals && !/^(?:nơi nhận|số\s*:)/iu.test(line.text);
    const isDateTorn = close && tearsDate(group?.at(-1)?.text ?? '', line.text);
    if (group && (inRecipient || isDateTorn || /^\p{Ll}/u.test(line.text)) && !marker.test(line.text)) group.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => ({ ...paragraphOf(group, column, false, false), indent: 0 }));
}

/** Puts the lines of one column together into paragraphs, by indents, short last lines, gaps and markers. */
export function joinLines(lines: readonly PageLine[], column: Column): SourceParagraph[] {
  const seen = lines.map((line) => look(line, column)).filter((line) => line.text !== '');
  const pitch = usualPitch(seen);
  const groups: Seen[][] = [];
  for (const [at, line] of seen.entries()) {
    const group = groups.at(-1);
    const above = seen[at - 1];
    if (group && above && continues(group, above, line, column, pitch)) group.push(line);
    else groups.push([line]);
  }
  return groups.map((group, at) => paragraphOf(group, column, at === 0, at === groups.length - 1));
}

function look(line: PageLine, column: Column): Seen {
  const { text, words } = lineText(line);
  const clean = cleanText(text).replace(/\s+/g, ' ').replace(loosened, '').trim();
  const middle = (line.left + line.right) / 2 - (column.left + column.right) / 2;
  const symmetric = Math.abs(middle) < 0.6 * line.size;
  const inside = line.left > column.left + 1.5 * line.size && line.right < column.right - 1.5 * line.size;
  const bold = line.words.every((word) => word.bold || !/\p{L}/u.test(word.text));
  const capitals = /\p{Lu}/u.test(clean) && clean === clean.toUpperCase();
  return {
    line,
    text: clean,
    words: clean === text ? words : shifted(text, clean, words),
    centred: symmetric && inside,
    symmetric,
    bold,
    capitals,
  };
}

/** Cleaning may have shortened the text: finds each word again. */
function shifted(text: string, clean: string, words: Seen['words']): Seen['words'] {
  const found: Seen['words'] = [];
  let from = 0;
  for (const word of words) {
    const printed = cleanText(text.slice(word.start, word.end)).trim();
    const at = printed === '' ? -1 : clean.indexOf(printed, from);
    if (at < 0) continue;
    found.push({ start: at, end: at + printed.length, confidence: word.confidence });
    from = at + printed.length;
  }
  return found;
}

function usualPitch(seen: readonly Seen[]): number {
  const pitches = seen
    .slice(1)
    .map((line, at) => line.line.baseline - (seen[at]?.line.baseline ?? 0))
    .filter((pitch) => pitch > 0)
    .sort((a, b) => a - b);
  // The lower third: lines within a paragraph, not the gaps between paragraphs.
  return pitches[Math.floor(pitches.length / 3)] ?? 20;
}

function continues(group: readonly Seen[], above: Seen, line: Seen, column: Column, pitch: number): boolean {
  const size = Math.min(above.line.size, line.line.size);
  const first = group[0] as Seen;
  if (line.line.baseline - above.line.baseline > Math.max(1.3 * pitch, pitch + 0.45 * size)) return false;
  if (Math.abs(above.line.size - line.line.size) > 0.18 * Math.max(above.line.size, line.line.size)) return false;
  if (tearsDate(above.text, line.text)) return true;
  if (above.centred || line.centred) {
    const alike = above.bold === line.bold && above.capitals === line.capitals;
    return (
      above.symmetric &&
      line.symmetric &&
      alike &&
      !marker.test(line.text) &&
      !line.text.startsWith('(') &&
      first.symmetric
    );
  }
  if (above.capitals && !line.capitals && above.bold !== line.bold) return false;
  const lettered = /\p{L}/u.test(above.text) && /\p{L}/u.test(line.text);
  if (lettered && above.bold !== line.bold && /[.;:]$/.test(above.text)) return false;
  // A list of names in capitals that breaks off after a comma goes on in the next line.
  const goesOn = above.capitals && line.capitals && above.text.endsWith(',') && !marker.test(line.text);
  if (!goesOn && leavesRoom(above, line, column)) return false;
  const indent = line.line.left - column.left;
  const near = 0.7 * size;
  if (marker.test(line.text)) {
    // A full line above and no indent where others have one: a dash inside a name («Lao động - Thương binh»), a
    // number that the line's end has torn off («trước ngày 10 tháng | 12)»).
    const inSentence = column.indented && indent < near && !/[.;:]$/.test(above.text);
    if (!inSentence) return false;
  }
  if (group.length > 1) return Math.abs(line.line.left - above.line.left) <= 1.2 * size;
  const step = line.line.left - first.line.left;
  if (step < -near) return true;
  if (step <= near) return !(indent > near && (column.indented || /[.;:]$/.test(above.text)));
  return marker.test(first.text) && step < 4.5 * size;
}

/** The first word of the next line would have fitted here, so the paragraph ended of its own will. */
function leavesRoom(above: Seen, line: Seen, column: Column): boolean {
  const [firstWord = ''] = line.text.split(' ', 1);
  const perLetter = (line.line.right - line.line.left) / Math.max(1, line.text.length);
  const needed = (firstWord.length + 1) * perLetter + 0.6 * line.line.size;
  return column.right - above.line.right > needed;
}

/** A document's sign torn at the line's end after its stroke or dash: «1472/ | QĐ- | TTg», «2021- | 2025». */
function splitsToken(above: string, below: string): boolean {
  return /[\p{L}\p{N}][/-]$/u.test(above) && /^[\p{Lu}\p{N}]/u.test(below);
}

/** «…, ngày 05 tháng 3 năm | 2024» in a column too narrow for it. */
function tearsDate(above: string, below: string): boolean {
  return /(?:^|\s)(?:ngày|tháng|năm)$/u.test(above) && /^\d{1,4}(?:\s|$)/.test(below);
}

function paragraphOf(group: readonly Seen[], column: Column, isFirst: boolean, isLast: boolean): SourceParagraph {
  const first = group[0] as Seen;
  const last = group.at(-1) as Seen;
  const words: { start: number; end: number; confidence: number }[] = [];
  let text = '';
  for (const line of group) {
    if (text !== '' && !splitsToken(text, line.text)) text += ' ';
    for (const word of line.words)
      words.push({ start: word.start + text.length, end: word.end + text.length, confidence: word.confidence });
    text += line.text;
  }
  const centred = first.centred || (group.length > 1 && last.centred && first.symmetric);
  const indent = centred ? 0 : Math.round((first.line.left - column.left) / 28);
  const width = column.right - column.left;
  return {
    kind: 'paragraph',
    text,
    align: centred ? 'center' : 'left',
    indent: Math.min(4, Math.max(0, indent)),
    bold: group.every((line) => line.bold),
    italic: group.every((line) => line.line.words.every((word) => word.italic)),
    beginsSurely:
      !isFirst ||
      centred ||
      marker.test(text) ||
      (column.indented && first.line.left > column.left + 0.7 * first.line.size),
    endsSurely: !isLast || centred || column.right - last.line.right > 0.25 * width,
    ...(words.length > 0 ? { words } : {}),
  };
}
