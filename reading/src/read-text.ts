import type { PlanExtraction, ReadingWarning } from '@mangnon/domain/plans/extraction.ts';
import type { NormalisedDocument } from './document/normalised-document.ts';
import { normalise } from './document/normalise.ts';
import { makeWarning } from './facts/facts-found.ts';
import { findFunding } from './facts/funding.ts';
import { readDocumentFacts } from './facts/heading/read-document-facts.ts';
import { findLegalBases } from './facts/legal-bases.ts';
import { findReporting } from './facts/reporting/find-reporting.ts';
import { findTargets } from './facts/targets/find-targets.ts';
import { readPlainText } from './files/plain-text.ts';
import { findOutline } from './structure/find-outline.ts';
import { findTasks } from './structure/find-tasks.ts';

/**
 * Takes a normalised document; gives all that is read out of it, each fact in the order of the text, and what the
 * reader is not sure of. Deterministic, and linear in the text. Refuses nothing: what is no plan has no facts.
 */
export function readDocument(doc: NormalisedDocument): PlanExtraction {
  const outline = findOutline(doc);
  const heading = readDocumentFacts(doc, outline);
  const legalBases = findLegalBases(doc, outline);
  const tasks = findTasks(doc, outline);
  const targets = findTargets(doc, outline);
  const reporting = findReporting(doc, outline);
  const funding = findFunding(doc, outline);
  const warnings = [outline, heading, legalBases, tasks, targets, reporting, funding].flatMap(
    (found) => found.warnings,
  );
  const faint = doc.faint.map(({ span }) => makeWarning('passage_faint', span));
  return {
    document: heading.document,
    text: doc.text,
    legal_bases: [...legalBases.facts],
    sections: [...outline.sections],
    tasks: [...tasks.facts],
    targets: [...targets.facts],
    reporting: [...reporting.facts],
    funding: [...funding.facts],
    warnings: sortWarnings([...warnings, ...faint]),
  };
}

/** Takes the characters of a text file; gives all that is read out of it. */
export function readText(text: string): PlanExtraction {
  return readDocument(normalise(readPlainText(text)));
}

/** In the order of the text, those about the whole first; the same doubt about the same passage once. */
function sortWarnings(warnings: readonly ReadingWarning[]): ReadingWarning[] {
  const once = new Map(
    warnings.map((warning) => [`${warning.code} ${warning.span?.start} ${warning.message}`, warning]),
  );
  return [...once.values()].toSorted((a, b) => (a.span?.start ?? -1) - (b.span?.start ?? -1));
}
