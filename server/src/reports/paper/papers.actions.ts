import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { paperKindOf } from '@mangnon/domain/reports/paper/paper-kind.ts';
import { getConsolidationPaper, getVersionPaper } from '@mangnon/domain/reports/paper/papers.api.ts';
import { findPlan } from '../../plans/plans.queries.ts';
import { implementRead } from '../../platform/action/action.ts';
import { findUnits, unitKey } from '../../tasks/units.queries.ts';
import { consolidate } from '../consolidate.ts';
import { listConsolidations } from '../consolidated.queries.ts';
import { loadDue, seesAll, type ReceivedDue } from '../consolidation-scope.ts';
import { periodsOf } from '../regimes.actions.ts';
import { findRegime } from '../regimes.queries.ts';
import { loadValues } from '../values.queries.ts';
import { loadForm } from '../version-findings.ts';
import { findVersion, loadParts } from '../versions.queries.ts';
import { composeConsolidationPaper } from './compose-consolidation-paper.ts';
import { composeVersionPaper } from './compose-version-paper.ts';
import { paperFile } from './paper-file.ts';
import { committees } from './paper-heading.ts';
import { listUnitValues } from './paper.queries.ts';
import { listPaperTasks } from './paper-tasks.ts';

export const versionPaper = implementRead(getVersionPaper, {
  async answer({ params, query }, { database, audit }) {
    const version = await findVersion(database, params.versionId);
    const regime = version === undefined ? undefined : await findRegime(database, version.regimeId);
    if (version === undefined || regime === undefined) return refuse('reports.version_not_found');
    const unit = (await findUnits(database, [version], version.cutEnd)).get(unitKey(version));
    if (unit === undefined) return refuse('reports.version_not_found');
    const span = { from: version.cutStart, to: version.cutEnd };
    const label = periodsOf(regime).find(({ dueOn }) => dueOn === version.dueOn)?.label ?? '';
    const paper = composeVersionPaper(query.kind, {
      version,
      regime,
      plan: await findPlan(database, regime.plan.id),
      unit,
      form: await loadForm(database, version),
      values: await loadValues(database, version),
      parts: await loadParts(database, version.no),
      label,
      tasks: await listPaperTasks(database, regime.plan.id, span, version),
    });
    audit({ versionId: version.id, state: version.state, kind: query.kind, form: query.form });
    // What was not sent yet says so in its name: it may still change.
    const draft = version.firstSentOn === null ? 'du thao ' : '';
    return accept(await paperFile(paper, query.form, `${draft}${unit.name} ${label} lan ${version.version}`));
  },
});

export const consolidationPaper = implementRead(getConsolidationPaper, {
  async answer({ params, query }, context) {
    const { database, actor, now, audit } = context;
    const loaded = await loadDue(params.regimeId, query.dueOn, context);
    if (!loaded.ok) return loaded;
    if (!seesAll(loaded.value)) return refuse('platform.not_allowed');
    const { regime, period, placeId } = loaded.value;
    const due = { regimeId: regime.id, dueOn: period.dueOn };
    const found = await consolidate(database, regime, period);
    const written = await listConsolidations(database, due, placeId);
    const receivers = receiversOf(loaded.value);
    const units = await findUnits(database, [...found.duties, ...receivers], vietnamDay(now));
    const receiver = receivers
      .flatMap((one) => units.get(unitKey(one)) ?? [])
      .find(({ level, placeLevel }) => level === placeLevel);
    if (receiver === undefined) return refuse('reports.not_found');
    const paper = composeConsolidationPaper(query.kind, {
      period,
      plan: await findPlan(database, regime.plan.id),
      receiver,
      found,
      said: await listUnitValues(database, due),
      units,
      // The words being written now, else those that went up last. The figures are those of this moment.
      written: written.find(({ state }) => state === 'draft') ?? written.findLast(({ state }) => state === 'locked'),
      tasks: await listPaperTasks(database, regime.plan.id, { from: period.cutStart, to: period.cutEnd }, null),
      preparedBy: actor.name,
    });
    const { kind, form } = query;
    audit({ regimeId: regime.id, dueOn: period.dueOn, kind, form, units: found.duties.length });
    const name = `tong hop ${paperKindOf(kind).name.vi.replace(/^Báo cáo /, '')} ${period.label}`;
    return accept(await paperFile(paper, form, name));
  },
});

/** In whose name it goes on: the agency of who asks, where that is of the place, else the committee of the place. */
function receiversOf({ held, placeId }: ReceivedDue): { agencyId: string; placeId: string }[] {
  const own = held.flatMap(({ unit }) => {
    const [agencyId, place] = unit?.split('|') ?? [];
    return agencyId !== undefined && place === placeId ? [{ agencyId, placeId }] : [];
  });
  return [...own, ...Object.values(committees).map((agencyId) => ({ agencyId, placeId }))];
}
