import type { PeriodKind, PeriodLaw, PeriodRule } from './period-rule.ts';
import { findPeriods, type ReportPeriod } from './report-period.ts';

/** How often a clause asks for a report, as plans are read (domain/src/plans/extraction.ts). */
export const clausePeriods = ['month', '3_months', '6_months', '9_months', 'year'] as const;
export type ClausePeriod = (typeof clausePeriods)[number];

const kindOf: Readonly<Record<ClausePeriod, PeriodKind>> = {
  month: 'month',
  '3_months': 'quarter',
  '6_months': 'half',
  '9_months': 'nine_months',
  year: 'year',
};

/** A reporting clause that names a day of the year, and from when to when (ISO days) it is in force. */
export interface DatedClause {
  readonly period: ClausePeriod;
  readonly due: { readonly month: number; readonly day: number };
  readonly validFrom: string;
  readonly validTo: string;
}

export interface DuePeriod extends ReportPeriod {
  /** The printed day (ISO) in that year. */
  readonly dueOn: string;
}

/**
 * What a clause asks for while it is in force, earliest first: one report each year on the printed day, of the period of
 * the administrative calendar (Decree 09/2019/NĐ-CP art. 12, `period-rules.json`) whose last day lies nearest. The nearest is the
 * product's own reading: a clause that says «before 10 March» means the first quarter, though its last day comes after.
 * 29 February is the 28th where a year has none.
 */
export function findDuePeriods(law: PeriodLaw, clause: DatedClause): DuePeriod[] {
  const rule = ruleOf(law, clause.period);
  const [first, last] = [Number(clause.validFrom.slice(0, 4)), Number(clause.validTo.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, at) => dueDay(first + at, clause.due))
    .filter((dueOn) => clause.validFrom <= dueOn && dueOn <= clause.validTo)
    .map((dueOn) => ({ ...nearestTo(rule, dueOn), dueOn }));
}

function ruleOf(law: PeriodLaw, period: ClausePeriod): PeriodRule {
  const kind = kindOf[period];
  const rule = law.rules.find((one) => one.calendar === 'administrative' && one.kind === kind);
  if (rule === undefined) throw new Error(`no rule for a period of kind ${kind}`);
  return rule;
}

function dueDay(year: number, { month, day }: DatedClause['due']): string {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1, Math.min(day, last))).toISOString().slice(0, 10);
}

function nearestTo(rule: PeriodRule, dueOn: string): ReportPeriod {
  const year = Number(dueOn.slice(0, 4));
  const away = ({ cutEnd }: ReportPeriod) => Math.abs(Date.parse(cutEnd) - Date.parse(dueOn));
  return [year - 1, year, year + 1]
    .flatMap((one) => findPeriods(rule, one))
    .reduce((best, one) => (away(one) < away(best) ? one : best));
}
