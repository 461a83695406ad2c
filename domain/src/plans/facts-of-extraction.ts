import { listAskewFacts } from './askew-facts.ts';
import { draftFact, type DraftFact, type FactData, type FactKind } from './draft-fact.ts';
import type { PlanExtraction, ReadingWarning, Span } from './extraction.ts';
import { isMendedBy } from './doubt-fields.ts';
import { draftDoubts } from './doubt-sentences.ts';
import { draftsRefusals } from './drafts.refusals.ts';
import { positionStep } from './fact-order.ts';

/** Below this the reader is not trusted on a task without a person's look. */
const surely = 0.6;
const firstYear = 1945;
const lastYear = 2100;

/**
 * The facts of a fresh draft from what the reader found. `idOf` gives the id for the n-th fact of a kind (the same
 * each time, so that reading a file twice gives the same facts). Each warning of the reader becomes a doubt about
 * the fact whose passage holds it; a task read with little confidence that nobody warned of gets a doubt of its own.
 */
export function listFactsOfExtraction(
  extraction: PlanExtraction,
  idOf: (kind: FactKind, index: number) => string,
): DraftFact[] {
  const { document } = extraction;
  const facts: DraftFact[] = [];
  const put = <Kind extends FactKind>(
    kind: Kind,
    data: FactData<Kind>,
    span: Span | null,
    confidence: number | null,
  ): DraftFact => {
    const index = facts.filter((fact) => fact.kind === kind).length;
    const position = (index + 1) * positionStep;
    const fact = draftFact.parse({ id: idOf(kind, index), kind, position, span, confidence, version: 1, data });
    facts.push(fact);
    return fact;
  };

  put(
    'heading',
    {
      kind: document.kind,
      number: document.number,
      issuer: document.issuer,
      place: document.place,
      issuedOn: document.issued_on,
      title: document.title,
      signatoryName: document.signatory?.name ?? null,
      signatoryCapacity: document.signatory?.capacity ?? null,
    },
    findPassage(extraction.text, document.title),
    null,
  );
  for (const { kind, number, issued_on: issuedOn, issuer, span } of extraction.legal_bases) {
    put('legal_basis', { kind, number, issuedOn, issuer }, span, null);
  }
  for (const { span, confidence, ...data } of extraction.tasks) put('task', data, span, confidence);
  const strangeYears: DraftFact[] = [];
  for (const { span, value_to: valueTo, year, ...data } of extraction.targets) {
    const known = year !== null && year >= firstYear && year <= lastYear;
    const target = put('target', { ...data, valueTo, year: known ? year : null }, span, null);
    if (year !== null && !known) strangeYears.push(target);
  }
  for (const { span, ...data } of extraction.reporting) put('reporting', data, span, null);

  const found = [...facts];
  for (const doubt of listDoubts(extraction, found, strangeYears)) {
    put('doubt', { code: doubt.code, message: doubt.message, about: doubt.about, settled: null }, doubt.span, null);
  }
  return facts;
}

interface Doubt {
  readonly code: string;
  readonly message: string;
  readonly about: string | null;
  readonly span: Span | null;
}

function listDoubts(
  { warnings, text }: PlanExtraction,
  facts: readonly DraftFact[],
  strangeYears: readonly DraftFact[],
): Doubt[] {
  const doubts: Doubt[] = warnings.map((warning) => ({
    code: warning.code,
    message: warning.message,
    about: findSubject(facts, warning, text)?.id ?? null,
    span: warning.span ?? null,
  }));
  for (const fact of strangeYears) {
    doubts.push({
      code: 'year_out_of_range',
      message: draftDoubts.year_out_of_range.vi,
      about: fact.id,
      span: fact.span,
    });
  }
  for (const { fact, refusal } of listAskewFacts(facts)) {
    const field = refusal.where?.split('.')[0] ?? '';
    if (doubts.some((doubt) => doubt.about === fact.id && isMendedBy(doubt.code, [field]))) continue;
    const message = Object.entries(draftsRefusals).find(([code]) => code === refusal.code)?.[1].vi ?? refusal.code;
    doubts.push({ code: refusal.code.replace('drafts.', ''), message, about: fact.id, span: fact.span });
  }
  for (const fact of facts) {
    const unsure = fact.kind === 'task' && fact.confidence !== null && fact.confidence < surely;
    if (!unsure || doubts.some((doubt) => doubt.about === fact.id)) continue;
    doubts.push({ code: 'task_unsure', message: draftDoubts.task_unsure.vi, about: fact.id, span: fact.span });
  }
  return doubts.toSorted((one, other) => (one.span?.start ?? -1) - (other.span?.start ?? -1));
}

/** The heading for what is said of it; the fact whose passage holds the warning most closely; else whose words it quotes. */
function findSubject(facts: readonly DraftFact[], { code, span }: ReadingWarning, text: string): DraftFact | undefined {
  const heading = facts.find((fact) => fact.kind === 'heading');
  if (code.startsWith('heading_')) return heading;
  if (span === undefined) return undefined;
  const holding = facts.filter(
    (fact) => fact.span !== null && fact.span.start <= span.start && span.end <= fact.span.end,
  );
  const closest = holding.toSorted((one, other) => lengthOf(one.span) - lengthOf(other.span))[0];
  if (closest !== undefined) return closest;
  const title = heading?.span ?? null;
  if (title !== null && span.end <= title.start) return heading;
  return findQuoted(facts, span, text.slice(span.start, span.end).trim());
}

/** «Thời gian: …» and «Cơ quan chủ trì: …» stand on lines or in cells of their own, beside the task they belong to. */
function findQuoted(facts: readonly DraftFact[], span: Span, words: string): DraftFact | undefined {
  const quoting = facts.filter(
    (fact) =>
      fact.kind === 'task' &&
      words !== '' &&
      [fact.data.due?.text ?? '', ...fact.data.lead, ...fact.data.coordinating].some((printed) =>
        printed.includes(words),
      ),
  );
  const distance = (fact: DraftFact): number => Math.abs((fact.span?.start ?? Number.POSITIVE_INFINITY) - span.start);
  return quoting.toSorted((one, other) => distance(one) - distance(other))[0];
}

function lengthOf(span: Span | null): number {
  return span === null ? Number.POSITIVE_INFINITY : span.end - span.start;
}

function findPassage(text: string, words: string): Span | null {
  const start = words === '' ? -1 : text.indexOf(words);
  return start < 0 ? null : { start, end: start + words.length };
}
