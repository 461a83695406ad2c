import type { Kysely } from 'kysely';
import { findDuePeriods, type DuePeriod } from '@mangnon/domain/reports/report-due.ts';
import type { PeriodLaw } from '@mangnon/domain/reports/period-rule.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { unitKey } from '../tasks/units.queries.ts';
import { listDutyEdges, listDutyUnits, type AskedPeriod, type DutyUnit } from './duties.queries.ts';
import type { Asker } from './figures.queries.ts';

export interface Span {
  readonly cutStart: string;
  readonly cutEnd: string;
}

export const spanKey = ({ cutStart, cutEnd }: Span) => `${cutStart} ${cutEnd}`;

/** Who owes a figure for which stretch of days. */
export interface FigureDuties {
  /** Every stretch of days the regimes ask for. */
  readonly spans: readonly Span[];
  unitsOf(span: Span): readonly DutyUnit[];
  /** When this unit's report on these days is due; of several regimes, the first. */
  dueDayOf(span: Span, unit: DutyUnit): string;
}

interface Ask {
  /** Which units it asks: those of one place and one stretch of days without a change. */
  readonly key: string;
  readonly dueOn: string;
  /** Null: every sender. */
  readonly agencies: readonly string[] | null;
}

/**
 * Who has to tell a count, for every period its regimes ask for. Between two days on which places or agencies change it is the
 * same units, and twelve clauses of one plan ask the same ones: the database is asked once for each place and such a stretch.
 */
export async function findFigureDuties(
  database: Kysely<DB>,
  law: PeriodLaw,
  askers: readonly Asker[],
): Promise<FigureDuties> {
  const edges = await listDutyEdges(database);
  const stretchOf = (day: string) => edges.filter((edge) => edge <= day).length;
  const asks = new Map<string, { span: Span; of: Ask[] }>();
  const wanted = new Map<string, AskedPeriod>();
  const dated = new Map<string, (DuePeriod & { readonly stretch: number })[]>();
  // Clauses of many plans name the same days: their periods are reckoned once.
  const datesOf = (asker: Asker) => {
    const key = JSON.stringify([asker.period, asker.due, asker.validFrom, asker.validTo]);
    const before = dated.get(key);
    if (before !== undefined) return before;
    const made = findDuePeriods(law, asker).map((one) => ({ ...one, stretch: stretchOf(one.cutEnd) }));
    dated.set(key, made);
    return made;
  };
  for (const asker of askers) {
    for (const { cutStart, cutEnd, dueOn, stretch } of datesOf(asker)) {
      const tables = asker.forms.findLast(({ firstDueOn }) => firstDueOn <= dueOn)?.agencies ?? [];
      if (tables.length === 0) continue;
      const agencies = tables.includes(null) ? null : tables.flatMap((of) => of ?? []);
      const key = `${asker.chain} ${stretch}`;
      const ask = { key, dueOn, agencies };
      const known = asks.get(spanKey({ cutStart, cutEnd }));
      if (known === undefined) asks.set(spanKey({ cutStart, cutEnd }), { span: { cutStart, cutEnd }, of: [ask] });
      else known.of.push(ask);
      if (!wanted.has(key)) wanted.set(key, { regime_id: asker.id, due_on: dueOn, cut_end: cutEnd });
    }
  }
  const found = Map.groupBy(
    await listDutyUnits(database, [...wanted.values()]),
    ({ regimeId, dueOn }) => `${regimeId} ${dueOn}`,
  );
  const known = new Map<string, readonly DutyUnit[]>();
  return {
    spans: [...asks.values()].map(({ span }) => span),
    dueDayOf(span, unit) {
      const of = (asks.get(spanKey(span))?.of ?? []).filter(({ key }) => wanted.get(key)?.regime_id === unit.regimeId);
      return of.reduce((first, { dueOn }) => (dueOn < first ? dueOn : first), of[0]?.dueOn ?? unit.dueOn);
    },
    unitsOf(span) {
      const of = asks.get(spanKey(span))?.of ?? [];
      const key = of.map((ask) => `${ask.key} ${ask.agencies?.join() ?? ''}`).join(';');
      const before = known.get(key);
      if (before !== undefined) return before;
      const units = of.flatMap((ask) => {
        const stretch = wanted.get(ask.key);
        const all = found.get(`${stretch?.regime_id} ${stretch?.due_on}`) ?? [];
        return ask.agencies === null ? all : all.filter(({ agencyId }) => ask.agencies?.includes(agencyId));
      });
      const once = [...new Map(units.map((unit) => [unitKey(unit), unit])).values()];
      known.set(key, once);
      return once;
    },
  };
}
