import type { DutyHours } from '@mangnon/domain/agencies/duty-hours.ts';
import { dutyWords, type Duty } from '@mangnon/domain/agencies/duty.ts';
import type { RecordStanding } from './record-kinds.ts';
import { formatDay } from '../platform/format.ts';
import { useLanguage, useText } from '../platform/language.tsx';

/** Days of the week that follow one another, as first and last: [1,2,3,6] -> [[1,3],[6,6]]. */
export function joinDays(days: readonly number[]): (readonly [number, number])[] {
  const joined: [number, number][] = [];
  for (const day of [...new Set(days)].toSorted((one, other) => one - other)) {
    const last = joined.at(-1);
    if (last !== undefined && last[1] === day - 1) last[1] = day;
    else joined.push([day, day]);
  }
  return joined;
}

/** Sentences about agencies and their people, in the chosen language. */
export function useAgencyWords() {
  const t = useText();
  const { language } = useLanguage();
  const dayName = (day: number) => t(`agencies.day.${day as 1 | 2 | 3 | 4 | 5 | 6 | 7}`);
  return {
    duty: (duty: Duty) => dutyWords[duty][language],
    /** From when to when; honestly nothing where that is not known. */
    period({ validFrom, validTo }: { readonly validFrom: string | null; readonly validTo: string | null }): string {
      if (validFrom === null && validTo === null) return t('agencies.period.unknown');
      const from = validFrom === null ? '' : t('agencies.period.from', { day: formatDay(validFrom) });
      const to = validTo === null ? '' : t('agencies.period.to', { day: formatDay(validTo) });
      return [from, to].filter((part) => part !== '').join(' ');
    },
    standing: (standing: RecordStanding) => t(`agencies.standing.${standing}`),
    hours(hours: DutyHours): string {
      if (hours === 'always') return t('agencies.hours.always');
      return hours
        .map(({ days, from, to }) => {
          const told = joinDays(days).map(([first, last]) =>
            first === last ? dayName(first) : t('agencies.hours.days', { first: dayName(first), last: dayName(last) }),
          );
          return t('agencies.hours.one', { days: told.join(', '), from, to });
        })
        .join('; ');
    },
    /** The text a thing rests on, with its article; says so where none was read. */
    basis({ basis, article }: { readonly basis: string | null; readonly article: string | null }): string {
      if (basis === null) return t('agencies.basis.none');
      return article === null ? basis : `${article}, ${basis}`;
    },
    trust: (trust: 'verified' | 'secondary' | 'unverified') => t(`places.trust.${trust}`),
  };
}
