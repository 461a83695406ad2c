import type { Catalogue } from '@mangnon/domain/indicators/catalogue.ts';
import { listIndicators } from '@mangnon/domain/indicators/catalogue.ts';
import { noReport } from '@mangnon/domain/indicators/value.ts';
import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { tellRefusal } from '@mangnon/domain/kernel/tell-refusal.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import type { PlacedCell } from '@mangnon/domain/reports/report-form.ts';
import { reportHeadings } from '@mangnon/domain/reports/report-headings.ts';
import type { VersionAct } from '@mangnon/domain/reports/report-version.workflow.ts';
import { reportsRefusals } from '@mangnon/domain/reports/reports.refusals.ts';
import {
  findVersion as findVersionEndpoint,
  getVersion,
  type ReportVersionPage,
} from '@mangnon/domain/reports/versions.api.ts';
import { findHeldPosts } from '../access/held-posts.queries.ts';
import { briefOf } from '../inspections/inspection-lists.actions.ts';
import { implementRead } from '../platform/action/action.ts';
import { findUnits, unitKey } from '../tasks/units.queries.ts';
import { actsForSender } from './acts-for-sender.ts';
import { periodsOf } from './regimes.actions.ts';
import { findRegime } from './regimes.queries.ts';
import { findBlock } from './version-acts.ts';
import { loadReport, type LoadedReport } from './version-findings.ts';
import { forReceiver, forUnit } from './version-scope.ts';
import { findVersion, listVersions, type StoredVersion } from './versions.queries.ts';

export const find = implementRead(findVersionEndpoint, {
  async answer({ params, query }, { database, actor }) {
    const { dueOn, ...unit } = query;
    const versions = await listVersions(database, { ...unit, regimeId: params.regimeId, dueOn });
    const held = await findHeldPosts(database, actor.accountId);
    // Whether the unit owes it at all is asked when it is begun.
    const open = actsForSender(held, { placeId: unit.placeId, provinceId: '', unit: unitKey(unit) });
    return accept({ versions, can: { open } });
  },
});

export const get = implementRead(getVersion, {
  async answer({ params }, { database, actor, now }) {
    const today = vietnamDay(now);
    const version = await findVersion(database, params.versionId);
    const regime = version === undefined ? undefined : await findRegime(database, version.regimeId);
    if (version === undefined || regime === undefined) return refuse('reports.version_not_found');
    const report = await loadReport(database, version);
    const units = await findUnits(database, [version], today);
    const held = await findHeldPosts(database, actor.accountId);
    const label = periodsOf(regime).find(({ dueOn }) => dueOn === version.dueOn)?.label ?? '';
    const edits = forUnit(held, 'reports.version.edit', version);
    const decides = forReceiver(held, version);
    const mine: Record<VersionAct, boolean> = {
      edit: edits,
      sign: forUnit(held, 'reports.version.sign', version),
      reopen: edits,
      send: edits,
      accept: decides,
      send_back: decides,
      correct: edits,
    };
    const facts = { today, accountId: actor.accountId, blockers: report.blockers };
    const blocked = (Object.keys(mine) as VersionAct[]).flatMap((act) => {
      const block = mine[act] ? findBlock(act, version, facts) : null;
      return block === null ? [] : [{ act, code: block.code, words: tellRefusal(reportsRefusals, block) }];
    });
    const may = (act: VersionAct) => mine[act] && !blocked.some((one) => one.act === act);
    const answer: ReportVersionPage = {
      ...presentVersion(version, report),
      regime: {
        id: regime.id,
        planId: regime.plan.id,
        planNumber: regime.plan.number,
        planTitle: regime.plan.title,
        receiver: regime.receiver,
      },
      unit: briefOf(units, version),
      period: { label, cutStart: version.cutStart, cutEnd: version.cutEnd, dueOn: version.dueOn },
      versions: await listVersions(database, version),
      can: {
        edit: may('edit'),
        sign: may('sign'),
        reopen: may('reopen'),
        send: may('send'),
        decide: may('accept') || may('send_back'),
        correct: may('correct'),
      },
      blocked,
      today,
    };
    return accept(answer);
  },
});

type Presented = Omit<ReportVersionPage, 'regime' | 'unit' | 'period' | 'versions' | 'can' | 'blocked' | 'today'>;

const iso = (at: Date | null) => at?.toISOString() ?? null;

function presentVersion(version: StoredVersion, report: LoadedReport): Presented {
  const { id, version: number, reason, state, signedBy, decidedBy, firstSentOn, dueOn, narrative } = version;
  const { values, parts, sisters, tables, cells, catalogue } = report;
  const codes = new Set(cells.map(({ code }) => code));
  return {
    id,
    version: number,
    reason,
    state,
    late: firstSentOn === null ? null : firstSentOn > dueOn,
    signedBy,
    signedAt: iso(version.signedAt),
    sentAt: iso(version.sentAt),
    decidedBy,
    decidedAt: iso(version.decidedAt),
    tables: tables.map(({ rows, columns, ...table }) => ({
      ...table,
      columns: [...columns],
      rows: rows.map((row) => ({ code: row.indicator.code, cells: [...row.cells] })),
    })),
    cells: cells.map((cell) => presentCell(cell, values)),
    indicators: listIndicators(catalogue, version.cutEnd).filter(({ code, formula }) => {
      if (formula.kind === 'count') return codes.has(code);
      return formula.kind === 'ratio' && codes.has(formula.numerator) && codes.has(formula.denominator);
    }),
    breakdowns: listBreakdowns(catalogue, cells),
    sisters: Object.fromEntries([...sisters].map(([code, rates]) => [code, [...rates]])),
    explained: { ...parts.explained },
    narrative: reportHeadings.map((heading) => ({
      heading,
      words: narrative[heading]?.words ?? '',
      revision: narrative[heading]?.revision ?? 0,
    })),
    remarks: [...parts.remarks],
    steps: [...parts.steps],
  };
}

function presentCell({ key }: PlacedCell, { own: values, accepted, before }: LoadedReport['values']) {
  const own = values.get(key);
  return {
    key,
    value: own?.value ?? noReport,
    revision: own?.revision ?? 0,
    enteredAt: iso(own?.enteredAt ?? null),
    enteredBy: own?.enteredBy ?? null,
    accepted: accepted.get(key) ?? null,
    before: before.get(key) ?? null,
  };
}

function listBreakdowns(catalogue: Catalogue, cells: readonly PlacedCell[]) {
  const used = new Set(cells.flatMap(({ parts }) => Object.keys(parts)));
  return [...catalogue.breakdowns.values()].filter(({ code }) => used.has(code));
}
