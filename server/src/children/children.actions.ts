import { reachOf, standingAt, type HeldPost } from '@mangnon/domain/access/reach.ts';
import { birthYearOf, isBornBy } from '@mangnon/domain/children/child-groups.ts';
import {
  getChild,
  listChildren,
  registerChild,
  searchChildren,
  transferChild,
} from '@mangnon/domain/children/children.api.ts';
import { nameDistance } from '@mangnon/domain/children/name-keys.ts';
import { pageSize } from '@mangnon/domain/children/shown-group.ts';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { stoodOn } from '@mangnon/domain/places/place.ts';
import {
  implementRead,
  implementWrite,
  nothingStored,
  type Action,
  type TransactionContext,
} from '../platform/action/action.ts';
import {
  countChildRows,
  findChild,
  findNamedChildren,
  findUnit,
  insertChild,
  listChildRows,
  moveChild,
  type ChildRow,
} from './children.queries.ts';
import { presentChild, presentLines } from './present-child.ts';
import { addGroup, openGroups, type Keys } from './sealed-groups.ts';
import { findHeldPosts } from '../access/held-posts.queries.ts';
import { narrowToReach } from './standing.queries.ts';

/** Most names a search opens and shows. */
const mostFound = 40;

/** The child of an address, as far as this person may see it. */
export async function loadChild(
  childId: string,
  { database, actor }: Pick<TransactionContext, 'database' | 'actor'>,
): Promise<Result<ChildRow>> {
  const row = await findChild(database, childId, actor.accountId);
  return row === undefined ? refuse('children.not_found') : accept(row);
}

/** The answer of an act: the child as it stands after it. */
export async function presentAgain(keys: Keys, context: TransactionContext, childId: string) {
  const row = await loadChild(childId, context);
  return row.ok ? presentChild(keys, context, row.value) : row;
}

/** Finding, registering and handing over children. */
export function childActions(keys: Keys): Action[] {
  return [
    implementRead(listChildren, {
      async answer({ query }, context) {
        const { database, actor, concerns } = context;
        const held = await findHeldPosts(database, actor.accountId);
        const reach = await narrowToReach(database, held, 'child');
        const rows = await listChildRows(database, query, reach, actor.accountId);
        const page = rows.slice(0, pageSize);
        const children = await presentLines(keys, context, held, page);
        if (!children.ok) return children;
        concerns(
          'child',
          page.map(({ id }) => id),
        );
        const next = rows.length > pageSize ? (page.at(-1)?.cursor ?? null) : null;
        const total = query.after === undefined ? await countChildRows(database, query, reach) : null;
        return accept({ children: children.value, total, next });
      },
    }),
    implementRead(getChild, {
      async answer({ params }, context) {
        const row = await loadChild(params.childId, context);
        return row.ok ? presentChild(keys, context, row.value) : row;
      },
    }),
    implementWrite(searchChildren, {
      load: nothingStored,
      // Whose names may be looked at is asked of each child that is found.
      authorise: () => true,
      async handle({ body }, _stored, context) {
        const { database, actor, concerns } = context;
        const ids = await keys.names.find(database, body.name, body.born, mostFound + 1);
        if (!ids.ok) return ids;
        const rows = await findNamedChildren(database, ids.value.slice(0, mostFound), actor.accountId);
        const lines = await presentLines(keys, context, await findHeldPosts(database, actor.accountId), rows);
        if (!lines.ok) return lines;
        const children = lines.value
          .flatMap((line) =>
            line.name.state === 'shown' ? [{ ...line, distance: nameDistance(body.name, line.name.text) }] : [],
          )
          .toSorted((a, b) => a.distance - b.distance || b.createdAt.localeCompare(a.createdAt));
        concerns(
          'child',
          children.map(({ id }) => id),
        );
        return accept({ children, more: ids.value.length > mostFound });
      },
    }),
    implementWrite(registerChild, {
      async load({ body }, { database, actor }) {
        const unit = await findUnit(database, body.placeId);
        if (unit?.level !== 'commune' || unit.parentId === null)
          return refuse('children.place_unknown', { where: 'body.placeId', details: { place: body.placeId } });
        const stored = await findChild(database, body.id, actor.accountId);
        const held = await findHeldPosts(database, actor.accountId);
        const intakeUnit = body.intakeUnit ?? (body.intakeUnit === null ? '' : findIntakeUnit(held, body.placeId));
        return accept({ unit, at: { placeId: body.placeId, provinceId: unit.parentId, intakeUnit }, held, stored });
      },
      authorise({ at, held }, _context, { body }) {
        const own = at.intakeUnit === '' || held.some(({ unit }) => unit === at.intakeUnit);
        const may = reachOf(held, standingAt(at.placeId, at.provinceId, at.intakeUnit));
        const written = (['contact', 'health'] as const).filter((group) => body[group] !== null);
        return own && may('children.child.create', 'core', 'identity', ...written);
      },
      async handle({ body }, { unit, at, stored }, context) {
        const { database, actor, now } = context;
        const today = vietnamDay(now);
        const { id, identity } = body;
        context.concerns('child', [id]);
        if (stored !== undefined) return answerAgain(keys, context, stored, { ...body, ...at });
        if (!stoodOn(unit, today))
          return refuse('children.place_not_standing', {
            where: 'body.placeId',
            details: { place: at.placeId, day: today },
          });
        if (!isBornBy(identity.born, today))
          return refuse('children.born_wrong', { where: 'body.identity.born', details: { born: identity.born } });
        const birthYear = birthYearOf(identity.born);
        const made = { id, ...at, birthYear, createdBy: actor.accountId };
        if (!(await insertChild(database, made, now))) return refuse('children.id_taken', { where: 'body.id' });
        const key = await keys.sealerIn(database, now).createKey({ kind: 'child', id });
        if (!key.ok) return key;
        for (const group of ['identity', 'contact', 'health'] as const) {
          const content = body[group];
          const added = content === null ? accept(null) : await addGroup(keys, context, group, { id, ...at }, content);
          if (!added.ok) return added;
        }
        const found = await keys.names.replace(database, { childId: id, name: identity.name, birthYear, ...at });
        return found.ok ? presentAgain(keys, context, id) : found;
      },
    }),
    implementWrite(transferChild, {
      load: ({ params }, context) => loadChild(params.childId, context),
      authorise: async (row, { database, actor }) =>
        reachOf(await findHeldPosts(database, actor.accountId), row)('children.child.transfer', 'core'),
      async handle({ body: { placeId } }, row, { database, now, audit }) {
        const { refusal, ended, placeName } = await moveChild(database, row.id, placeId);
        if (refusal !== null)
          return refuse(`children.${refusal}`, {
            where: 'body.placeId',
            details: { place: placeId, day: vietnamDay(now) },
          });
        audit({ from: row.placeId, to: placeId, ended });
        return accept({ place: { id: placeId, name: placeName }, ended });
      },
    }),
  ];
}

/** Who received the report where nobody says: the commune of the person, else the only unit they register for. */
function findIntakeUnit(held: readonly HeldPost[], placeId: string): string {
  const may = (at: string, intakeUnit: string) =>
    reachOf(held, standingAt(at, '', intakeUnit))('children.child.create', 'core');
  const units = new Set(held.flatMap(({ unit }) => (unit !== null && may('', unit) ? [unit] : [])));
  const [only] = units;
  return may(placeId, '') || units.size !== 1 ? '' : (only ?? '');
}

/** The same call sent again gets the same answer; the same id with another content is refused. */
async function answerAgain(
  keys: Keys,
  context: TransactionContext,
  stored: ChildRow,
  body: { readonly placeId: string; readonly intakeUnit: string } & Readonly<
    Record<'identity' | 'contact' | 'health', object | null>
  >,
) {
  const groups = ['identity', 'contact', 'health'] as const;
  const opened = await openGroups(keys, context, stored.id, groups);
  if (!opened.ok) return opened;
  const same = groups.every((group) => {
    const found = opened.value.get(group);
    return JSON.stringify(found?.state === 'shown' ? found.content : null) === JSON.stringify(body[group]);
  });
  const mine = stored.createdBy === context.actor.accountId;
  const there = stored.placeId === body.placeId && stored.intakeUnit === body.intakeUnit;
  return same && mine && there
    ? presentChild(keys, context, stored)
    : refuse('children.id_taken', { where: 'body.id' });
}
