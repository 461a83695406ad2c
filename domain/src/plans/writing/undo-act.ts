import { accept, refuse, type Result } from '../../kernel/result.ts';
import { isSameValue } from '../../kernel/same-value.ts';
import { manuscriptItem, type ManuscriptItem } from './manuscript-item.ts';
import type { ItemChange } from './writing-act.ts';

/**
 * The changes that put back what an earlier edit did, field by field: what others changed elsewhere since then stays;
 * where they changed the very thing, the undo is refused as a whole.
 */
export function undoAct(items: readonly ManuscriptItem[], changes: readonly ItemChange[]): Result<ItemChange[]> {
  const undone: ItemChange[] = [];
  for (const change of changes.toReversed()) {
    const standing = items.find(({ id }) => id === change.itemId) ?? null;
    const result = undoChange(change, standing);
    if (!result.ok) return result;
    if (result.value !== null) undone.push(result.value);
  }
  return accept(undone);
}

function undoChange({ itemId, before, after }: ItemChange, standing: ManuscriptItem | null): Result<ItemChange | null> {
  if (after === null) {
    if (standing !== null) return refuse('writing.undo_changed', { details: { itemId } });
    return accept(before && { itemId, before: null, after: { ...before, version: before.version + 1 } });
  }
  if (standing === null) return refuse('writing.undo_changed', { details: { itemId } });
  if (before === null) {
    const untouched = isSameValue(standing.data, after.data);
    return untouched
      ? accept({ itemId, before: standing, after: null })
      : refuse('writing.undo_changed', { details: { itemId } });
  }
  return restoreFields(before, after, standing);
}

function restoreFields(
  before: ManuscriptItem,
  after: ManuscriptItem,
  standing: ManuscriptItem,
): Result<ItemChange | null> {
  const [old, made, now]: Readonly<Record<string, unknown>>[] = [before.data, after.data, standing.data];
  const restored: Record<string, unknown> = { ...now };
  for (const field of Object.keys(made ?? {})) {
    if (isSameValue(old?.[field], made?.[field])) continue;
    if (!isSameValue(now?.[field], made?.[field])) {
      return refuse('writing.undo_changed', { details: { itemId: standing.id, field } });
    }
    restored[field] = old?.[field];
  }
  // Moved again since: where it was put last, it stays.
  const position = standing.position === after.position ? before.position : standing.position;
  const item = manuscriptItem.parse({ ...standing, data: restored, position, version: standing.version + 1 });
  const nothingLeft = position === standing.position && isSameValue(item.data, standing.data);
  return accept(nothingLeft ? null : { itemId: standing.id, before: standing, after: item });
}
