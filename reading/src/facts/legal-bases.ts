import type { LegalBasis, ReadingWarning } from '@mangnon/domain/plans/extraction.ts';
import type { NormalisedDocument } from '../document/normalised-document.ts';
import { readAgencyAt } from '../agencies/one-agency.ts';
import type { Outline } from '../structure/outline.ts';
import { findIssuerOfNumber, findKind, listDocumentNumbers } from './document-number.ts';
import { makeWarning, type FactsFound } from './facts-found.ts';
import { readHeadingNumber } from './heading/heading-number.ts';
import { lowerTextOf } from './lower-text.ts';
import { readDateNear, type PrintedDate } from './printed-date.ts';

/**
 * Every other text the plan cites by number, once, where it is first cited; the plan's own number is not one.
 * Recipients and signatures are not read. An impossible day leaves the known part of the date and a warning.
 */
export function findLegalBases(doc: NormalisedDocument, outline: Outline): FactsFound<LegalBasis> {
  const own = readHeadingNumber(doc, outline)?.number?.toLowerCase();
  const closed = outline.lines.filter((entry) => entry.zone === 'recipients' || entry.zone === 'signature');
  const found = listLegalBases(doc.text, lowerTextOf(doc), (at) =>
    closed.some(({ line }) => at >= line.span.start && at < line.span.end),
  );
  return { facts: found.facts.filter((basis) => basis.number.toLowerCase() !== own), warnings: found.warnings };
}

/** The same for any text; `isClosed` says at which offsets numbers are not citations. */
export function listLegalBases(
  text: string,
  lower: string,
  isClosed: (at: number) => boolean = () => false,
): FactsFound<LegalBasis> {
  const bases = new Map<string, LegalBasis>();
  const warnings: ReadingWarning[] = [];
  for (const { start, end, number } of listDocumentNumbers(text)) {
    if (isClosed(start)) continue;
    const key = number.toLowerCase();
    const date = readDateAfter(lower, end);
    if (date?.impossible === true) {
      const span = { start: date.start, end: date.end };
      warnings.push(makeWarning('date_impossible', span, { printed: text.slice(span.start, span.end).trim() }));
    }
    const issuer = findIssuerOfNumber(number) ?? readIssuerAfter(text, lower, date?.end ?? end);
    const before = bases.get(key);
    if (before === undefined) {
      const kind = findKind(number, lower.slice(Math.max(0, start - 90), start));
      bases.set(key, { kind, number, issued_on: date?.known ?? null, issuer, span: { start, end } });
    } else {
      bases.set(key, {
        ...before,
        // A title in capitals cites «QĐ-TTG»; the running text knows how it is written.
        number: before.number === before.number.toUpperCase() ? number : before.number,
        issued_on: before.issued_on ?? date?.known ?? null,
        issuer: before.issuer ?? issuer,
      });
    }
  }
  return { facts: [...bases.values()], warnings };
}

/** «…, ngày 28/9/2020»: the date stands right after the number, at most a comma or a bracket between. */
function readDateAfter(lower: string, end: number): PrintedDate | null {
  const lead = /^[\s,(]{0,4}(?=ngày|tháng|\d)/u.exec(lower.slice(end, end + 12));
  if (lead === null) return null;
  return readDateNear(lower, end + lead[0].length, 0);
}

function readIssuerAfter(text: string, lower: string, end: number): string | null {
  const lead = /^[\s,)]{0,4}của\s{1,3}/u.exec(lower.slice(end, end + 14));
  if (lead === null) return null;
  const agency = readAgencyAt(text, end + lead[0].length);
  return agency === null ? null : text.slice(agency.start, agency.end).replace(/\s+/g, ' ');
}
