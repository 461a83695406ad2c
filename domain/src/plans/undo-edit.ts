import { accept, refuse, type Result } from '../kernel/result.ts';
import { isSameValue } from '../kernel/same-value.ts';
import type { FactChange } from './draft-edit.ts';
import { draftFact, type DraftFact } from './draft-fact.ts';

/**
 * The changes that put back what an earlier edit did. It goes field by field: what others changed in other fields
 * since then stays; where they changed the very thing that would be put back, the undo is refused as a whole.
 */
export function undoEdit(facts: readonly DraftFact[], changes: readonly FactChange[]): Result<FactChange[]> {
  const undone: FactChange[] = [];
  for (const change of changes.toReversed()) {
    const standing = facts.find((fact) => fact.id === change.factId) ?? null;
    const result = undoChange(change, standing);
    if (!result.ok) return result;
    if (result.value !== null) undone.push(result.value);
  }
  return accept(undone);
}

function undoChange(change: FactChange, standing: DraftFact | null): Result<FactChange | null> {
  const { factId, before, after } = change;
  if (after === null) {
    if (standing !== null) return refuseUndo(factId);
    return accept(before && { factId, before: null, after: { ...before, version: before.version + 1 } });
  }
  if (standing === null) return refuseUndo(factId);
  if (before === null) {
    const untouched = isSameValue(standing.data, after.data) && isSameValue(standing.span, after.span);
    return untouched ? accept({ factId, before: standing, after: null }) : refuseUndo(factId);
  }
  return restoreFields(before, after, standing);
}

/** Positions are left as they are: what was moved to make room may stay where it is, its order is the same. */
function restoreFields(before: DraftFact, after: DraftFact, standing: DraftFact): Result<FactChange | null> {
  const restored: Record<string, unknown> = { ...standing.data };
  const [old, made, now]: Readonly<Record<string, unknown>>[] = [before.data, after.data, standing.data];
  if (old === undefined || made === undefined || now === undefined) return refuseUndo(standing.id);
  for (const field of Object.keys(made)) {
    if (isSameValue(old[field], made[field])) continue;
    if (!isSameValue(now[field], made[field])) return refuseUndo(standing.id, field);
    restored[field] = old[field];
  }
  const spanMoved = !isSameValue(before.span, after.span);
  if (spanMoved && !isSameValue(standing.span, after.span)) return refuseUndo(standing.id, 'span');
  const fact = draftFact.parse({
    ...standing,
    data: restored,
    span: spanMoved ? before.span : standing.span,
    confidence: isSameValue(before.confidence, after.confidence) ? standing.confidence : before.confidence,
    version: standing.version + 1,
  });
  const nothingLeft = isSameValue({ ...fact, version: 0 }, { ...standing, version: 0 });
  return accept(nothingLeft ? null : { factId: standing.id, before: standing, after: fact });
}

function refuseUndo(factId: string, field?: string): Result<never> {
  return refuse('drafts.undo_changed', { details: { factId, ...(field === undefined ? {} : { field }) } });
}

/**
 * Which edits do not count any more. An undo may itself be undone, so an edit is undone exactly when some undo of
 * it still counts; looking from the newest back settles each before it is asked for.
 */
export function listUndone(
  undos: readonly { readonly seq: number; readonly editId: string; readonly undoes: string }[],
): Set<string> {
  const undone = new Set<string>();
  for (const undo of undos.toSorted((one, other) => other.seq - one.seq)) {
    if (!undone.has(undo.editId)) undone.add(undo.undoes);
  }
  return undone;
}
