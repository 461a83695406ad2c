/** A stretch of somebody's time in a post, as drawn. */
export interface Stretch {
  readonly id: string;
  readonly name: string;
  readonly role: 'head' | 'deputy';
  readonly validFrom: string;
  readonly validTo: string | null;
}

export interface DrawnStretch extends Stretch {
  /** Where the bar begins and how long it is, in per cent of the whole. */
  readonly left: number;
  readonly width: number;
}

export interface Timeline {
  /** First day of the first year drawn, and of the year after the last. */
  readonly from: string;
  readonly to: string;
  readonly years: readonly { readonly year: number; readonly left: number }[];
  /** The day asked for, in per cent. */
  readonly mark: number;
  readonly bars: readonly DrawnStretch[];
}

const days = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** Whole years around all stretches and the day asked for; what has no end runs to the right edge. */
export function drawTimeline(stretches: readonly Stretch[], on: string): Timeline {
  const ends = stretches.flatMap(({ validFrom, validTo }) => [validFrom, ...(validTo === null ? [] : [validTo])]);
  const years = [on, ...ends].map((day) => Number(day.slice(0, 4)));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const [from, to] = [`${first}-01-01`, `${last + 1}-01-01`];
  const whole = days(to) - days(from);
  const at = (day: number) => ((day - days(from)) / whole) * 100;
  // Heads above their deputies, each group by when they began.
  const ordered = stretches.toSorted(
    (one, other) =>
      Number(one.role === 'deputy') - Number(other.role === 'deputy') || days(one.validFrom) - days(other.validFrom),
  );
  return {
    from,
    to,
    years: Array.from({ length: last - first + 1 }, (_, index) => ({
      year: first + index,
      left: at(days(`${first + index}-01-01`)),
    })),
    mark: at(days(on)),
    bars: ordered.map((one) => {
      const left = at(days(one.validFrom));
      const end = one.validTo === null ? 100 : at(days(one.validTo) + 1);
      return { ...one, left, width: Math.max(end - left, 0.5) };
    }),
  };
}
