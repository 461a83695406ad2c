import type { Span } from '@mangnon/domain/plans/extraction.ts';
import type { NormalisedDocument } from '../../document/normalised-document.ts';
import type { Outline } from '../../structure/outline.ts';
import { cleanNumber, listDocumentNumbers } from '../document-number.ts';

export interface HeadingNumber {
  /** Null where the printed number is blank: «Số:   /KH-UBND». */
  readonly number: string | null;
  /** What follows the digits: «/KH-UBND». */
  readonly symbol: string;
  readonly span: Span;
}

const numberLine =
  /(?:^|[\t\u2028|]|\s{3})[\s*_]*số\s*:?[\s*_]*(\d[\d\s]{0,8}[a-z]?)?[\s*_.…]*([/-]\s*[\p{L}\d&]{1,16}(?:\s?[-–/_]\s?[\p{L}\d&]{1,24}){0,8})/iu;

/**
 * The document's own number, from the letterhead; for a plan that is attached to a decision and handed in without
 * it, the number of that decision («Ban hành kèm theo Quyết định số …»). Null where there is neither.
 */
export function readHeadingNumber(doc: NormalisedDocument, outline: Outline): HeadingNumber | null {
  const head = outline.lines.filter((entry) => entry.zone === 'head').map((entry) => entry.line);
  const kindAt = head.findIndex((line) => isKindLine(line.text));
  for (const [at, line] of head.entries()) {
    const found = readNumberLine(line.text);
    // Below the kind stands the title, whose lines may begin with the number of another document.
    const isOwn = kindAt < 0 || at < kindAt || /^\W{0,4}số\s*:/iu.test(line.text);
    if (found !== null && isOwn) return { ...found, span: shift(found.span, line.span.start) };
  }
  for (const { line, zone } of outline.lines.slice(0, 40)) {
    if (zone === 'annex' || !/^\W{0,4}(?:ban hành )?kèm theo (?:quyết định|kế hoạch|công văn)/iu.test(line.text))
      continue;
    for (const { number, start, end } of listDocumentNumbers(line.text)) {
      return { number, symbol: number.replace(/^\d+/, ''), span: shift({ start, end }, line.span.start) };
    }
  }
  return null;
}

const kinds =
  /^[\s*#_]*(?:KẾ HOẠCH|QUYẾT ĐỊNH|CHƯƠNG TRÌNH|ĐỀ ÁN|NGHỊ QUYẾT|CHỈ THỊ|PHƯƠNG ÁN|HƯỚNG DẪN|QUY CHẾ|DỰ ÁN|THÔNG BÁO|CÔNG VĂN|BÁO CÁO|TỜ TRÌNH)(?!\p{L})/u;

/** Whether a line of the head begins with the kind of document in capitals. */
export function isKindLine(text: string): boolean {
  return kinds.test(text);
}

/** Reads «Số: 65/KH-UBND», «Số: *65* /KH-UBND», «Số:   /KH-UBND» in one line of the letterhead. */
export function readNumberLine(text: string): HeadingNumber | null {
  const match = numberLine.exec(text);
  if (match === null) return null;
  const [whole, digits, symbol = ''] = match;
  if (!/[A-ZĐ]{2}/u.test(symbol)) return null;
  const start = match.index + whole.search(/số/iu);
  const span = { start, end: match.index + whole.length };
  return { number: digits === undefined ? null : cleanNumber(digits + symbol), symbol: cleanNumber(symbol), span };
}

function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}
