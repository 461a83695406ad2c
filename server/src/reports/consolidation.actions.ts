import { noReport } from '@mangnon/domain/indicators/value.ts';
import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { getConsolidation, openCell, type ConsolidationPage } from '@mangnon/domain/reports/consolidation.api.ts';
import { reportHeadings } from '@mangnon/domain/reports/report-headings.ts';
import { briefOf } from '../inspections/inspection-lists.actions.ts';
import { implementRead } from '../platform/action/action.ts';
import { findUnits, unitKey, type KnownUnit } from '../tasks/units.queries.ts';
import { consolidate, type Consolidated } from './consolidate.ts';
import { listConsolidations, type StoredConsolidation } from './consolidated.queries.ts';
import { listCellOfUnits, type StoredAdjustment } from './consolidation.queries.ts';
import { loadDue, receives, seesAll } from './consolidation-scope.ts';

type Units = ReadonlyMap<string, KnownUnit>;

export const get = implementRead(getConsolidation, {
  async answer({ params, query }, context) {
    const { database, now } = context;
    const loaded = await loadDue(params.regimeId, query.dueOn, context);
    if (!loaded.ok) return loaded;
    if (!seesAll(loaded.value)) return refuse('platform.not_allowed');
    const { regime, period, placeId } = loaded.value;
    const today = vietnamDay(now);
    const found = await consolidate(database, regime, period);
    const units = await findUnits(database, found.duties, today);
    const written = await listConsolidations(database, { regimeId: regime.id, dueOn: period.dueOn }, placeId);
    const draft = written.find(({ state }) => state === 'draft');
    const locked = written.findLast(({ state }) => state === 'locked');
    const { label, cutStart, cutEnd, dueOn } = period;
    return accept({
      regime: {
        id: regime.id,
        planId: regime.plan.id,
        planNumber: regime.plan.number,
        planTitle: regime.plan.title,
        receiver: regime.receiver,
      },
      period: { label, cutStart, cutEnd, dueOn },
      completeness: countReports(found),
      units: found.duties.map((duty) => presentUnit(duty, found, units)),
      tables: found.tables.map(({ title, by, columns, rows }) => ({
        title,
        by,
        columns: [...columns],
        rows: rows.map(({ indicator, cells }) => ({
          code: indicator.code,
          keys: cells.map((cell) => cell?.key ?? null),
        })),
      })),
      totals: [...found.totals],
      rates: [...found.rates],
      indicators: [...found.indicators],
      adjustments: found.adjustments.map(presentAdjustment),
      draft:
        draft === undefined
          ? null
          : { ...presentWords(draft, units), version: draft.version, revision: draft.revision },
      locked: locked === undefined ? null : presentLocked(locked, found, units),
      offered: listOffered(found, units),
      can: { edit: receives(loaded.value) },
      today,
    });
  },
});

export const open = implementRead(openCell, {
  async answer({ params, query }, context) {
    const { database, now } = context;
    const loaded = await loadDue(params.regimeId, query.dueOn, context);
    if (!loaded.ok) return loaded;
    if (!seesAll(loaded.value)) return refuse('platform.not_allowed');
    const { regime, period } = loaded.value;
    const found = await consolidate(database, regime, period);
    const total = found.totals.find(({ key }) => key === query.key);
    if (total === undefined) return refuse('reports.cell_unknown', { where: 'key', details: { cell: query.key } });
    const units = await findUnits(database, found.duties, vietnamDay(now));
    const said = await listCellOfUnits(database, { regimeId: regime.id, dueOn: period.dueOn }, query.key);
    const byUnit = new Map(said.map((one) => [unitKey(one), one]));
    return accept({
      total,
      rows: found.duties.map((duty) => {
        const own = byUnit.get(unitKey(duty));
        return { ...presentUnit(duty, found, units), value: own?.value ?? noReport, counts: own?.counts ?? false };
      }),
      adjustments: found.adjustments.filter(({ key }) => key === query.key).map(presentAdjustment),
    });
  },
});

function countReports({ duties, received }: Consolidated): ConsolidationPage['completeness'] {
  const of = duties.flatMap((duty) => received.get(unitKey(duty)) ?? []);
  return {
    due: duties.length,
    sent: of.length,
    accepted: of.filter(({ accepted }) => accepted !== undefined).length,
    lastEntry: null,
  };
}

function presentUnit(
  duty: Consolidated['duties'][number],
  { received }: Consolidated,
  units: Units,
): ConsolidationPage['units'][number] {
  const report = received.get(unitKey(duty));
  const last = report?.last;
  const firstSentOn = report?.accepted?.firstSentOn ?? last?.firstSentOn ?? null;
  return {
    unit: briefOf(units, duty),
    versionId: last?.id ?? null,
    state: last?.state ?? null,
    late: firstSentOn === null ? null : firstSentOn > duty.dueOn,
  };
}

const presentAdjustment = ({ madeAt, ...one }: StoredAdjustment) => ({ ...one, madeAt: madeAt.toISOString() });

function presentWords({ id, paragraphs }: StoredConsolidation, units: Units) {
  return {
    id,
    paragraphs: paragraphs.map(({ from, ...paragraph }) => ({
      ...paragraph,
      unit: from === null ? null : briefOf(units, from),
    })),
  };
}

/** What was locked, and how what stands below differs from it since. */
function presentLocked(
  { id, version, number, lockedAt, lockedBy, snapshot }: StoredConsolidation,
  { totals, received }: Consolidated,
  units: Units,
): NonNullable<ConsolidationPage['locked']> {
  const changed = [...received].filter(
    ([unit, { accepted }]) => (accepted?.no ?? null) !== (snapshot?.versions[unit] ?? null),
  );
  const names = changed.map(([unit]) => units.get(unit)?.name ?? unit);
  const differences = totals.flatMap(({ key, amount }) => {
    const was = snapshot?.totals[key] ?? null;
    return was === amount ? [] : [{ key, was, is: amount, units: names }];
  });
  return { id, version, number, lockedAt: lockedAt?.toISOString() ?? '', lockedBy: lockedBy ?? '', differences };
}

function listOffered({ duties, received }: Consolidated, units: Units): ConsolidationPage['offered'] {
  return reportHeadings.flatMap((heading) =>
    duties.flatMap((duty) => {
      const report = received.get(unitKey(duty));
      const from = report?.accepted ?? report?.last;
      const words = from?.narrative[heading]?.words.trim() ?? '';
      return from === undefined || words === ''
        ? []
        : [{ unit: briefOf(units, duty), versionId: from.id, heading, words }];
    }),
  );
}
