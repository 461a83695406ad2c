import type { DocumentFacts, ReadingWarning } from '@mangnon/domain/plans/extraction.ts';
import type { NormalisedDocument } from '../../document/normalised-document.ts';
import type { Outline, OutlineLine } from '../../structure/outline.ts';
import { makeWarning } from '../facts-found.ts';
import { readHeadingDate } from './heading-date.ts';
import { readHeadingNumber } from './heading-number.ts';
import { inferIssuer, readLetterhead } from './issuer.ts';
import { listPieces } from './pieces.ts';
import { readSignature } from './signature.ts';
import { readKindAndTitle } from './title.ts';

/**
 * What the heading, recipients and signature say of the document itself. A blank number is null; of an incomplete
 * or impossible date the known part is given; an issuer that is not printed in full is inferred. Each of these
 * comes with a warning for the reviewer.
 */
export function readDocumentFacts(
  doc: NormalisedDocument,
  outline: Outline,
): { readonly document: DocumentFacts; readonly warnings: readonly ReadingWarning[] } {
  const head = listPieces(outline.lines.filter(({ zone }) => zone === 'head'));
  const { kind, title, above } = readKindAndTitle(head);
  const number = readHeadingNumber(doc, outline);
  const date = readHeadingDate(doc, outline);
  const { signatory, capacity, recipients } = readSignature(firstSigning(outline.lines));
  const printed = readLetterhead(head.slice(0, above), doc.text);
  const speech = speechOf(outline.lines);
  const issuer = printed ?? inferIssuer({ title, place: date?.place ?? null, speech, recipients, signature: capacity });
  const document = {
    kind,
    number: number?.number ?? null,
    issuer,
    place: date?.place ?? null,
    issued_on: date?.known ?? null,
    title,
    signatory,
    recipients: [...recipients],
  };
  const warnings: ReadingWarning[] = [];
  if (kind === '') warnings.push(makeWarning('heading_kind_missing'));
  if (title === '') warnings.push(makeWarning('heading_title_missing'));
  if (number !== null && number.number === null) {
    warnings.push(makeWarning('heading_number_blank', number.span, { printed: sliceOf(doc, number.span) }));
  }
  if (date !== null && !date.complete) {
    const code = date.impossible ? 'date_impossible' : 'heading_date_incomplete';
    const span = { start: date.start, end: date.end };
    warnings.push(makeWarning(code, span, { printed: sliceOf(doc, span) }));
  }
  if (issuer === null) warnings.push(makeWarning('heading_issuer_missing'));
  else if (printed === null) warnings.push(makeWarning('heading_issuer_inferred', undefined, { issuer }));
  if (signatory === null) warnings.push(makeWarning('heading_signatory_missing'));
  return { document, warnings };
}

function sliceOf(doc: NormalisedDocument, span: { readonly start: number; readonly end: number }): string {
  return doc.text.slice(span.start, span.end).replace(/\s+/g, ' ').trim();
}

/** A decision is signed before the programme it attaches; what is signed later (an annex) is another paper. */
function firstSigning(lines: readonly OutlineLine[]): OutlineLine[] {
  const isSigning = ({ zone }: OutlineLine): boolean => zone === 'recipients' || zone === 'signature';
  const start = lines.findIndex(isSigning);
  if (start < 0) return [];
  const length = lines.slice(start).findIndex((line) => !isSigning(line));
  return lines.slice(start, length < 0 ? lines.length : start + length);
}

/** The passages in which the issuer speaks of itself, no more than six thousand letters of them. */
function speechOf(lines: readonly OutlineLine[]): string {
  const spoken = lines.filter(({ zone }) => zone === 'preamble' || zone === 'closing' || zone === 'head');
  return spoken
    .map(({ line }) => line.text.slice(0, 1500))
    .join('\n')
    .slice(0, 6000);
}
