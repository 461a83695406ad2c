import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { adjustTotal, lockConsolidation, writeConsolidation } from '@mangnon/domain/reports/consolidation.api.ts';
import { implementWrite } from '../platform/action/action.ts';
import { unitKey } from '../tasks/units.queries.ts';
import { consolidate } from './consolidate.ts';
import {
  insertConsolidation,
  listConsolidations,
  lockDraft,
  putParagraphs,
  type StoredParagraph,
} from './consolidated.queries.ts';
import { insertAdjustment, listAdjustments, listReceived } from './consolidation.queries.ts';
import { loadDue, receives } from './consolidation-scope.ts';
import { lockRegime } from './regimes.queries.ts';

export const adjust = implementWrite(adjustTotal, {
  async load({ params, body }, context) {
    // One receiver at a time: an adjustment is taken back once.
    await lockRegime(context.database, params.regimeId);
    return loadDue(params.regimeId, body.dueOn, context);
  },
  authorise: (due) => receives(due),
  async handle({ body }, { regime, period, placeId }, { database, actor, now, audit }) {
    const due = { regimeId: regime.id, dueOn: period.dueOn };
    const { cells } = await consolidate(database, regime, period);
    const made = await listAdjustments(database, due);
    audit({ regimeId: regime.id, dueOn: period.dueOn, kind: body.kind });
    const from = body.kind === 'take_back' ? made.find(({ id }) => id === body.adjustmentId) : undefined;
    if (body.kind === 'take_back' && from === undefined)
      return refuse('reports.adjustment_unknown', { where: 'body.adjustmentId' });
    const key = body.kind === 'adjust' ? body.key : (from?.key ?? '');
    const cell = cells.get(key);
    if (cell === undefined) return refuse('reports.cell_unknown', { where: 'body.key', details: { cell: key } });
    const amount = body.kind === 'adjust' ? body.amount : -(from?.amount ?? 0);
    if (amount === 0) return refuse('reports.adjustment_of_nothing', { where: 'body.amount' });
    await insertAdjustment(
      database,
      {
        ...due,
        id: body.id,
        key,
        code: cell.code,
        parts: cell.parts,
        placeId,
        amount,
        reason: body.reason,
        cutStart: period.cutStart,
        cutEnd: period.cutEnd,
        takesBack: from?.id ?? null,
      },
      { accountId: actor.accountId, now },
    );
    return accept({ regimeId: regime.id });
  },
});

export const write = implementWrite(writeConsolidation, {
  async load({ params, body }, context) {
    await lockRegime(context.database, params.regimeId);
    return loadDue(params.regimeId, body.dueOn, context);
  },
  authorise: (due) => receives(due),
  async handle({ body }, { regime, period, placeId }, { database, actor, now, audit }) {
    const due = { regimeId: regime.id, dueOn: period.dueOn };
    audit({ regimeId: regime.id, dueOn: period.dueOn, paragraphs: body.paragraphs.length });
    await insertConsolidation(database, { ...due, id: body.id, placeId }, { accountId: actor.accountId, now });
    const draft = (await listConsolidations(database, due, placeId)).find(({ state }) => state === 'draft');
    if (draft === undefined) return refuse('reports.id_taken');
    const received = new Map((await listReceived(database, due)).map((report) => [report.id, report]));
    const kept = new Map(draft.paragraphs.map((one) => [one.id, one]));
    const paragraphs: StoredParagraph[] = [];
    for (const { id, heading, words, from } of body.paragraphs) {
      const report = from === null ? undefined : received.get(from.versionId);
      // What was picked keeps whose it is, though that report was corrected since.
      const before = kept.get(id)?.from ?? null;
      if (from !== null && report === undefined && before?.versionId !== from.versionId) {
        return refuse('reports.version_not_found', { where: 'body.paragraphs' });
      }
      const source =
        report === undefined ? before : { versionId: report.id, agencyId: report.agencyId, placeId: report.placeId };
      const original = report?.narrative[heading]?.words.trim();
      const edited = source !== null && (original === undefined ? (kept.get(id)?.edited ?? false) : original !== words);
      paragraphs.push({ id, heading, words, from: source, edited });
    }
    if (JSON.stringify(paragraphs) === JSON.stringify(draft.paragraphs)) return accept({ revision: draft.revision });
    // A draft that was only begun now has the first revision, on nothing.
    const base = body.base === 0 && draft.paragraphs.length === 0 ? draft.revision : body.base;
    return (await putParagraphs(database, draft.id, base, paragraphs))
      ? accept({ revision: base + 1 })
      : refuse('reports.consolidation_changed', { where: 'body.base' });
  },
});

export const lock = implementWrite(lockConsolidation, {
  async load({ params, body }, context) {
    await lockRegime(context.database, params.regimeId);
    return loadDue(params.regimeId, body.dueOn, context);
  },
  authorise: (due) => receives(due),
  async handle({ body }, { regime, period, placeId }, { database, actor, now, audit }) {
    const due = { regimeId: regime.id, dueOn: period.dueOn };
    const draft = (await listConsolidations(database, due, placeId)).find(({ state }) => state === 'draft');
    if (draft === undefined) return refuse('reports.nothing_to_lock');
    const { totals, received, duties } = await consolidate(database, regime, period);
    const counted = duties.flatMap((duty) => {
      const no = received.get(unitKey(duty))?.accepted?.no;
      return no === undefined ? [] : [[unitKey(duty), no] as const];
    });
    const snapshot = {
      totals: Object.fromEntries(totals.map(({ key, amount }) => [key, amount])),
      versions: Object.fromEntries(counted),
    };
    const by = { accountId: actor.accountId, now };
    if (!(await lockDraft(database, { id: draft.id, base: body.base, number: body.number, snapshot }, by))) {
      return refuse('reports.consolidation_changed', { where: 'body.base' });
    }
    audit({ regimeId: regime.id, dueOn: period.dueOn, version: draft.version, units: counted.length });
    return accept({ regimeId: regime.id });
  },
});
