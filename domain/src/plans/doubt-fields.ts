import type { ReadingWarningCode } from './reading-warnings.ts';

/**
 * What a doubt is about, where it is about something definite: an edit elsewhere in the fact does not settle it.
 * A doubt that is not listed is settled by any edit of its fact.
 */
const fieldsDoubted: Partial<Readonly<Record<ReadingWarningCode | 'due_order' | 'range_order', readonly string[]>>> = {
  heading_kind_missing: ['kind'],
  heading_title_missing: ['title'],
  heading_number_blank: ['number'],
  heading_date_incomplete: ['issuedOn'],
  heading_issuer_inferred: ['issuer'],
  heading_issuer_missing: ['issuer'],
  heading_signatory_missing: ['signatoryName'],
  date_impossible: ['issuedOn', 'due', 'text'],
  date_reversed: ['due'],
  due_order: ['due'],
  target_year_passed: ['year'],
  target_over_hundred: ['value', 'valueTo', 'unit'],
  target_range_reversed: ['value', 'valueTo'],
  range_order: ['value', 'valueTo'],
  reporting_receiver_missing: ['to'],
  reporting_period_inferred: ['period'],
  task_agency_unknown: ['lead', 'coordinating'],
  task_agency_missing: ['lead', 'coordinating'],
  task_due_unclear: ['due'],
};

/** Says whether an edit of these fields puts right what the doubt is about. */
export function isMendedBy(code: string, changedFields: readonly string[]): boolean {
  const doubted = Object.entries(fieldsDoubted).find(([known]) => known === code)?.[1];
  return doubted === undefined ? changedFields.length > 0 : doubted.some((field) => changedFields.includes(field));
}
