import { reachOf, type HeldPost } from '@mangnon/domain/access/reach.ts';
import { childContact, childHealth, childIdentity } from '@mangnon/domain/children/child-groups.ts';
import type { Child, childActs, ChildLine } from '@mangnon/domain/children/children.api.ts';
import type { ShownName } from '@mangnon/domain/children/shown-group.ts';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import type { TransactionContext } from '../platform/action/action.ts';
import type { ChildListRow, ChildRow } from './children.queries.ts';
import { cellOf, openGroups, showGroup, type Keys, type Within } from './sealed-groups.ts';
import { findHeldPosts } from '../access/held-posts.queries.ts';

type ChildAct = (typeof childActs)[number];
const groups = ['identity', 'contact', 'health'] as const;

function describeLine(row: ChildRow): Omit<ChildLine, 'name'> {
  const { id, state, birthYear, createdAt, placeId, placeName } = row;
  return { id, place: { id: placeId, name: placeName }, state, birthYear, createdAt: createdAt.toISOString() };
}

/** A child as its page tells it, with the groups this person may see; the audit row says which were shown. */
export async function presentChild(
  keys: Keys,
  context: Pick<TransactionContext, 'database' | 'now' | 'actor' | 'audit'>,
  row: ChildRow,
): Promise<Result<Child>> {
  const held = await findHeldPosts(context.database, context.actor.accountId);
  const may = reachOf(held, row);
  const seen = groups.filter((group) => may('children.child.read', group));
  const opened = await openGroups(keys, context, row.id, seen);
  if (!opened.ok) return opened;
  context.audit({ shown: seen.filter((group) => opened.value.has(group)).join(' ') });
  const identity = showGroup(childIdentity, seen.includes('identity'), opened.value, 'identity');
  const contact = showGroup(childContact, seen.includes('contact'), opened.value, 'contact');
  const health = showGroup(childHealth, seen.includes('health'), opened.value, 'health');
  const acts: readonly (readonly [ChildAct, boolean])[] = [
    ['changeIdentity', identity.state === 'shown' && may('children.child.update', 'core', 'identity')],
    ['addContact', contact.state === 'none' && may('children.child.create', 'contact')],
    ['changeContact', contact.state === 'shown' && may('children.child.update', 'contact')],
    ['addHealth', health.state === 'none' && may('children.child.create', 'health')],
    ['changeHealth', health.state === 'shown' && may('children.child.update', 'health')],
    ['openCase', may('cases.case.create', 'core')],
    ['transfer', may('children.child.transfer', 'core')],
  ];
  return accept({
    ...describeLine(row),
    province: { id: row.provinceId, name: row.provinceName },
    intakeUnit: row.intakeUnit === '' ? null : row.intakeUnit,
    identity,
    contact,
    health,
    can: acts.filter(([, allowed]) => allowed).map(([act]) => act),
  });
}

export interface NamedRow {
  readonly childId: string;
  readonly identitySealed: Buffer | null;
  /** This person may see who the child is. */
  readonly allowed: boolean;
}

/** The names of some children, in their order, with one statement. Refuses `keys.cannot_open`. */
export async function openNames(
  keys: Keys,
  { database, now }: Within,
  rows: readonly NamedRow[],
): Promise<Result<ShownName[]>> {
  const sealed = rows.flatMap(({ childId, identitySealed, allowed }) =>
    allowed && identitySealed !== null ? [{ childId, sealed: identitySealed }] : [],
  );
  const cells = sealed.map((one) => ({ place: cellOf('identity', one.childId), sealed: one.sealed }));
  const texts = await keys.sealerIn(database, now).openAll(cells);
  const names = new Map<string, ShownName>();
  for (const [index, { childId }] of sealed.entries()) {
    const text = texts[index];
    if (text?.ok === true) {
      const { name } = childIdentity.parse(JSON.parse(text.value));
      names.set(childId, { state: 'shown', text: name });
    } else if (text?.refusal.code === 'keys.destroyed') names.set(childId, { state: 'destroyed' });
    else return text ?? refuse('keys.cannot_open');
  }
  return accept(
    rows.map(({ childId, allowed }) => (allowed ? (names.get(childId) ?? { state: 'none' }) : { state: 'withheld' })),
  );
}

/** Some children as a list tells them. */
export async function presentLines(
  keys: Keys,
  { database, now }: Within,
  held: readonly HeldPost[],
  rows: readonly ChildListRow[],
): Promise<Result<ChildLine[]>> {
  const asked = rows.map((row) => ({
    childId: row.id,
    identitySealed: row.identitySealed,
    allowed: reachOf(held, row)('children.child.read', 'identity'),
  }));
  const names = await openNames(keys, { database, now }, asked);
  if (!names.ok) return names;
  return accept(
    rows.map((row, index) => ({ ...describeLine(row), name: names.value[index] ?? { state: 'withheld' } })),
  );
}
