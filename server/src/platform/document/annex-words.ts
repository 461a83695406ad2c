import { romanNumber } from '@mangnon/domain/kernel/document/numbering.ts';
import type { OfficialDocument } from '@mangnon/domain/kernel/document/official-document.ts';

/** What an annex says of the document it belongs to. */
export type AnnexOwner = Pick<OfficialDocument, 'kind' | 'symbol' | 'issuer'>;

/** «Phụ lục», counted in Roman numbers where there are two or more (annex I, III.1). */
export function annexLabel(of: number, at: number): string {
  return of > 1 ? `Phụ lục ${romanNumber(at + 1)}` : 'Phụ lục';
}

/** «(Kèm theo Kế hoạch số …)», left open: in an electronic document it is not filled in (annex I, III.1). */
export function annexReference({ kind, symbol, issuer }: AnnexOwner): string {
  const named = kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase();
  return `(Kèm theo ${named} số        /${symbol} ngày      tháng      năm        của ${issuer})`;
}
