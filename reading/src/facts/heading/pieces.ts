import type { Span } from '@mangnon/domain/plans/extraction.ts';
import type { OutlineLine } from '../../structure/outline.ts';

/** One printed line of a letterhead or signature; columns side by side are pieces of their own. */
export interface Piece {
  readonly text: string;
  readonly span: Span;
}

const separators = /[\t\u2028|]|<br ?\/?>|\s{3,}/giu;
const motto =
  /cộng\s+h(?:òa|oà)\s+xã\s+hội\s+chủ\s+nghĩa\s+việt\s+nam|đảng cộng sản việt nam|độc\s+lập\s*[-–—]\s*tự\s+do\s*[-–—]\s*hạnh\s+phúc/giu;
const marks = /^[\s*_#>~\\-]+(?=[\s*_#>~\\-]|[^\s\d-])|[\s*_~]+$/gu;

/** Cuts lines into what was printed as one line each; the motto, rules and signs of emphasis are left out. */
export function listPieces(entries: readonly OutlineLine[]): Piece[] {
  return entries.flatMap(({ line }) => {
    const cut = line.text.replace(motto, (found) => '\t'.repeat(found.length));
    const pieces: Piece[] = [];
    let from = 0;
    for (const mark of [...cut.matchAll(separators), null]) {
      const to = mark?.index ?? cut.length;
      const raw = cut.slice(from, to);
      const text = raw.replace(marks, '').trim();
      if (/[\p{L}\p{N}]/u.test(text)) {
        const start = line.span.start + from + Math.max(0, raw.indexOf(text));
        pieces.push({ text, span: { start, end: start + text.length } });
      }
      from = mark === null ? to : to + mark[0].length;
    }
    return pieces;
  });
}

/** Whether every letter is a capital. */
export function isCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) && text === text.toUpperCase();
}
