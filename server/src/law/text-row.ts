import { fold } from '@mangnon/domain/kernel/fold.ts';
import { foldNumber } from '@mangnon/domain/law/citation.ts';
import type { LegalText } from '@mangnon/domain/law/legal-text.ts';

/** A known text as a row, with what it is found by. */
export function textRow({ id, ...text }: LegalText & { readonly id: string }) {
  return {
    id,
    kind: text.kind,
    number: text.number,
    number_folded: foldNumber(text.number),
    issued_on: text.issuedOn,
    issuer: text.issuer,
    issuer_folded: fold(text.issuer),
    title: text.title,
    in_force_from: text.inForceFrom,
    in_force_to: text.inForceTo,
    source_url: text.sourceUrl,
    trust: text.trust,
    note: text.note,
    folded: fold(`${text.number} ${text.title} ${text.issuer} ${text.issuedOn.slice(0, 4)}`),
  };
}
