import { fold } from '@mangnon/domain/kernel/fold.ts';
import type { PlanExtraction } from '@mangnon/domain/plans/extraction.ts';

interface Fact {
  readonly kind: string;
  /** Must be the same, accents and spacing apart. */
  readonly exact: string;
  /** May differ by a few words misread. */
  readonly words: ReadonlySet<string>;
}

const alike = 0.75;

/**
 * How far two readings of one plan agree: F1 over tasks (with agencies and dates), targets (with value and year),
 * reporting duties, legal bases and the document's own number and date. 1 where every fact of one stands in the other.
 */
export function compareFacts(
  one: PlanExtraction,
  other: PlanExtraction,
): { readonly f1: number; readonly missing: readonly string[]; readonly extra: readonly string[] } {
  const wanted = factsOf(one);
  const rest = factsOf(other);
  const given = rest.length;
  const missing: string[] = [];
  for (const fact of wanted) {
    const at = rest.findIndex(
      (each) => each.kind === fact.kind && each.exact === fact.exact && overlap(each.words, fact.words) >= alike,
    );
    if (at < 0) missing.push(describe(fact));
    else rest.splice(at, 1);
  }
  const found = wanted.length - missing.length;
  return {
    f1: wanted.length + given === 0 ? 1 : (2 * found) / (wanted.length + given),
    missing,
    extra: rest.map(describe),
  };
}

function factsOf(plan: PlanExtraction): Fact[] {
  const fact = (kind: string, exact: readonly unknown[], text: string): Fact => ({
    kind,
    exact: exact.map((each) => fold(String(each))).join(' | '),
    words: new Set(fold(text).split(' ')),
  });
  const { document } = plan;
  return [
    ...plan.tasks.map((task) => fact('task', [task.lead, task.coordinating, task.due?.from, task.due?.to], task.text)),
    ...plan.targets.map((target) =>
      fact('target', [target.comparator, target.value, target.value_to, target.unit, target.year], target.text),
    ),
    ...plan.reporting.map((duty) =>
      fact('reporting', [duty.period, duty.due?.month, duty.due?.day, duty.to, duty.via], ''),
    ),
    ...plan.legal_bases.map((basis) => fact('legal basis', [basis.kind, basis.number, basis.issued_on], '')),
    ...plan.sections.map((section) => fact('section', [section.label], section.title)),
    fact('document', [document.kind, document.number, document.issued_on], document.title),
  ];
}

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((word) => other.has(word)).length;
  return common / Math.max(1, one.size + other.size - common);
}

function describe(fact: Fact): string {
  return `${fact.kind}: ${fact.exact} «${[...fact.words].slice(0, 12).join(' ')}»`;
}
