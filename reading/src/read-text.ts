import type { PlanExtraction } from '@mangnon/domain/plans/extraction.ts';
import type { NormalisedDocument } from './document/normalised-document.ts';
import { normalise } from './document/normalise.ts';
import { readPlainText } from './files/plain-text.ts';
import { findOutline } from './structure/find-outline.ts';
import { findTasks } from './structure/find-tasks.ts';

/** Takes a normalised document; gives all that is read out of it. Deterministic, and linear in the text. */
export function readDocument(doc: NormalisedDocument): PlanExtraction {
  const outline = findOutline(doc);
  const tasks = findTasks(doc, outline);
  const warnings = [...outline.warnings, ...tasks.warnings];
  return {
    document: {
      kind: '',
      number: null,
      issuer: null,
      place: null,
      issued_on: null,
      title: '',
      signatory: null,
      recipients: [],
    },
    text: doc.text,
    legal_bases: [],
    sections: [...outline.sections],
    tasks: [...tasks.facts],
    targets: [],
    reporting: [],
    funding: [],
    warnings: warnings.sort((a, b) => (a.span?.start ?? -1) - (b.span?.start ?? -1)),
  };
}

/** Reads a plan out of the characters of a text file. */
export function readText(text: string): PlanExtraction {
  return readDocument(normalise(readPlainText(text)));
}
