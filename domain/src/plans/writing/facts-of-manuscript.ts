import { citeNumber } from '../../kernel/document/printed-parts.ts';
import type { OfficialDocument } from '../../kernel/document/official-document.ts';
import { draftFact, type DraftFact, type FactData, type FactKind } from '../draft-fact.ts';
import type { Span } from '../extraction.ts';
import { positionStep } from '../fact-order.ts';
import { authorityOf, coverOf } from './compose-document.ts';
import { listRow } from './item-order.ts';
import type { LaidOut } from './lay-out-document.ts';
import type { ManuscriptItem } from './manuscript-item.ts';
import { printDue } from './print-task.ts';

/**
 * The facts of a plan written here, as a reader would have them from the file: each with the exact passage it stands
 * in, because every offset is known. A fact bears the id of the item it was made from.
 */
export function factsOfManuscript(
  items: readonly ManuscriptItem[],
  document: OfficialDocument,
  laid: LaidOut,
): DraftFact[] {
  const cover = coverOf(items);
  const facts: DraftFact[] = [];
  const put = <Kind extends FactKind>(kind: Kind, id: string, data: FactData<Kind>, span: Span | null): void => {
    const position = (facts.filter((fact) => fact.kind === kind).length + 1) * positionStep;
    facts.push(draftFact.parse({ id, kind, position, span, confidence: null, version: 1, data }));
  };
  put('heading', cover.id, headingOf(items, document), passage(laid, document.summary, null));
  const bases = listRow(items, 'basis');
  bases.forEach((item, at) => {
    if (item.kind !== 'basis') return;
    const { kind, number, issuedOn, issuer } = item.data;
    put('legal_basis', item.id, { kind, number, issuedOn, issuer }, passage(laid, number, { basis: at }));
  });
  let section = '';
  for (const item of listRow(items, 'body')) {
    const at = document.body.findIndex(({ id }) => id === item.id);
    const words = document.body[at]?.text ?? '';
    const span = passage(laid, words, { block: at }) ?? passage(laid, words.replace(/[\s.;,]+$/u, ''), { block: at });
    if (item.kind === 'heading') section = labelAt(laid, at) ?? section;
    else if (item.kind === 'task') {
      const { text, lead, coordinating, due } = item.data;
      const printed = printDue(item.data);
      const when = printed === null ? null : { from: due?.from ?? null, to: due?.to ?? null, text: printed };
      put('task', item.id, { text, section, lead, coordinating, due: when }, span);
    } else if (item.kind === 'target') put('target', item.id, item.data, span);
    else if (item.kind === 'reporting') put('reporting', item.id, item.data, span);
  }
  return facts;
}

function headingOf(items: readonly ManuscriptItem[], document: OfficialDocument): FactData<'heading'> {
  const { data: cover } = coverOf(items);
  const { kind, number, symbol, issuer, place, issuedOn, summary: title } = document;
  return {
    kind,
    number: number === null ? null : citeNumber(number, symbol),
    issuer,
    place,
    issuedOn,
    title,
    signatoryName: cover.signerName === '' ? null : cover.signerName,
    signatoryCapacity: authorityOf(cover).join(' / ').toUpperCase() || null,
  };
}

/** Where `words` stand in the line written from this basis or block; anywhere for the title. */
function passage({ lines }: LaidOut, words: string, of: { block?: number; basis?: number } | null): Span | null {
  const clean = words.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const line = lines.find(
    (one) =>
      (of === null || (of.block === undefined ? one.basis === of.basis : one.block === of.block)) &&
      one.text.includes(clean),
  );
  if (line === undefined || clean === '') return null;
  const start = line.span.start + line.text.indexOf(clean);
  return { start, end: start + clean.length };
}

function labelAt({ lines, sections }: LaidOut, block: number): string | null {
  const start = lines.find((line) => line.block === block)?.span.start;
  return sections.find(({ span }) => span.start === start)?.label ?? null;
}
