import type { DraftEdit, FactChange } from '@mangnon/domain/plans/draft-edit.ts';
import { applyEdit } from '@mangnon/domain/plans/apply-edit.ts';
import { undoEdit } from '@mangnon/domain/plans/undo-edit.ts';
import type { Facts, QueuedEdit, ReviewState } from './review-state.ts';

/**
 * The facts as this person sees them: what the server acknowledged with their own waiting edits on top, by the
 * very rule the server will apply. An edit that rule would refuse shows nothing; the server's answer says why.
 */
export function previewFacts(state: Pick<ReviewState, 'facts' | 'queue' | 'done'>, text: string): Facts {
  if (state.queue.length === 0) return state.facts;
  const facts = new Map(state.facts);
  const effects = new Map(state.done);
  for (const item of state.queue) {
    const changes = previewChanges(facts, item, effects, text);
    effects.set(item.edit.editId, changes);
    for (const change of changes) {
      if (change.after) facts.set(change.factId, change.after);
      else facts.delete(change.factId);
    }
  }
  return facts;
}

/** The sentence code with which the rule would refuse this edit on these facts; null when it would take it. */
export function findRefusal(facts: Facts, act: DraftEdit['act'], text: string): string | null {
  if (act.type === 'undo') return null;
  const result = applyEdit([...facts.values()], act, text);
  return result.ok ? null : result.refusal.code;
}

function previewChanges(
  facts: Facts,
  item: QueuedEdit,
  effects: ReadonlyMap<string, readonly FactChange[]>,
  text: string,
): readonly FactChange[] {
  const { act } = item.edit;
  const list = [...facts.values()];
  if (act.type === 'undo') {
    const result = undoEdit(list, effects.get(act.editId) ?? []);
    return result.ok ? result.value : [];
  }
  const result = applyEdit(list, item.overtaken ? act : withVersions(act, facts), text);
  return result.ok ? result.value : [];
}

/** Acts on whole facts carry the version that was seen; this person's own earlier edits have moved it on. */
export function withVersions<Act extends DraftEdit['act']>(act: Act, facts: Facts): Act {
  const version = (id: string, seen: number) => facts.get(id)?.version ?? seen;
  if (act.type === 'delete' || act.type === 'split') return { ...act, version: version(act.factId, act.version) };
  if (act.type !== 'merge') return act;
  return {
    ...act,
    firstVersion: version(act.firstId, act.firstVersion),
    secondVersion: version(act.secondId, act.secondVersion),
  };
}
