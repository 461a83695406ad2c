import type { NormalisedDocument } from '../document/normalised-document.ts';
import type { Outline, OutlineLine } from '../structure/outline.ts';
import { lowerText, lowerTextOf } from './lower-text.ts';

/** A line with what stands above it. */
export interface SurroundedLine {
  readonly entry: OutlineLine;
  /** The line's own words in lower case, from `contentStart` on; offsets count from there. */
  readonly lower: string;
  readonly text: string;
  /** Titles of the sections it stands in, outermost first, in lower case. */
  readonly titles: readonly string[];
  /** The last line above it, in the same section, that ends with a colon and has this line under it; in lower case. */
  readonly leadIn: string | null;
}

const known = new WeakMap<Outline, readonly SurroundedLine[]>();

/** Every line of the outline with the headings and the lead-in («Phấn đấu đến năm 2025:») it stands under, in order. */
export function surroundLines(doc: NormalisedDocument, outline: Outline): readonly SurroundedLine[] {
  const before = known.get(outline);
  if (before !== undefined) return before;
  const lines = surround(lowerTextOf(doc), outline);
  known.set(outline, lines);
  return lines;
}

function surround(all: string, outline: Outline): SurroundedLine[] {
  const sections = [...outline.sections].toSorted((a, b) => a.span.start - b.span.start);
  const trail: { readonly depth: number; readonly title: string }[] = [];
  let next = 0;
  let leadIn: { readonly lower: string; readonly kind: OutlineLine['kind']; readonly section: string } | null = null;
  return outline.lines.map((entry) => {
    for (; next < sections.length; next += 1) {
      const section = sections[next];
      if (section === undefined || section.span.start > entry.line.span.start) break;
      while ((trail.at(-1)?.depth ?? -1) >= section.depth) trail.pop();
      trail.push({ depth: section.depth, title: lowerText(section.title) });
    }
    const { span } = entry.line;
    const from = Math.max(span.start, entry.contentStart);
    const text = entry.line.text.slice(from - span.start);
    const lower = all.slice(from, span.end);
    if (leadIn !== null && (entry.kind === 'heading' || leadIn.section !== entry.section)) leadIn = null;
    const ends = /:\s*$/.test(lower);
    const above = leadIn !== null && !(ends && leadIn.kind === entry.kind) ? leadIn.lower : null;
    if (ends) leadIn = { lower, kind: entry.kind, section: entry.section };
    else if (entry.kind === 'paragraph' && leadIn?.kind === 'item') leadIn = null;
    return { entry, lower, text, titles: trail.map(({ title }) => title), leadIn: above };
  });
}
