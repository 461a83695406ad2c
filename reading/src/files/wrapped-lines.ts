import { readAssignment } from '../agencies/assignment.ts';
import { beginsWithMarker, endsSentence, isInCapitals, isTorn } from '../document/torn-lines.ts';
import type { RawLine } from './raw-line.ts';

/**
 * Some texts break every line at a width (old mail programs, text taken out of a web page or a PDF). Takes lines that
 * follow one another and that width; gives whole paragraphs. Without a width the lines are paragraphs as they are.
 */
export function joinWrappedLines(lines: readonly RawLine[], width: number | null): readonly RawLine[] {
  if (width === null) return lines;
  const joined: RawLine[] = [];
  let parts: string[] = [];
  let first: RawLine | null = null;
  const flush = () => {
    if (first) joined.push({ ...first, text: parts.join(' ') });
  };
  for (const line of lines) {
    const last = parts.at(-1);
    if (first && last !== undefined && !line.blankBefore && runsOn(last, line, first.margin, width)) {
      parts.push(line.text);
      continue;
    }
    flush();
    first = line;
    parts = [line.text];
  }
  flush();
  return joined;
}

/** The width at which the lines of a text are broken, or null where one line is one paragraph. */
export function findWrapWidth(lines: readonly RawLine[]): number | null {
  const lengths = lines.map((line) => line.text.length).toSorted((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.97)] ?? 0;
  if (lines.length < 8 || width > 170 || width < 30) return null;
  let runOn = 0;
  let torn = 0;
  let pairs = 0;
  for (let at = 1; at < lines.length; at += 1) {
    const line = lines[at - 1];
    const next = lines[at];
    if (!line || !next || next.blankBefore) continue;
    pairs += 1;
    if (!goesOn(line.text, next.text)) continue;
    torn += 1;
    if (line.text.length > width * 0.6) runOn += 1;
  }
  // Some web pages break the first line of a paragraph early; so many torn lines tell as much.
  return runOn >= Math.max(4, pairs * 0.1) || torn >= Math.max(6, pairs * 0.15) ? width : null;
}

function runsOn(last: string, next: RawLine, margin: number, width: number): boolean {
  if (goesOn(last, next.text)) return true;
  // «III. TỔ CHỨC | THỰC HIỆN»: a heading in capitals torn at the width.
  const bothCapitals = isInCapitals(last) && isInCapitals(next.text);
  if (bothCapitals && /^[IVX\dA-E]{1,5}[.)/]\s/.test(last) && !beginsWithMarker(next.text)) return true;
  if (beginsWithMarker(next.text) || isInCapitals(last) || isInCapitals(next.text) || next.margin > margin + 1)
    return false;
  const word = /^\S+/.exec(next.text)?.[0].length ?? 0;
  const full = last.length + 1 + word > width * (endsSentence(last) ? 0.97 : 0.9);
  if (!full || /:$|\.\/\.?$/.test(last)) return false;
  // The name of an agency that fills its line is a heading all the same.
  return endsSentence(last) || readAssignment(last.replace(/^\S{1,6}[.)/]?\s+/u, ''))?.shape !== 'name';
}

/** Within a paragraph a line may also break behind a semicolon. */
function goesOn(last: string, next: string): boolean {
  return isTorn(last, next) || (last.endsWith(';') && /^\p{Ll}/u.test(next) && !beginsWithMarker(next));
}
