import type { Kysely } from 'kysely';
import { findDuePeriods } from '@mangnon/domain/reports/report-due.ts';
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
}

interface Ask {
  readonly asker: Asker;
  readonly dueOn: string;
  readonly cutEnd: string;
  /** Null: every sender. */
  readonly agencies: readonly string[] | null;
}

/**
 * Who has to tell a count, for every period its regimes ask for. Between two days on which places or agencies change it is the
 * same units, so that the database is asked once for each regime and such a stretch, however many periods there are.
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
  const keyOf = ({ asker, cutEnd }: Ask) => `${asker.id} ${stretchOf(cutEnd)}`;
  for (const asker of askers) {
    for (const { cutStart, cutEnd, dueOn } of findDuePeriods(law, asker)) {
      const tables = asker.forms.findLast(({ firstDueOn }) => firstDueOn <= dueOn)?.agencies ?? [];
      if (tables.length === 0) continue;
      const agencies = tables.includes(null) ? null : tables.flatMap((of) => of ?? []);
      const ask = { asker, dueOn, cutEnd, agencies };
      const known = asks.get(spanKey({ cutStart, cutEnd }));
      if (known === undefined) asks.set(spanKey({ cutStart, cutEnd }), { span: { cutStart, cutEnd }, of: [ask] });
      else known.of.push(ask);
      const key = keyOf(ask);
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
    unitsOf(span) {
      const of = asks.get(spanKey(span))?.of ?? [];
      const key = of.map((ask) => `${keyOf(ask)} ${ask.agencies?.join() ?? ''}`).join(';');
      const before = known.get(key);
      if (before !== undefined) return before;
      const units = of.flatMap((ask) => {
        const stretch = wanted.get(keyOf(ask));
        const all = found.get(`${stretch?.regime_id} ${stretch?.due_on}`) ?? [];
        return ask.agencies === null ? all : all.filter(({ agencyId }) => ask.agencies?.includes(agencyId));
      });
      const once = [...new Map(units.map((unit) => [unitKey(unit), unit])).values()];
      known.set(key, once);
      return once;
    },
  };
}
