import { fold } from '@mangnon/domain/kernel/fold.ts';
import type { PageLine } from './page-content.ts';
import { lineOf, lineText, widestGap } from './page-lines.ts';

const motto = /cong h\w{1,3} xa hoi chu ng|doc lap tu do hanh ph/;
// Folding every line of a long document costs more than reading it: only lines with one of these are looked at.
const telltale = /c.ng h.{1,3} x. h.i|l.p\s?[-–—]\s?t. do|n[oơ]i nh.n|^\s*(?:TM|KT|TL|TUQ)\b/iu;
const recipients = /^noi nhan\b/;
const signing = /^(?:tm|kt|tl|tuq) \w/;

/** Lines that go on across the page, or two columns of lines to be read one after the other. */
export type Region = { readonly lines: readonly PageLine[]; readonly column: boolean };

/**
 * Finds the places where Vietnamese documents set two columns: the letterhead (issuer beside the country's name) and
 * the recipients beside the signature. Everything else goes on across the page.
 */
export function splitColumns(lines: readonly PageLine[], width: number): Region[] {
  const regions: Region[] = [];
  let plain: PageLine[] = [];
  const flush = () => {
    if (plain.length > 0) regions.push({ lines: plain, column: false });
    plain = [];
  };
  for (let at = 0; at < lines.length;) {
    const end = blockEnd(lines, at, width);
    if (end === null) {
      const line = lines[at];
      if (line) plain.push(line);
      at += 1;
      continue;
    }
    const { until, split } = end;
    flush();
    const left: PageLine[] = [];
    const right: PageLine[] = [];
    for (const line of lines.slice(at, until)) {
      const before = line.words.filter((word) => (word.left + word.right) / 2 < split);
      const after = line.words.filter((word) => (word.left + word.right) / 2 >= split);
      if (before.length > 0) left.push(lineOf(before));
      if (after.length > 0) right.push(lineOf(after));
    }
    regions.push({ lines: left, column: true }, { lines: right, column: true });
    at = until;
  }
  flush();
  return regions;
}

/** Where a two-column block that begins at this line ends (exclusive) and at which x it is split; null where none begins. */
function blockEnd(lines: readonly PageLine[], at: number, width: number): { until: number; split: number } | null {
  const line = lines[at];
  if (!line) return null;
  const split = headSplit(lines, at, width) ?? signatureSplit(lines, at, width);
  if (split === null) return null;
  let until = at;
  while (
    until < lines.length &&
    staysApart(lines[until] as PageLine, split) &&
    !(until > at && isTitle(lines[until] as PageLine, width))
  )
    until += 1;
  return until > at ? { until, split } : null;
}

/** A line alone in the middle of the page: what follows the columns («KẾ HOẠCH», «PHỤ LỤC»). */
function isTitle(line: PageLine, width: number): boolean {
  const middle = (line.left + line.right) / 2;
  return Math.abs(middle - width * 0.515) < width * 0.05 && widestGap(line).width < 2 * line.size;
}

/** The letterhead: this line or one of the next two has the country's name or the motto to the right of something. */
function headSplit(lines: readonly PageLine[], at: number, width: number): number | null {
  for (const line of lines.slice(at, at + 3)) {
    const gap = gapBefore(line, motto);
    if (
      gap !== null &&
      gap > width * 0.2 &&
      lines.slice(at, at + 3).every((other) => staysApart(other, gap) || other.baseline > line.baseline)
    )
      return gap;
  }
  return null;
}

/** Where, in a line, the words begin that match; the middle of the gap before them. */
function gapBefore(line: PageLine, wanted: RegExp): number | null {
  const whole = telling(line);
  if (!wanted.test(whole)) return null;
  for (let from = line.words.length - 1; from > 0; from -= 1) {
    const before = line.words[from - 1];
    const after = line.words[from];
    if (!before || !after || after.left - before.right < 0.5 * line.size) continue;
    const rest = fold(lineText(lineOf(line.words.slice(from))).text);
    if (wanted.test(rest) && rest.search(wanted) <= 4) return (before.right + after.left) / 2;
  }
  return null;
}

/** Recipients on the left with the signature on the right, or the signature beginning a line higher. */
function signatureSplit(lines: readonly PageLine[], at: number, width: number): number | null {
  const near = lines.slice(at, at + 3);
  const first = near[0];
  if (!first) return null;
  const names = near.find((line) => recipients.test(telling(line)));
  if (!names) return null;
  if (first !== names && !signing.test(telling(first))) return null;
  if (first !== names && first.left < width * 0.35) return null;
  const gap = widestGap(names);
  const split =
    first !== names
      ? first.left - first.size
      : gap.width > 1.5 * names.size
        ? gap.end - names.size
        : beside(lines.slice(at), width);
  return split === null ? null : Math.min(split, corridor(lines.slice(at, at + 14), split));
}

/** The column to the right of the recipients, where it begins lower down. */
function beside(lines: readonly PageLine[], width: number): number | null {
  for (const line of lines.slice(1, 14)) {
    const gap = widestGap(line);
    if (gap.width > 2 * line.size && gap.end > width * 0.35) return gap.end - line.size;
    if (line.left > width * 0.45) return line.left - line.size;
  }
  return null;
}

/** A signature's lines are centred, so a longer one begins further left than the first. */
function corridor(lines: readonly PageLine[], split: number): number {
  let edge = split;
  for (const line of lines) {
    for (let at = 0; at < line.words.length; at += 1) {
      const word = line.words[at];
      const before = line.words[at - 1];
      const apart = before ? (word?.left ?? 0) - before.right > 1.5 * line.size : true;
      if (word && apart && word.left < edge && word.right > split && word.left > split * 0.7) edge = word.left - 2;
    }
  }
  return edge;
}

/** The folded words of a line that may begin two columns; empty for every other line. */
function telling(line: PageLine): string {
  const { text } = lineText(line);
  return telltale.test(text.normalize('NFC')) ? fold(text) : '';
}

function staysApart(line: PageLine, split: number): boolean {
  return (
    line.words.every((word) => word.right <= split + 2 || word.left >= split - 2) &&
    line.words.every((word, at) => {
      const before = line.words[at - 1];
      const across = before !== undefined && before.right <= split + 2 && word.left >= split - 2 && before.left < split;
      return !across || word.left - before.right > 0.5 * line.size;
    })
  );
}
