import { shiftDay } from '../kernel/day.ts';
import type { Calendar } from '../law/calendar/calendar.ts';
import { workingDaysBetween } from '../law/calendar/working-days.ts';
import type { DueFloor, PeriodKind, PeriodRule } from './period-rule.ts';

export interface ReportPeriod {
  readonly kind: PeriodKind;
  readonly label: string;
  /** First and last day (ISO) whose figures belong to it, both included. */
  readonly cutStart: string;
  readonly cutEnd: string;
}

const roman = ['I', 'II', 'III', 'IV'];

function labelPeriod(kind: PeriodKind, at: number, year: number): string {
  switch (kind) {
    case 'month':
      return `Tháng ${at + 1}/${year}`;
    case 'quarter':
      return `Quý ${roman[at] ?? at + 1}/${year}`;
    case 'half':
      return at === 0 ? `6 tháng đầu năm ${year}` : `6 tháng cuối năm ${year}`;
    case 'nine_months':
      return `9 tháng năm ${year}`;
    case 'year':
      return `Năm ${year}`;
  }
}

/** The day (ISO) of a month counted from January of the year: 0 is January, -1 December of the year before. */
function dayOfMonth(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
}

/** The periods of a reporting year under a rule, earliest first, with the days each one counts. */
export function findPeriods(rule: PeriodRule, year: number): ReportPeriod[] {
  return Array.from({ length: rule.timesAYear }, (_, at) => {
    const month = at * rule.months - rule.begins.monthsBefore;
    return {
      kind: rule.kind,
      label: labelPeriod(rule.kind, at, year),
      cutStart: dayOfMonth(year, month, rule.begins.day),
      cutEnd: shiftDay(dayOfMonth(year, month + rule.months, rule.begins.day), -1),
    };
  });
}

/**
 * Whether as many working days lie between the last day counted and the due day (ISO) as the law asks for; neither of
 * the two days is counted. Source: the article of `floor`.
 */
export function leavesTimeToReport(calendar: Calendar, floor: DueFloor, cutEnd: string, due: string): boolean {
  return workingDaysBetween(calendar, cutEnd, shiftDay(due, -1)) >= floor.workingDays;
}
