import type { Kysely, Transaction } from 'kysely';
import { listIndicators } from '@mangnon/domain/indicators/catalogue.ts';
import type { FigureState } from '@mangnon/domain/indicators/figure.ts';
import type { Indicator } from '@mangnon/domain/indicators/indicator.ts';
import type { ConsolidatedTotal } from '@mangnon/domain/reports/consolidation.api.ts';
import {
  listCells,
  placeCells,
  type FormTable,
  type PlacedCell,
  type PlacedTable,
} from '@mangnon/domain/reports/report-form.ts';
import type { DuePeriod } from '@mangnon/domain/reports/report-due.ts';
import { loadCatalogue } from '../indicators/indicators.queries.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { unitKey } from '../tasks/units.queries.ts';
import {
  listAdjustments,
  listReceived,
  sumCells,
  sumRates,
  type ReceivedReport,
  type StoredAdjustment,
} from './consolidation.queries.ts';
import { listDuties, type DutyRow } from './duties.queries.ts';
import { listForms } from './forms.queries.ts';
import { asked } from './regimes.actions.ts';
import type { StoredRegime } from './regimes.queries.ts';

export interface Consolidated {
  readonly duties: readonly DutyRow[];
  /** By unit: what counts, and what was sent last. */
  readonly received: ReadonlyMap<
    string,
    { readonly last: ReceivedReport; readonly accepted: ReceivedReport | undefined }
  >;
  readonly tables: readonly PlacedTable[];
  readonly cells: ReadonlyMap<string, PlacedCell & { readonly indicator: Indicator }>;
  readonly totals: readonly ConsolidatedTotal[];
  readonly rates: readonly Rate[];
  readonly indicators: readonly Indicator[];
  readonly adjustments: readonly StoredAdjustment[];
  /** Keys of the cells the form asks an agency for. */
  askedOf(agencyId: string): ReadonlySet<string>;
}

interface Rate {
  readonly code: string;
  readonly state: FigureState;
  readonly amount: number | null;
  readonly numerator: number;
  readonly denominator: number;
  readonly completeness: ConsolidatedTotal['completeness'];
}

/**
 * What the reports of one due day add up to at this moment, from accepted ones alone: the same rules as `sumFigures` and
 * `computeRate` of the domain, in a fixed number of questions however many units there are.
 */
export async function consolidate(
  database: Kysely<DB> | Transaction<DB>,
  regime: StoredRegime,
  period: DuePeriod,
): Promise<Consolidated> {
  const due = { regimeId: regime.id, dueOn: period.dueOn };
  const duties = await listDuties(database, [asked(regime, period)]);
  const catalogue = await loadCatalogue(database);
  const forms = await listForms(database, regime.id);
  const form: readonly FormTable[] = forms.findLast(({ firstDueOn }) => firstDueOn <= period.dueOn)?.tables ?? [];
  const tables = placeCells(form, catalogue, period.cutEnd, null);
  const cells = new Map(
    tables.flatMap(({ rows }) =>
      rows.flatMap(({ indicator, cells: of }) =>
        of.flatMap((cell) => (cell === null ? [] : [[cell.key, { ...cell, indicator }] as const])),
      ),
    ),
  );
  const codes = new Set([...cells.values()].map(({ code }) => code));
  const indicators = listIndicators(catalogue, period.cutEnd).filter(({ code, formula }) =>
    formula.kind === 'ratio' ? codes.has(formula.numerator) && codes.has(formula.denominator) : codes.has(code),
  );
  const ratios = indicators.flatMap(({ code, formula }) =>
    formula.kind === 'ratio'
      ? [{ code, numerator: formula.numerator, denominator: formula.denominator, factor: formula.factor }]
      : [],
  );
  const received = groupReceived(await listReceived(database, due));
  const sums = new Map((await sumCells(database, due)).map((sum) => [sum.key, sum]));
  const adjustments = await listAdjustments(database, due);
  const found = new Map((await sumRates(database, due, ratios)).map((sum) => [sum.code, sum]));
  const dueFor = countDue(duties, form);
  const totals = [...cells.values()].map(({ key, code, indicator }): ConsolidatedTotal => {
    const sum = sums.get(key);
    const units = dueFor(code);
    const adjusted = adjustments.reduce((all, one) => all + (one.key === key && !one.takenBack ? one.amount : 0), 0);
    const completeness = {
      due: units,
      sent: sum?.sent ?? 0,
      accepted: sum?.accepted ?? 0,
      lastEntry: sum?.lastEntry?.toISOString() ?? null,
    };
    const { formula } = indicator;
    if (formula.kind === 'count' && formula.overPlaces === 'none') {
      return { key, state: 'not_added', amount: null, adjusted, completeness };
    }
    const known = sum?.amount ?? (adjusted === 0 ? null : 0);
    if (known !== null) return { key, state: 'number', amount: known + adjusted, adjusted, completeness };
    const noOne = units > 0 && (sum?.notApplicable ?? 0) === units;
    return { key, state: noOne ? 'not_applicable' : 'no_report', amount: null, adjusted, completeness };
  });
  const rates = ratios.map(({ code, factor, numerator }): Rate => {
    const sum = found.get(code);
    const accepted = sum?.units ?? 0;
    const state = sum === undefined ? 'no_report' : sum.denominator === 0 ? 'no_base' : 'number';
    return {
      code,
      state,
      amount: sum === undefined || sum.denominator === 0 ? null : (sum.numerator / sum.denominator) * factor,
      numerator: sum?.numerator ?? 0,
      denominator: sum?.denominator ?? 0,
      completeness: {
        due: dueFor(numerator),
        sent: accepted,
        accepted,
        lastEntry: sum?.lastEntry?.toISOString() ?? null,
      },
    };
  });
  const askedOf = (agencyId: string) =>
    new Set(listCells(placeCells(form, catalogue, period.cutEnd, agencyId)).map(({ key }) => key));
  return { duties, received, tables, cells, totals, rates, indicators, adjustments, askedOf };
}

function groupReceived(reports: readonly ReceivedReport[]): Consolidated['received'] {
  const byUnit = Map.groupBy(reports, unitKey);
  return new Map(
    [...byUnit].flatMap(([unit, all]) => {
      const last = all.at(-1);
      return last === undefined
        ? []
        : [[unit, { last, accepted: all.find(({ state }) => state === 'accepted') }] as const];
    }),
  );
}

/** How many units have to tell a count: those whose agency fills a table with it. */
function countDue(duties: readonly DutyRow[], form: readonly FormTable[]): (code: string) => number {
  const byAgency = Map.groupBy(duties, ({ agencyId }) => agencyId);
  const known = new Map<string, number>();
  return (code) => {
    const counted = known.get(code);
    if (counted !== undefined) return counted;
    const of = form.filter(({ codes }) => codes.includes(code));
    const units = [...byAgency]
      .filter(([agency]) => of.some(({ agencies }) => agencies === null || agencies.includes(agency)))
      .reduce((sum, [, all]) => sum + all.length, 0);
    known.set(code, units);
    return units;
  };
}
