import { accept, refuse, type Result } from '../../kernel/result.ts';
import { isSameValue } from '../../kernel/same-value.ts';
import { checkItem } from './check-item.ts';
import { placeItemAfter, type ItemPlace } from './item-order.ts';
import { manuscriptItem, type ManuscriptItem } from './manuscript-item.ts';
import type { ItemChange, WritingAct } from './writing-act.ts';

type Act<Type extends WritingAct['type']> = Extract<WritingAct, { type: Type }>;
type Items = readonly ManuscriptItem[];

/**
 * What one act of a person does to the items of a plan being written, or why not. Nothing is changed here: the answer
 * lists each touched item before and after. An undo needs what the earlier edit did: `undoAct`.
 */
export function applyAct(items: Items, act: Exclude<WritingAct, { type: 'undo' }>): Result<ItemChange[]> {
  if (act.type === 'change') return changeItem(items, act);
  if (act.type === 'add') return addItem(items, act);
  if (act.type === 'move') return moveItem(items, act);
  return deleteItem(items, act);
}

/** The items after the changes, in no particular order. */
export function withItemChanges(items: Items, changes: readonly ItemChange[]): ManuscriptItem[] {
  const standing = new Map(items.map((item) => [item.id, item]));
  for (const { itemId, after } of changes) {
    if (after === null) standing.delete(itemId);
    else standing.set(itemId, after);
  }
  return [...standing.values()];
}

function changeItem(items: Items, act: Act<'change'>): Result<ItemChange[]> {
  const found = findItem(items, act.itemId);
  if (!found.ok) return found;
  const item = found.value;
  const stored: Readonly<Record<string, unknown>> = item.data;
  const fields = Object.keys(act.fields);
  const unknown = fields.find((field) => !Object.hasOwn(stored, field));
  if (unknown !== undefined) return refuse('writing.field_wrong', { where: unknown });
  // Who issues it was chosen when it was begun: the number and the signing hang on it.
  if (item.kind === 'cover' && fields.includes('issuer')) return refuse('writing.item_stays', { where: 'issuer' });
  const wanted = Object.fromEntries(fields.map((field) => [field, act.fields[field]?.to ?? null]));
  const checked = checkItem(item.kind, { ...stored, ...wanted }, fields);
  if (!checked.ok) return checked;
  const changed = fields.filter((field) => !isSameValue(stored[field], checked.value[field]));
  const clash = changed.find((field) => !isSameValue(stored[field], act.fields[field]?.from ?? null));
  if (clash !== undefined) {
    const details = { itemId: item.id, field: clash, yours: checked.value[clash], theirs: stored[clash] };
    return refuse('writing.field_changed', { where: clash, details });
  }
  if (changed.length === 0) return accept([]);
  const after = manuscriptItem.parse({ ...item, data: checked.value, version: item.version + 1 });
  return accept([{ itemId: item.id, before: item, after }]);
}

function addItem(items: Items, act: Act<'add'>): Result<ItemChange[]> {
  if (items.some(({ id }) => id === act.itemId)) return refuse('writing.item_exists');
  const checked = checkItem(act.kind, act.data, Object.keys(act.data));
  if (!checked.ok) return checked;
  const place = placeItemAfter(items, act.kind, act.after);
  const { itemId: id, kind } = act;
  const added = { id, kind, position: place.position, version: 1, origin: null, data: checked.value };
  return accept([{ itemId: id, before: null, after: manuscriptItem.parse(added) }, ...movesOf(items, place)]);
}

function moveItem(items: Items, act: Act<'move'>): Result<ItemChange[]> {
  const found = findItem(items, act.itemId, act.version);
  if (!found.ok) return found;
  const item = found.value;
  if (item.kind === 'cover' || item.kind === 'offer') return refuse('writing.item_stays');
  const place = placeItemAfter(items, item.kind, act.after, item.id);
  const after = { ...item, position: place.position, version: item.version + 1 };
  return accept([{ itemId: item.id, before: item, after }, ...movesOf(items, place)]);
}

function deleteItem(items: Items, act: Act<'delete'>): Result<ItemChange[]> {
  const found = findItem(items, act.itemId, act.version);
  if (!found.ok) return found;
  if (found.value.kind === 'cover' || found.value.kind === 'offer') return refuse('writing.item_stays');
  return accept([{ itemId: act.itemId, before: found.value, after: null }]);
}

function findItem(items: Items, id: string, version?: number): Result<ManuscriptItem> {
  const item = items.find((one) => one.id === id);
  if (item === undefined) return refuse('writing.item_gone', { details: { itemId: id } });
  if (version !== undefined && item.version !== version) {
    return refuse('writing.item_changed', { details: { itemId: id } });
  }
  return accept(item);
}

function movesOf(items: Items, place: ItemPlace): ItemChange[] {
  return place.moved.map((after) => ({
    itemId: after.id,
    before: items.find(({ id }) => id === after.id) ?? null,
    after,
  }));
}
