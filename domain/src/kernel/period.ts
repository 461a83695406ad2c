/** First and last day (ISO), both included; null where it is not known when it began, or it has not ended. */
export interface Period {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** Earlier and later than every ISO day of a calendar. */
const earliest = '';
const latest = '~';

const begin = ({ validFrom }: Period) => validFrom ?? earliest;
const end = ({ validTo }: Period) => validTo ?? latest;

export function standsOn(period: Period, day: string): boolean {
  return begin(period) <= day && day <= end(period);
}

export function endsBeforeBegin(period: Period): boolean {
  return end(period) < begin(period);
}

export function overlaps(one: Period, other: Period): boolean {
  return begin(one) <= end(other) && begin(other) <= end(one);
}

/** Whether no day of `inner` lies outside `outer`. */
export function liesWithin(inner: Period, outer: Period): boolean {
  return begin(outer) <= begin(inner) && end(inner) <= end(outer);
}

/** The day after (ISO). */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** `01/03/2025 – 30/06/2025`, as officers write it; `…` where an end is open. */
export function writePeriod({ validFrom, validTo }: Period): string {
  const write = (day: string | null) => day?.split('-').toReversed().join('/') ?? '…';
  return `${write(validFrom)} – ${write(validTo)}`;
}
