import { randomUUID } from 'node:crypto';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { addTargetValue, getTarget, listTargets, setTargetStart } from '@mangnon/domain/law/target.api.ts';
import { computePath, computeStanding } from '@mangnon/domain/law/target-state.ts';
import { implementRead, implementWrite, type TransactionContext } from '../platform/action/action.ts';
import { findPlaceName, type NamedPlace } from './place-names.queries.ts';
import { insertStart, insertValue, lockTarget } from './target-edits.queries.ts';
import {
  findTargetRow,
  isFound,
  keepsFiguresOf,
  listLinkedTargets,
  listTargetHistory,
  searchTargets,
  type TargetRow,
} from './targets.queries.ts';

function present(row: TargetRow) {
  const { against: _a, start: _s, values: _v, planPlaceId: _p, owner: _o, sourceUrl: _u, note: _n, ...line } = row;
  return { ...line, standing: computeStanding(row, row) };
}

export const list = implementRead(listTargets, {
  answer: async ({ query: { documentId = null, placeId = null, q = '' } }, { database }) => {
    const rows = await searchTargets(database, { documentId, placeId });
    return accept({ targets: rows.filter((row) => isFound(row, q)).map(present) });
  },
});

export const get = implementRead(getTarget, {
  answer: async ({ params: { targetId }, query: { placeId = null } }, { database, now }) => {
    const row = await findTargetRow(database, targetId, placeId);
    if (row === undefined) return refuse('law.target_not_found');
    const asked = row.planPlaceId ?? (row.origin === 'entered' ? placeId : null);
    const place = asked === null ? null : await findPlaceName(database, asked);
    if (place === undefined) return refuse('law.place_not_found', { where: 'query.placeId' });
    const stored = await listTargetHistory(database, targetId, row.origin === 'entered' ? placeId : null);
    const history = stored.values.map((value) => ({ ...value, at: value.at.toISOString() }));
    const [start] = stored.starts;
    const newest = new Map(history.toReversed().map((value) => [value.year, value]));
    const { standing: _, document, ...line } = present(row);
    return accept({
      on: vietnamDay(now),
      target: { ...line, owner: row.owner, sourceUrl: row.sourceUrl, note: row.note },
      document,
      place: place === null ? null : { id: place.id, name: place.name },
      start: start === undefined ? null : { ...start, at: start.at.toISOString() },
      values: [...newest.values()].filter(({ value }) => value !== null).sort((one, other) => one.year - other.year),
      history,
      standing: computeStanding(row, row),
      path: computePath(row, row),
      above: (await listLinkedTargets(database, targetId, 'above', asked)).map(present),
      below: (await listLinkedTargets(database, targetId, 'below', asked)).map(present),
      can: { edit: await keepsFiguresOf(database, asked) },
    });
  },
});

interface Held {
  readonly row: TargetRow;
  /** Under which place the figure is kept: null is the plan's own, or the country. */
  readonly placeId: string | null;
  readonly ofPlace: NamedPlace | null;
}

/** The target with its lock, and the place whose figure is written: that of the plan, or the one given for a text. */
async function hold(
  {
    params,
    body,
  }: { readonly params: { readonly targetId: string }; readonly body: { readonly placeId: string | null } },
  { database }: TransactionContext,
): Promise<Result<Held>> {
  await lockTarget(database, params.targetId);
  const isOfText = (row: TargetRow) => row.origin === 'entered';
  const row = await findTargetRow(database, params.targetId, body.placeId);
  if (row === undefined) return refuse('law.target_not_found');
  const placeId = isOfText(row) ? body.placeId : null;
  const keptBy = row.planPlaceId ?? placeId;
  const ofPlace = keptBy === null ? null : await findPlaceName(database, keptBy);
  return ofPlace === undefined
    ? refuse('law.place_not_found', { where: 'body.placeId' })
    : accept({ row, placeId, ofPlace });
}

const mayWrite = ({ ofPlace }: Held, { database }: TransactionContext) => keepsFiguresOf(database, ofPlace?.id ?? null);

const keysOf = ({ row, placeId }: Held, { actor, now }: TransactionContext) => ({
  id: randomUUID(),
  targetId: row.id,
  isRead: row.origin === 'read',
  placeId,
  accountId: actor.accountId,
  now,
});

export const setStart = implementWrite(setTargetStart, {
  load: hold,
  authorise: mayWrite,
  handle: async ({ body: { measure, against, start } }, held, context) => {
    const keys = keysOf(held, context);
    const { value = null, year = null, source = null } = start ?? {};
    await insertStart(context.database, keys, { measure, against, value, year, source });
    context.audit({ startId: keys.id });
    return accept({ id: keys.id });
  },
});

export const addValue = implementWrite(addTargetValue, {
  load: hold,
  authorise: mayWrite,
  handle: async ({ body: { year, value, proof, proofUrl, note } }, held, context) => {
    if (value !== null && proof === null) return refuse('law.value_proof', { where: 'body.proof' });
    if (value === null && note === null) return refuse('law.value_reason', { where: 'body.note' });
    if (year > Number(vietnamDay(context.now).slice(0, 4))) {
      return refuse('law.value_future', { where: 'body.year', details: { year } });
    }
    const keys = keysOf(held, context);
    await insertValue(context.database, keys, { year, value, proof, proof_url: proofUrl, note });
    context.audit({ valueId: keys.id, year });
    return accept({ id: keys.id });
  },
});
