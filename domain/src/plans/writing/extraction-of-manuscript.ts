import type { OfficialDocument } from '../../kernel/document/official-document.ts';
import { citeNumber } from '../../kernel/document/printed-parts.ts';
import type { DraftFact, FactOf } from '../draft-fact.ts';
import type { PlanExtraction, Span } from '../extraction.ts';
import type { LaidOut } from './lay-out-document.ts';

const nowhere: Span = { start: 0, end: 0 };

/** A plan written here in the shape in which plans are read, so that what looks at the one finds the other alike. */
export function extractionOf(document: OfficialDocument, laid: LaidOut, facts: readonly DraftFact[]): PlanExtraction {
  const listOf = <Kind extends DraftFact['kind']>(kind: Kind): FactOf<Kind>[] =>
    facts.filter((fact): fact is FactOf<Kind> => fact.kind === kind);
  return {
    document: {
      kind: document.kind,
      number: document.number === null ? null : citeNumber(document.number, document.symbol),
      issuer: document.issuer,
      place: document.place,
      issued_on: document.issuedOn,
      title: document.summary,
      signatory: { name: document.signer, capacity: document.authority.join(' / ').toUpperCase() },
      recipients: document.recipients,
    },
    text: laid.text,
    sections: laid.sections,
    legal_bases: listOf('legal_basis').map(({ data: { kind, number, issuedOn, issuer }, span }) => {
      return { kind, number, issued_on: issuedOn, issuer, span: span ?? nowhere };
    }),
    tasks: listOf('task').map(({ data, span }) => ({ ...data, span: span ?? nowhere, confidence: 1 })),
    targets: listOf('target').map(({ data: { valueTo, ...data }, span }) => {
      return { ...data, value_to: valueTo, span: span ?? nowhere };
    }),
    reporting: listOf('reporting').map(({ data, span }) => ({ ...data, span: span ?? nowhere })),
    funding: [],
    warnings: [],
  };
}
