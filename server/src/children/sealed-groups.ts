import type { Transaction } from 'kysely';
import type { z } from 'zod';
import type { ShownGroup } from '@mangnon/domain/children/shown-group.ts';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import type { KeyService } from '../platform/keys/key-service.ts';
import type { Sealer } from '../platform/keys/sealer.ts';
import {
  findGroups,
  groupTables,
  insertGroup,
  lockGroup,
  updateGroup,
  type GroupName,
  type GroupRow,
} from './groups.queries.ts';

/** What seals and finds; `server/src/platform/keys`. */
export type Keys = Pick<KeyService, 'sealerIn' | 'names'>;

export interface Within {
  readonly database: Transaction<DB>;
  readonly now: Date;
}

export function cellOf(group: GroupName, id: string) {
  const { table, column } = groupTables[group];
  return { table, column, rowId: id };
}

export type OpenedGroups = ReadonlyMap<GroupName, Exclude<ShownGroup<unknown>, { state: 'none' | 'withheld' }>>;

/**
 * Opens those of the groups that stand, each as it was sealed. Refuses `keys.cannot_open` where a cell was tampered
 * with: part of a record is never given for the whole.
 */
export async function openGroups(
  keys: Keys,
  { database, now }: Within,
  id: string,
  groups: readonly GroupName[],
): Promise<Result<OpenedGroups>> {
  const stored = await findGroups(database, id, groups);
  const sealer = keys.sealerIn(database, now);
  const texts = await sealer.openAll(stored.map(({ group, sealed }) => ({ place: cellOf(group, id), sealed })));
  const opened = new Map<GroupName, Exclude<ShownGroup<unknown>, { state: 'none' | 'withheld' }>>();
  for (const [index, { group, writtenAt }] of stored.entries()) {
    const text = texts[index];
    if (text?.ok === true) {
      opened.set(group, { state: 'shown', writtenAt: writtenAt.toISOString(), content: JSON.parse(text.value) });
    } else if (text?.refusal.code === 'keys.destroyed') opened.set(group, { state: 'destroyed' });
    else return text ?? refuse('keys.cannot_open');
  }
  return accept(opened);
}

/** One group as an answer tells it: withheld from who may not see it, none where nothing was written. */
export function showGroup<Schema extends z.ZodType>(
  schema: Schema,
  allowed: boolean,
  opened: OpenedGroups,
  group: GroupName,
): ShownGroup<z.output<Schema>> {
  if (!allowed) return { state: 'withheld' };
  const found = opened.get(group);
  if (found === undefined) return { state: 'none' };
  return found.state === 'shown' ? { ...found, content: schema.parse(found.content) } : found;
}

async function seal(sealer: Sealer, group: GroupName, id: string, content: object): Promise<Result<Buffer>> {
  const key = await sealer.findKey({ kind: groupTables[group].subject, id });
  return key.ok ? sealer.seal(key.value, cellOf(group, id), JSON.stringify(content)) : key;
}

/** Writes a group for the first time. Refuses `children.group_stands` where there is one. */
export async function addGroup(
  keys: Keys,
  { database, now }: Within,
  group: GroupName,
  row: GroupRow,
  content: object,
): Promise<Result<null>> {
  const sealed = await seal(keys.sealerIn(database, now), group, row.id, content);
  if (!sealed.ok) return sealed;
  const written = await insertGroup(database, group, row, sealed.value, now);
  return written ? accept(null) : refuse('children.group_stands');
}

/**
 * Changes a group that was seen as it stood at `seen`. The same content sent again is accepted and changes nothing.
 * Refuses `children.group_missing`, and `children.changed_meanwhile` where somebody has written since.
 */
export async function changeGroup(
  keys: Keys,
  { database, now }: Within,
  group: GroupName,
  id: string,
  { seen, content }: { readonly seen: string; readonly content: object },
): Promise<Result<{ readonly changed: boolean }>> {
  const stored = await lockGroup(database, group, id);
  if (stored === undefined) return refuse('children.group_missing');
  const sealer = keys.sealerIn(database, now);
  if (stored.writtenAt.toISOString() !== new Date(seen).toISOString()) {
    const text = await sealer.open(cellOf(group, id), stored.sealed);
    if (!text.ok) return text;
    if (text.value === JSON.stringify(content)) return accept({ changed: false });
    return refuse('children.changed_meanwhile', {
      where: 'body.seen',
      details: { at: stored.writtenAt.toISOString() },
    });
  }
  const sealed = await seal(sealer, group, id, content);
  if (!sealed.ok) return sealed;
  await updateGroup(database, group, id, sealed.value, now);
  return accept({ changed: true });
}
