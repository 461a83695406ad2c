import type { SourceBlock, SourceParagraph } from './source-document.ts';
import { beginsWithMarker, endsSentence, isInCapitals, isTorn } from './torn-lines.ts';

type PageBreak = Extract<SourceBlock, { kind: 'page_break' }>;

/**
 * Joins clean paragraphs that are one torn sentence. A page break within a mended sentence comes to stand behind it.
 * Words keep their confidence, with offsets in the joined text.
 */
export function joinTornParagraphs(blocks: readonly SourceBlock[]): readonly SourceBlock[] {
  const joined: SourceBlock[] = [];
  let open: SourceParagraph[] = [];
  let tail = '';
  let breaks: PageBreak[] = [];
  const flush = () => {
    if (open.length > 0) joined.push(merge(open));
    joined.push(...breaks);
    open = [];
    breaks = [];
  };
  for (const block of blocks) {
    if (block.kind === 'page_break') breaks.push(block);
    else if (block.kind === 'table') {
      flush();
      joined.push(block);
    } else {
      const { text } = block;
      const last = open.at(-1);
      // Only the end and the beginning of what is joined decide, so a sentence of many pieces costs no more.
      const torn = last && (isTorn(tail, text) || (breaks.length > 0 && runsOverPage(last, tail, block, text)));
      if (!torn) flush();
      open.push(block);
      tail = torn ? `${tail.slice(-400)} ${text}` : text;
    }
  }
  flush();
  return joined;
}

/** Across a page's edge the source itself may not know: then a long unended line and words without a marker join. */
function runsOverPage(last: SourceParagraph, tail: string, next: SourceParagraph, text: string): boolean {
  if (last.endsSurely || next.beginsSurely || endsSentence(tail) || tail.length < 60) return false;
  return (
    !/^(?:Trên đây là|Nơi nhận|PHỤ LỤC)/u.test(text) &&
    !beginsWithMarker(text) &&
    !isInCapitals(tail) &&
    !isInCapitals(text)
  );
}

function merge(parts: readonly SourceParagraph[]): SourceParagraph {
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last || parts.length === 1) return { ...(first as SourceParagraph) };
  const words: { start: number; end: number; confidence: number }[] = [];
  let length = 0;
  for (const part of parts) {
    for (const word of part.words ?? []) {
      words.push({ start: word.start + length, end: word.end + length, confidence: word.confidence });
    }
    length += part.text.length + 1;
  }
  return {
    ...first,
    text: parts.map((part) => part.text).join(' '),
    endsSurely: last.endsSurely,
    ...(words.length > 0 ? { words } : {}),
  };
}
