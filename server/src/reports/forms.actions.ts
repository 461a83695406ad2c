import { findIndicator, listIndicators, type Catalogue } from '@mangnon/domain/indicators/catalogue.ts';
import { cellName } from '@mangnon/domain/indicators/form-cell.ts';
import { isCount } from '@mangnon/domain/indicators/indicator.ts';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { listCells, placeCells, type FormTable } from '@mangnon/domain/reports/report-form.ts';
import { starterForms } from '@mangnon/domain/reports/starter-forms.ts';
import { getForm, setForm } from '@mangnon/domain/reports/versions.api.ts';
import { findHeldPosts } from '../access/held-posts.queries.ts';
import { loadCatalogue } from '../indicators/indicators.queries.ts';
import { implementRead, implementWrite } from '../platform/action/action.ts';
import { actsForPlace } from '../tasks/held-units.ts';
import { insertForm, isBegun, listForms, listSenderLevels, listSenderNames } from './forms.queries.ts';
import { periodsOf } from './regimes.actions.ts';
import { findRegime, lockRegime } from './regimes.queries.ts';

export const get = implementRead(getForm, {
  async answer({ params, query }, { database, actor, now }) {
    const regime = await findRegime(database, params.regimeId);
    if (regime === undefined) return refuse('reports.not_found');
    const forms = await listForms(database, params.regimeId);
    const day = query.dueOn ?? vietnamDay(now);
    const form = forms.findLast(({ firstDueOn }) => firstDueOn <= day) ?? forms.at(-1);
    const held = await findHeldPosts(database, actor.accountId);
    const catalogue = await loadCatalogue(database);
    const splits = [...catalogue.breakdowns.values()].filter(({ parts }) => parts.length > 0);
    const listed = new Set(splits.map(({ code }) => code));
    return accept({
      tables: form === undefined ? null : [...form.tables],
      version: form?.version ?? null,
      firstDueOn: form?.firstDueOn ?? null,
      versions: forms.map(({ version, firstDueOn, setAt, setBy }) => ({
        version,
        firstDueOn,
        setAt: setAt.toISOString(),
        setBy,
      })),
      starters: starterForms,
      dueDays: periodsOf(regime).map(({ dueOn, label }) => ({ dueOn, label })),
      counts: listIndicators(catalogue, vietnamDay(now))
        .filter(isCount)
        .map(({ code, name, subject, breakdowns }) => {
          return { code, name, subject, splits: breakdowns.filter((one) => listed.has(one)) };
        }),
      splits: splits.map(({ code, name, parts }) => ({ code, name, parts: parts.length })),
      senders: await listSenderNames(database, regime.id),
      can: { edit: actsForPlace(held, 'reports.regime.edit', regime.placeId) },
    });
  },
});

export const set = implementWrite(setForm, {
  async load({ params }, { database }) {
    await lockRegime(database, params.regimeId);
    const regime = await findRegime(database, params.regimeId);
    return regime === undefined ? refuse('reports.not_found') : accept(regime);
  },
  async authorise({ placeId }, { database, actor }) {
    return actsForPlace(await findHeldPosts(database, actor.accountId), 'reports.regime.edit', placeId);
  },
  async handle({ params, body }, regime, { database, actor, now, audit }) {
    const { regimeId } = params;
    audit({ regimeId, firstDueOn: body.firstDueOn, tables: body.tables.length });
    const period = periodsOf(regime).find(({ dueOn }) => dueOn === body.firstDueOn);
    const details = { day: body.firstDueOn };
    if (period === undefined) return refuse('reports.form_no_due_day', { where: 'body.firstDueOn', details });
    const catalogue = await loadCatalogue(database);
    const fits = checkTables(body.tables, catalogue, period.cutEnd, await listSenderLevels(database, regimeId));
    if (!fits.ok) return fits;
    if (await isBegun(database, regimeId, body.firstDueOn)) {
      return refuse('reports.form_too_late', { where: 'body.firstDueOn', details });
    }
    const form = { id: body.id, regimeId, firstDueOn: body.firstDueOn, tables: body.tables };
    if (await insertForm(database, form, { accountId: actor.accountId, now })) return accept({ regimeId });
    const stored = (await listForms(database, regimeId)).find(({ firstDueOn }) => firstDueOn === body.firstDueOn);
    const same = JSON.stringify(stored?.tables) === JSON.stringify(body.tables);
    return same ? accept({ regimeId }) : refuse('reports.form_too_late', { where: 'body.firstDueOn', details });
  },
});

/** Whether each code is a count that day, each split fits, and no cell would be told by two levels and added twice. */
function checkTables(
  tables: readonly FormTable[],
  catalogue: Catalogue,
  day: string,
  senders: ReadonlyMap<string, string>,
): Result<null> {
  for (const [at, { title, by, codes }] of tables.entries()) {
    const where = `body.tables.${at}`;
    for (const code of codes) {
      const one = findIndicator(catalogue, code, day);
      if (one === undefined || !isCount(one))
        return refuse('reports.form_unknown_code', { where, details: { code, day } });
    }
    const fits =
      by === null || codes.some((code) => findIndicator(catalogue, code, day)?.breakdowns.includes(by) === true);
    if (!fits || (by !== null && (catalogue.breakdowns.get(by)?.parts.length ?? 0) === 0)) {
      const name = by === null ? '' : (catalogue.breakdowns.get(by)?.name.vi ?? by);
      return refuse('reports.form_split_unfit', { where, details: { table: title.vi, by: name } });
    }
  }
  const levels = new Map<string, string>();
  for (const [agency, level] of senders) {
    for (const { key, code, parts } of listCells(placeCells(tables, catalogue, day, agency))) {
      const other = levels.get(key) ?? level;
      if (other !== level) {
        const one = findIndicator(catalogue, code, day);
        const cell = one === undefined ? key : cellName(one, parts, catalogue).vi;
        return refuse('reports.form_two_levels', { where: 'body.tables', details: { cell } });
      }
      levels.set(key, level);
    }
  }
  return accept(null);
}
