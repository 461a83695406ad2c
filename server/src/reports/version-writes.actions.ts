import { noReport } from '@mangnon/domain/indicators/value.ts';
import { cellKey } from '@mangnon/domain/indicators/form-cell.ts';
import { isSameValue } from '@mangnon/domain/kernel/same-value.ts';
import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { explainFinding, openVersion, saveCells, writeNarrative } from '@mangnon/domain/reports/versions.api.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { findHeldPosts } from '../access/held-posts.queries.ts';
import { implementWrite } from '../platform/action/action.ts';
import { unitKey } from '../tasks/units.queries.ts';
import { listDuties } from './duties.queries.ts';
import { asked, periodsOf } from './regimes.actions.ts';
import { findRegime } from './regimes.queries.ts';
import { insertStep, putExplanation, putNarrative } from './steps.queries.ts';
import { loadValues, writeValues } from './values.queries.ts';
import { refuseAct } from './version-acts.ts';
import { loadForm } from './version-findings.ts';
import { forUnit, loadLocked } from './version-scope.ts';
import { insertVersion, listVersions } from './versions.queries.ts';

export const open = implementWrite(openVersion, {
  async load({ params, body }, { database }) {
    const regime = await findRegime(database, params.regimeId);
    if (regime === undefined) return refuse('reports.not_found');
    const notDue = refuse('reports.not_due', { where: 'body.dueOn', details: { day: body.dueOn } });
    const period = periodsOf(regime).find(({ dueOn }) => dueOn === body.dueOn);
    if (period === undefined) return notDue;
    const duties = await listDuties(database, [asked(regime, period)]);
    const duty = duties.find((one) => unitKey(one) === unitKey(body.unit));
    return duty === undefined ? notDue : accept({ regime, period, duty });
  },
  async authorise({ duty }, { database, actor }) {
    const held = await findHeldPosts(database, actor.accountId);
    return forUnit(held, 'reports.version.edit', { ...duty, unit: unitKey(duty) });
  },
  async handle({ params, body }, { regime, period, duty }, { database, actor, now, audit }) {
    const { id, unit, dueOn } = body;
    const { cutStart, cutEnd } = period;
    audit({ regimeId: params.regimeId, dueOn, unit: unitKey(unit) });
    const by = { accountId: actor.accountId, now };
    const report = {
      ...unit,
      id,
      regimeId: params.regimeId,
      dueOn,
      cutStart,
      cutEnd,
      provinceId: duty.provinceId,
      receiverPlaceId: regime.placeId,
    };
    if (await insertVersion(database, report, by)) {
      await insertStep(database, { id, versionId: id, step: 'open', words: null }, by);
      return accept({ versionId: id });
    }
    // Somebody began it before, or this very request came before.
    const last = (await listVersions(database, report)).at(-1);
    return last === undefined ? refuse('reports.id_taken') : accept({ versionId: last.id });
  },
});

export const save = implementWrite(saveCells, {
  load: ({ params }, context) => loadLocked(params.versionId, context),
  async authorise(version, { database, actor }) {
    return forUnit(await findHeldPosts(database, actor.accountId), 'reports.version.edit', version);
  },
  async handle({ body }, version, { database, actor, now, audit }) {
    const blocked = refuseAct('edit', version, { today: vietnamDay(now), accountId: actor.accountId });
    if (blocked !== null) return blocked;
    const form = await loadForm(database, version);
    const placed = new Map(form.cells.map((cell) => [cell.key, cell]));
    const { own } = await loadValues(database, version);
    // Of one cell named twice the later counts: it was typed later.
    const changes = [...new Map(body.changes.map((change) => [cellKey(change), change]))];
    const unknown = changes.findIndex(([key]) => !placed.has(key));
    if (unknown >= 0) {
      return refuse('reports.cell_unknown', {
        where: `body.changes.${unknown}`,
        details: { cell: changes[unknown]?.[0] ?? '' },
      });
    }
    const same = changes.filter(([key, { value }]) => isSameValue(value, own.get(key)?.value ?? noReport));
    const told = new Set(same.map(([key]) => key));
    const fresh = changes.filter(([key, { base }]) => !told.has(key) && (own.get(key)?.revision ?? 0) === base);
    const kept = new Set(fresh.map(([key]) => key));
    const written = await writeValues(
      database,
      version,
      fresh.flatMap(([key, { value }]) => {
        const cell = placed.get(key);
        return cell === undefined ? [] : [{ ...cell, value }];
      }),
      { accountId: actor.accountId, now },
    );
    const clashes = changes.filter(([key]) => !told.has(key) && !kept.has(key));
    audit({ cells: written.size, clashes: clashes.length });
    return accept({
      saved: [
        ...same.map(([key]) => ({ key, revision: own.get(key)?.revision ?? 0 })),
        ...fresh.map(([key]) => ({ key, revision: written.get(key) ?? 0 })),
      ],
      clashes: clashes.map(([key]) => {
        const stored = own.get(key);
        return {
          key,
          value: stored?.value ?? noReport,
          revision: stored?.revision ?? 0,
          enteredAt: stored?.enteredAt.toISOString() ?? null,
          enteredBy: stored?.enteredBy ?? null,
        };
      }),
    });
  },
});

export const explain = implementWrite(explainFinding, {
  load: ({ params }, context) => loadLocked(params.versionId, context),
  async authorise(version, { database, actor }) {
    return forUnit(await findHeldPosts(database, actor.accountId), 'reports.version.edit', version);
  },
  async handle({ body }, version, { database, actor, now, audit }) {
    const blocked = refuseAct('edit', version, { today: vietnamDay(now), accountId: actor.accountId });
    if (blocked !== null) return blocked;
    await putExplanation(database, version.no, body, { accountId: actor.accountId, now });
    audit({ finding: body.finding, takenBack: body.words === null });
    return accept({ versionId: version.id });
  },
});

export const write = implementWrite(writeNarrative, {
  load: ({ params }, context) => loadLocked(params.versionId, context),
  async authorise(version, { database, actor }) {
    return forUnit(await findHeldPosts(database, actor.accountId), 'reports.version.edit', version);
  },
  async handle({ body }, version, { database, actor, now, audit }) {
    const blocked = refuseAct('edit', version, { today: vietnamDay(now), accountId: actor.accountId });
    if (blocked !== null) return blocked;
    const stored = version.narrative[body.heading];
    audit({ heading: body.heading });
    const words = body.words.trim();
    if (stored?.words === words) return accept({ revision: stored.revision });
    if ((stored?.revision ?? 0) !== body.base) {
      return refuse('reports.narrative_changed', {
        where: 'body.base',
        details: { name: stored?.by ?? '', words: stored?.words ?? '' },
      });
    }
    const revision = body.base + 1;
    await putNarrative(database, version.no, body.heading, { words, revision, by: actor.name });
    return accept({ revision });
  },
});
