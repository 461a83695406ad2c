import type { Kysely } from 'kysely';
import { noSums, type Sums } from '@mangnon/domain/indicators/figure-of-sums.ts';
import type { Indicator } from '@mangnon/domain/indicators/indicator.ts';
import { yearBefore } from '@mangnon/domain/reports/name-period.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import type { DutyUnit } from './duties.queries.ts';
import { spanKey, type FigureDuties, type Span } from './figure-duties.ts';
import {
  addUp,
  countSent,
  type Asker,
  type AskedSum,
  type FoundSum,
  type KnownCell,
  type KnownPeriod,
  type Scope,
} from './figures.queries.ts';

/** The counts a formula is made of: what is counted, and what it stands over; null where it stands over nothing. */
export function sidesOf({ code, formula }: Indicator): { readonly up: string | null; readonly down: string | null } {
  if (formula.kind === 'ratio') return { up: formula.numerator, down: formula.denominator };
  if (formula.kind === 'change') return { up: formula.of, down: formula.of };
  return { up: formula.kind === 'count' ? code : null, down: null };
}

/** The sums to be asked for: of each pair of cells in each of the periods that were told. */
export function askSums(
  indicator: Indicator,
  cells: readonly KnownCell[],
  part: string,
  periods: readonly KnownPeriod[],
  spans: readonly Span[],
  keyOf: (span: Span) => string,
): AskedSum[] {
  const sides = sidesOf(indicator);
  const cellOf = (code: string | null) => cells.find((cell) => cell.code === code && cell.key === `${code}${part}`)?.id;
  const up = cellOf(sides.up);
  const down = cellOf(sides.down);
  const byKey = new Map(periods.map((period) => [spanKey(period), period.id]));
  return spans.flatMap((span): AskedSum[] => {
    const at = byKey.get(spanKey(span));
    if (at === undefined || up === undefined) return [];
    const asked = { key: keyOf(span), period_id: at, up };
    if (sides.down === null) return [{ ...asked, down: null, down_period: null }];
    const over = indicator.formula.kind === 'change' ? byKey.get(spanKey(yearBefore(span))) : at;
    return over === undefined || down === undefined ? [] : [{ ...asked, down, down_period: over }];
  });
}

/** Sums of each stretch of days by place, completed by what was due and sent there. */
export async function sumSpans(
  database: Kysely<DB>,
  {
    sums,
    spans,
    periods,
    askers,
    duties,
    scope,
    chosen,
  }: {
    readonly sums: readonly AskedSum[];
    readonly spans: readonly Span[];
    readonly periods: readonly KnownPeriod[];
    readonly askers: readonly Asker[];
    readonly duties: FigureDuties;
    readonly scope: Scope;
    /** The period of which it is told how many sent; of five years it would be a question of its own. */
    readonly chosen: Span | null;
  },
): Promise<ReadonlyMap<string, ReadonlyMap<string, Sums>>> {
  const found = Map.groupBy(await addUp(database, sums, scope), ({ key }) => key);
  const sentAt = periods.find((period) => chosen !== null && spanKey(period) === spanKey(chosen));
  const regimes = askers.map(({ id }) => id);
  const sent = sentAt === undefined ? new Map<string, number>() : await countSent(database, regimes, sentAt.id, scope);
  // Months between two changes of the map are owed by the same units.
  const counted = new Map<readonly DutyUnit[], ReadonlyMap<string, number>>();
  return new Map(
    spans.map((span) => {
      const key = spanKey(span);
      const units = duties.unitsOf(span);
      const due = counted.get(units) ?? countDue(duties, span, scope);
      counted.set(units, due);
      const told = new Map((found.get(key) ?? []).map((one) => [one.placeId, one]));
      const asked = chosen !== null && spanKey(chosen) === key;
      const places = new Set([...due.keys(), ...told.keys()]);
      return [
        key,
        new Map(
          [...places].map((placeId) => [
            placeId,
            complete(told.get(placeId), due.get(placeId) ?? 0, asked ? (sent.get(placeId) ?? 0) : null),
          ]),
        ),
      ];
    }),
  );
}

/** Units that have to tell it, within the scope. */
export function listDue(duties: FigureDuties, span: Span, { places }: Scope): readonly DutyUnit[] {
  const all = duties.unitsOf(span);
  return places === null
    ? all
    : all.filter(({ placeId, provinceId }) => places.includes(provinceId) || places.includes(placeId));
}

function countDue(duties: FigureDuties, span: Span, scope: Scope): ReadonlyMap<string, number> {
  const counted = new Map<string, number>();
  for (const { placeId, provinceId } of listDue(duties, span, scope)) {
    const at = scope.by === 'province' ? provinceId : placeId;
    counted.set(at, (counted.get(at) ?? 0) + 1);
  }
  return counted;
}

/** What was added up, with what was due; what nobody told is silence and no zero. */
export function complete(found: FoundSum | undefined, due: number, sent: number | null): Sums {
  if (found === undefined) return { ...noSums, due, sent };
  const { told, notApplicable, units, numerator, denominator, lastEntry } = found;
  return { due, sent, told, notApplicable, units, numerator, denominator, lastEntry: lastEntry?.toISOString() ?? null };
}
