import type { Span } from '@mangnon/domain/plans/extraction.ts';
import type { NormalisedDocument, TextLine, WordConfidence } from './normalised-document.ts';

const faintUnder = 0.6;

/** Mean confidence, 0 to 1, of the words a scan read within a passage; null where the source is no scan. */
export function meanConfidence(doc: Pick<NormalisedDocument, 'words'>, span: Span): number | null {
  let sum = 0;
  let count = 0;
  for (let at = firstWordFrom(doc.words, span.start); at < doc.words.length; at += 1) {
    const word = doc.words[at];
    if (!word || word.start >= span.end) break;
    sum += word.confidence;
    count += 1;
  }
  return count === 0 ? null : sum / count;
}

function firstWordFrom(words: readonly WordConfidence[], start: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Sentences of a scan whose words were read with a mean confidence under 0.6. */
export function findFaintPassages(
  lines: readonly TextLine[],
  words: readonly WordConfidence[],
): NormalisedDocument['faint'] {
  if (words.length === 0) return [];
  const faint: { span: Span; confidence: number }[] = [];
  for (const line of lines) {
    for (const part of line.text.matchAll(/[^.;\t\u2028]+[.;]*/gu)) {
      const start = line.span.start + part.index + (/^\s*/.exec(part[0])?.[0].length ?? 0);
      const span = { start, end: line.span.start + part.index + part[0].trimEnd().length };
      const confidence = span.end > span.start ? meanConfidence({ words }, span) : null;
      if (confidence !== null && confidence < faintUnder) faint.push({ span, confidence });
    }
  }
  return faint;
}
