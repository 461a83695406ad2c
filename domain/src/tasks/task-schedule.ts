import { fold } from '../kernel/fold.ts';
import type { Due } from '../plans/extraction.ts';
import { findRepeating } from './find-repeating.ts';

/** How often a task falls due. */
export const repeatings = ['once', 'month', 'quarter', 'half_year', 'year'] as const;
export type Repeating = (typeof repeatings)[number];

export interface Schedule {
  readonly repeats: Repeating;
  /** ISO days, both included; `endsOn` may be open only for what does not repeat. */
  readonly startsOn: string;
  readonly endsOn: string | null;
}

export interface PeriodOfTask {
  /** `once`, `2026`, `2026-H1`, `2026-Q1`, `2026-03`. */
  readonly period: string;
  readonly startsOn: string;
  readonly dueOn: string | null;
}

const monthsOf: Readonly<Record<Exclude<Repeating, 'once'>, number>> = { month: 1, quarter: 3, half_year: 6, year: 12 };

/** No plan runs so long: what is over is a slip of the pen. */
export const mostPeriods = 240;

/**
 * The periods of a schedule, first to last. A task that repeats has one for each month, quarter, half or whole calendar
 * year it touches; the first and last are cut where the task begins and ends inside them. Empty where the end lies before
 * the beginning; `'too many'` over 240.
 */
export function expandSchedule({ repeats, startsOn, endsOn }: Schedule): PeriodOfTask[] | 'too many' {
  if (endsOn !== null && endsOn < startsOn) return [];
  if (repeats === 'once' || endsOn === null) return [{ period: 'once', startsOn, dueOn: endsOn }];
  const months = monthsOf[repeats];
  const first = Math.floor((yearOf(startsOn) * 12 + monthOf(startsOn)) / months);
  const last = Math.floor((yearOf(endsOn) * 12 + monthOf(endsOn)) / months);
  if (last - first >= mostPeriods) return 'too many';
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const begin = (first + at) * months;
    return {
      period: codeOf(repeats, begin),
      startsOn: later(startsOn, firstDayOf(begin)),
      dueOn: earlier(endsOn, dayBefore(firstDayOf(begin + months))),
    };
  });
}

function codeOf(repeats: Exclude<Repeating, 'once'>, month: number): string {
  const year = Math.floor(month / 12);
  const inYear = month % 12;
  switch (repeats) {
    case 'year':
      return String(year);
    case 'half_year':
      return `${year}-H${inYear / 6 + 1}`;
    case 'quarter':
      return `${year}-Q${inYear / 3 + 1}`;
    case 'month':
      return `${year}-${String(inYear + 1).padStart(2, '0')}`;
  }
}

const yearOf = (day: string) => Number(day.slice(0, 4));
const monthOf = (day: string) => Number(day.slice(5, 7)) - 1;
const firstDayOf = (month: number) =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
const dayBefore = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
const later = (one: string, other: string) => (one > other ? one : other);
const earlier = (one: string, other: string) => (one < other ? one : other);

/**
 * What the printed time of a task suggests: «hằng năm» and the like repeat through the years of the plan; a day or a
 * stretch is taken as it is; nothing printed means until the plan ends. Where no last day is printed by itself, the
 * sentence is asked how often it is done: many a plan says it there alone.
 */
export function proposeSchedule(
  due: Due | null,
  plan: { readonly from: string; readonly to: string },
  sentence: string,
): Schedule {
  const words = fold(due?.text ?? '');
  const often = /\b(?:hang|moi) (nam|quy|thang)\b/.exec(words)?.[1];
  const printed: Repeating =
    often === 'nam' ? 'year' : often === 'quy' ? 'quarter' : often === 'thang' ? 'month' : 'once';
  const isDeadline = due !== null && due.from === null && due.to !== null;
  const repeats = printed !== 'once' || isDeadline ? printed : (findRepeating(sentence) ?? 'once');
  const startsOn = due?.from ?? (due?.to !== null && due?.to !== undefined && due.to < plan.from ? due.to : plan.from);
  const endsOn = due?.to ?? (startsOn > plan.to ? startsOn : plan.to);
  return { repeats, startsOn: startsOn > endsOn ? endsOn : startsOn, endsOn };
}

/**
 * The same schedule, begun when the last of its units did: a plan older than the units of today goes on with them. It stays
 * as it is where it ended before; giving it then is refused by name.
 * @param beginnings the first day of each unit (ISO); null where it always was
 */
export function beginWithUnits(schedule: Schedule, beginnings: readonly (string | null)[]): Schedule {
  const startsOn = beginnings.reduce<string>((last, day) => later(last, day ?? last), schedule.startsOn);
  return schedule.endsOn !== null && startsOn > schedule.endsOn ? schedule : { ...schedule, startsOn };
}
