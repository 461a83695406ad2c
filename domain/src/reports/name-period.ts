import { shiftDay } from '../kernel/day.ts';
import { writePeriod } from '../kernel/period.ts';
import type { PeriodKind, PeriodLaw } from './period-rule.ts';
import { findPeriods } from './report-period.ts';

/** The name of a stretch of days by the calendars of `law`; written out, and without a kind, where none of them has it. */
export function namePeriod(
  law: PeriodLaw,
  { cutStart, cutEnd }: { readonly cutStart: string; readonly cutEnd: string },
): { readonly kind: PeriodKind | null; readonly label: string } {
  const year = Number(cutEnd.slice(0, 4));
  for (const rule of law.rules) {
    for (const period of [year, year + 1].flatMap((one) => findPeriods(rule, one))) {
      if (period.cutStart === cutStart && period.cutEnd === cutEnd) return { kind: period.kind, label: period.label };
    }
  }
  return { kind: null, label: writePeriod({ validFrom: cutStart, validTo: cutEnd }) };
}

/** The same days of the year before (ISO), by their bounds: what a change is reckoned against. 29 February counts as the 28th. */
export function yearBefore({ cutStart, cutEnd }: { readonly cutStart: string; readonly cutEnd: string }) {
  const back = (day: string) => {
    const year = Number(day.slice(0, 4)) - 1;
    const last = new Date(Date.UTC(year, Number(day.slice(5, 7)), 0)).getUTCDate();
    return `${year}-${day.slice(5, 7)}-${String(Math.min(last, Number(day.slice(8)))).padStart(2, '0')}`;
  };
  return { cutStart: back(cutStart), cutEnd: shiftDay(back(shiftDay(cutEnd, 1)), -1) };
}
