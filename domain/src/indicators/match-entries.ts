import { accept, refuse, type Result } from '../kernel/result.ts';
import { figureOfEntry, type Duty, type Entry, type Figure, type Span } from './figure.ts';

const keyOf = ({ unit, from, to }: Span & { readonly unit: string }) => `${unit} ${from} ${to}`;

export interface Matched {
  readonly figures: readonly { readonly duty: Duty; readonly figure: Figure }[];
  /** What was entered and nobody owed: a unit that did not stand in the period, a period that is none. Never in a sum. */
  readonly undue: readonly Entry[];
}

/**
 * Sets each report that was due beside what was entered for it. Of several entries the accepted one counts, else the
 * last. Refuses two accepted ones for one duty: one of them would be counted and nobody could say which.
 */
export function matchEntries(duties: readonly Duty[], entries: readonly Entry[]): Result<Matched> {
  const entered = Map.groupBy(entries, keyOf);
  const due = new Set(duties.map(keyOf));
  const figures: { duty: Duty; figure: Figure }[] = [];
  for (const duty of duties) {
    const all = entered.get(keyOf(duty)) ?? [];
    const accepted = all.filter((entry) => entry.accepted);
    if (accepted.length > 1) {
      return refuse('indicators.told_twice', { where: keyOf(duty), details: { unit: duty.unit } });
    }
    const inOrder = all.toSorted((one, other) => (one.enteredOn < other.enteredOn ? -1 : 1));
    figures.push({ duty, figure: figureOfEntry(duty, accepted[0] ?? inOrder.at(-1)) });
  }
  return accept({ figures, undue: entries.filter((entry) => !due.has(keyOf(entry))) });
}
