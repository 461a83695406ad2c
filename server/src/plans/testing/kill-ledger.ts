import type { DraftAct } from '@mangnon/domain/plans/draft-edit.ts';
import type { DraftFact } from '@mangnon/domain/plans/draft-fact.ts';
import { withChanges } from '@mangnon/domain/plans/apply-edit.ts';
import type { Draft, EditRecord } from '@mangnon/domain/plans/drafts.api.ts';
import type { Plan } from '@mangnon/domain/plans/plans.api.ts';
import { isSameValue } from '@mangnon/domain/kernel/same-value.ts';
import { listOf } from './review.ts';

export interface SentEdit {
  readonly draftId: string;
  readonly editId: string;
  readonly act: DraftAct;
  readonly person: number;
  /** The number in the answer; null while none has come. */
  seq: number | null;
  /** The server said no: it must not have done it. */
  refused: boolean;
}

/** What clients sent about one draft and what they were answered: what the server must still know after any crash. */
export interface KnownDraft {
  readonly draftId: string;
  readonly uploadId: string;
  readonly number: string;
  /** The facts as first read. */
  first: readonly DraftFact[] | null;
  readonly edits: SentEdit[];
  /** The adoption that was sent, with the plan it was answered with, if it was. */
  adoption: { readonly seq: number; planId: string | null } | null;
}

/** Throws, with what is missing or doubled, when the server does not hold what it has acknowledged. */
export function verifyDraft(known: KnownDraft, draft: Draft, records: readonly EditRecord[], plan: Plan | null): void {
  const fail = (what: string): never => {
    throw new Error(`draft ${known.draftId} (${known.number}): ${what}`);
  };
  records.forEach((record, index) => {
    if (record.seq !== index + 1) fail(`edit numbers are not 1, 2, 3 …: ${record.seq} at place ${index + 1}`);
  });
  if (draft.seq !== records.length) fail(`it counts ${draft.seq} edits and holds ${records.length}`);
  for (const { editId, seq, refused } of known.edits) {
    const kept = records.filter((record) => record.editId === editId);
    if (kept.length > 1) fail(`edit ${editId} was done ${kept.length} times`);
    if (refused && kept.length > 0) fail(`edit ${editId} was refused, and done all the same`);
    if (seq !== null && kept[0]?.seq !== seq) fail(`edit ${editId} was acknowledged as ${seq} and is lost`);
  }
  if (known.first !== null) {
    let facts: readonly DraftFact[] = known.first;
    for (const record of records) facts = withChanges(facts, record.changes);
    if (!isSameValue(sorted(facts), sorted(draft.facts))) fail('its facts are not what its edits make of them');
  }
  const promised = known.adoption?.planId ?? null;
  if (promised !== null && draft.planId !== promised)
    fail(`it was adopted as ${promised}, now it says ${draft.planId}`);
  if ((draft.state === 'adopted') !== (plan !== null)) fail(`its state is ${draft.state}, its plan ${plan?.id}`);
  if (plan === null) return;
  const reviewed = listOf(draft, 'task').map((task) => task.data.text);
  if (
    !isSameValue(
      plan.tasks.map((task) => task.text),
      reviewed,
    )
  )
    fail('its plan does not hold the tasks reviewed');
}

function sorted(facts: readonly DraftFact[]): DraftFact[] {
  return facts.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}
