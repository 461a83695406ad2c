import { listDocumentNumbers } from '../document-number.ts';

/** A passage between two semicolons or full stops. */
export interface Clause {
  readonly start: number;
  readonly end: number;
}

const clauseEnd = /;|[.!?…](?=\s|$)|\u2028/g;

/** Cuts a line into clauses. A full stop after an abbreviation («TP. Hồ Chí Minh») or inside a number does not end one. */
export function listClauses(text: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  for (const mark of text.matchAll(clauseEnd)) {
    const before = text.slice(Math.max(start, mark.index - 6), mark.index);
    if (mark[0] === '.' && /(?:^|\s)(?:tp|tx|tt|ths|ts|q|p)$/i.test(before)) continue;
    if (
      mark[0] === '.' &&
      /^\s*\d{1,2}$/.test(text.slice(Math.max(start, mark.index - 9), mark.index)) &&
      mark.index - start < 9
    )
      continue;
    clauses.push({ start, end: mark.index + 1 });
    start = mark.index + 1;
  }
  if (start < text.length) clauses.push({ start, end: text.length });
  return clauses;
}

const fullDate =
  /ngày[\s.…]{0,9}\d{0,2}[\s.…]{0,9}tháng[\s.…]{0,9}\d{0,2}[\s.…]{0,9}năm[\s.…]{0,9}\d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/g;

/** The lower-case text with numbers of documents and full dates blanked out, so that their digits are not read as figures. */
export function blankCitations(text: string, lower: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of listDocumentNumbers(text)) {
    parts.push(lower.slice(from, start), '·'.repeat(end - start));
    from = end;
  }
  parts.push(lower.slice(from));
  return parts.join('').replace(fullDate, (found) => '·'.repeat(found.length));
}
