import type { Refusal } from '@mangnon/domain/kernel/result.ts';
import { applyEdit, withChanges } from '@mangnon/domain/plans/apply-edit.ts';
import type { DraftEdit } from '@mangnon/domain/plans/draft-edit.ts';
import type { DraftFact } from '@mangnon/domain/plans/draft-fact.ts';
import type { EditRecord } from '@mangnon/domain/plans/drafts.api.ts';
import { undoEdit } from '@mangnon/domain/plans/undo-edit.ts';

export type Answer = { ok: true; record: EditRecord } | { ok: false; refusal: Refusal };

/** The server's side of a draft in a few lines, over the same rules: an edit id is done once, edits are numbered. */
export function createModelServer(first: readonly DraftFact[], text: string) {
  let facts: DraftFact[] = [...first];
  const records: EditRecord[] = [];

  function edit(person: { id: string; name: string }, asked: DraftEdit): Answer {
    const known = records.find((record) => record.editId === asked.editId);
    if (known) return { ok: true, record: known };
    const { act } = asked;
    const earlier = act.type === 'undo' ? records.find((record) => record.editId === act.editId) : undefined;
    if (act.type === 'undo' && !earlier) return { ok: false, refusal: { code: 'drafts.edit_unknown' } };
    const result = act.type === 'undo' ? undoEdit(facts, earlier?.changes ?? []) : applyEdit(facts, act, text);
    if (!result.ok) return result;
    facts = withChanges(facts, result.value);
    const record: EditRecord = {
      seq: records.length + 1,
      editId: asked.editId,
      by: person,
      at: '2026-03-09T07:05:00.000Z',
      type: act.type,
      undoes: act.type === 'undo' ? act.editId : null,
      undone: false,
      changes: result.value,
    };
    records.push(record);
    return { ok: true, record };
  }

  return {
    edit,
    facts: () => facts,
    records: () => records,
    draft: () => ({ facts: [...facts], seq: records.length }),
    after: (seq: number) => ({ edits: records.filter((record) => record.seq > seq), seq: records.length }),
  };
}
