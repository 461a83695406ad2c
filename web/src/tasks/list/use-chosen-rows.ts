import type { TaskRow } from '@mangnon/domain/tasks/tasks.api.ts';
import { useMemo, useRef, useState } from 'react';

export interface ChosenRows {
  readonly ids: ReadonlySet<string>;
  /** Chooses a row or not; with `range` everything from the row chosen last to this one. */
  toggle(at: number, range: boolean): void;
  /** The keyboard went from one row to another with Shift held: both belong to it. */
  extend(from: number, to: number): void;
  all(): void;
  none(): void;
}

/** Which rows of a list are chosen; a row that the filter took away is no longer among them. */
export function useChosenRows(rows: readonly TaskRow[]): ChosenRows {
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<number | null>(null);
  return useMemo(() => {
    const ids =
      kept.size === 0 ? kept : new Set(rows.flatMap(({ periodId }) => (kept.has(periodId) ? [periodId] : [])));
    const between = (one: number, other: number) =>
      rows.slice(Math.min(one, other), Math.max(one, other) + 1).map(({ periodId }) => periodId);
    return {
      ids,
      toggle(at, range) {
        const from = last.current;
        last.current = at;
        if (range && from !== null) {
          setKept(new Set([...ids, ...between(from, at)]));
          return;
        }
        const id = rows[at]?.periodId;
        if (id === undefined) return;
        const next = new Set(ids);
        if (!next.delete(id)) next.add(id);
        setKept(next);
      },
      extend(from, to) {
        last.current = to;
        setKept(new Set([...ids, ...between(from, to)]));
      },
      all: () => setKept(new Set(rows.map(({ periodId }) => periodId))),
      none: () => {
        last.current = null;
        setKept(new Set());
      },
    };
  }, [kept, rows]);
}
