import type { ReadingWarning, Span } from '@mangnon/domain/plans/extraction.ts';
import { readAgencyPhrase } from '../agencies/agency-phrase.ts';
import { splitAgencies } from '../agencies/split-agencies.ts';
import { makeWarning } from '../facts/facts-found.ts';
import type { FieldKey } from './fields.ts';
import type { PlanYears, ReadDue } from './read-due.ts';
import { readDue } from './read-due.ts';

/** What the fields of a block say about its tasks. */
export interface FieldValues {
  lead: readonly string[] | null;
  coordinating: readonly string[] | null;
  due: ReadDue['due'] | null;
}

export function emptyFields(): FieldValues {
  return { lead: null, coordinating: null, due: null };
}

/** Puts one field's printed value into the values of its block; doubts go to `warnings`. */
export function takeField(
  values: FieldValues,
  key: FieldKey,
  printed: string,
  span: Span,
  years: PlanYears | null,
  warnings: ReadingWarning[],
): void {
  if (printed === '') return;
  if (key === 'due') {
    const read = readDue(printed, years);
    values.due = read.due;
    if (read.impossible !== null) warnings.push(makeWarning('date_impossible', span, { printed: read.impossible }));
    if (read.unreadable) warnings.push(makeWarning('task_due_unclear', span, { printed }));
  } else if (key === 'coordinating') {
    if (!isNobody(printed)) values.coordinating = splitAgencies(printed);
  } else if (key === 'lead') {
    const { lead, coordinating } = splitRoles(printed);
    values.lead = lead;
    if (coordinating.length > 0) values.coordinating = coordinating;
    for (const name of lead) {
      if (!readAgencyPhrase(name, 0, true) && !/^(?:các|toàn|mọi)/iu.test(name)) {
        warnings.push(makeWarning('task_agency_unknown', span, { printed: name }));
      }
    }
  }
}

/** «Sở Y tế chủ trì, phối hợp với Sở Tư pháp» in a field or cell that names the lead. */
function splitRoles(printed: string): { lead: string[]; coordinating: string[] } {
  const match = /^(.*?)[\s,;:]*(?:\(?chủ trì\)?)?[\s,;:]*phối hợp(?:\s+(?:với|cùng))?\s*:?\s+(.+)$/isu.exec(printed);
  if (!match?.[1] || !match[2])
    return { lead: splitAgencies(printed.replace(/\s*\(?chủ trì\)?\s*:?\s*/giu, ' ').trim()), coordinating: [] };
  return {
    lead: splitAgencies(match[1].replace(/\s*chủ trì\s*:?/giu, ' ').trim()),
    coordinating: splitAgencies(match[2]),
  };
}

function isNobody(printed: string): boolean {
  return /^(?:không(?: có)?|-|–|\/|x)\.?$/iu.test(printed.trim());
}
