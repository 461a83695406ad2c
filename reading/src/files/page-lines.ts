import type { PageLine, PageWord } from './page-content.ts';

/** Groups words into lines by their baseline, top to bottom; a raised note sign joins the line it stands on. */
export function groupLines(words: readonly PageWord[]): PageLine[] {
  const sorted = [...words].sort((a, b) => a.baseline - b.baseline || a.left - b.left);
  const groups: { baseline: number; size: number; words: PageWord[] }[] = [];
  for (const word of sorted) {
    let home: (typeof groups)[number] | undefined;
    for (let at = groups.length - 1; at >= 0 && at >= groups.length - 4; at -= 1) {
      const group = groups[at];
      if (group && Math.abs(group.baseline - word.baseline) < 0.45 * Math.max(group.size, word.size)) {
        home = group;
        break;
      }
    }
    if (!home) groups.push({ baseline: word.baseline, size: word.size, words: [word] });
    else {
      home.words.push(word);
      if (word.text.length * word.size > 4 * home.size) {
        home.baseline = word.baseline;
        home.size = word.size;
      }
    }
  }
  return groups.map((group) => lineOf(group.words));
}

/** One line of these words, which stand on one baseline. */
export function lineOf(words: readonly PageWord[]): PageLine {
  const ordered = [...words].sort((a, b) => a.left - b.left);
  const longest = ordered.reduce((a, b) => (b.text.length > a.text.length ? b : a));
  return {
    words: ordered,
    left: ordered[0]?.left ?? 0,
    right: Math.max(...ordered.map((word) => word.right)),
    baseline: longest.baseline,
    size: longest.size,
  };
}

/** The widest gap between two neighbouring words of a line and where it lies; width 0 for a single word. */
export function widestGap(line: PageLine): { readonly width: number; readonly middle: number; readonly end: number } {
  let widest = { width: 0, middle: 0, end: 0 };
  for (let at = 1; at < line.words.length; at += 1) {
    const before = line.words[at - 1];
    const after = line.words[at];
    if (!before || !after) continue;
    const width = after.left - before.right;
    if (width > widest.width) widest = { width, middle: (before.right + after.left) / 2, end: after.left };
  }
  return widest;
}

/** The words of a line as text, with where each word lies in it. */
export function lineText(line: PageLine): {
  readonly text: string;
  readonly words: { start: number; end: number; confidence: number }[];
} {
  let text = '';
  let edge = line.left;
  const words: { start: number; end: number; confidence: number }[] = [];
  for (const word of line.words) {
    const apart = word.spaced || word.left - edge > 0.17 * word.size;
    if (text !== '' && apart && !text.endsWith(' ') && !word.text.startsWith(' ')) text += ' ';
    if (word.confidence !== undefined)
      words.push({ start: text.length, end: text.length + word.text.length, confidence: word.confidence });
    text += word.text;
    edge = Math.max(edge, word.right);
  }
  return { text, words };
}
