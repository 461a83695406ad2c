import { accept, refuse, type Refusal } from '@mangnon/domain/kernel/result.ts';
import { isSameValue } from '@mangnon/domain/kernel/same-value.ts';
import { editManuscript, listManuscriptEdits } from '@mangnon/domain/plans/writing/manuscripts.api.ts';
import { implementRead, implementWrite, type TransactionContext } from '../../platform/action/action.ts';
import { countTalk } from './comments.queries.ts';
import { loadManuscript } from './describe-manuscript.ts';
import { keepAct } from './keep-act.ts';
import {
  findLastWriter,
  findWritingEdit,
  listWritingEditsAfter,
  presentWritingEdit,
} from './manuscript-edits.queries.ts';
import { findManuscript, type ManuscriptRow } from './manuscripts.queries.ts';

export const listEdits = implementRead(listManuscriptEdits, {
  background: true,
  answer: async ({ params, query }, { database }) => {
    const row = await findManuscript(database, params.manuscriptId);
    if (row === undefined) return refuse('writing.not_found');
    const edits = row.seq > query.after ? await listWritingEditsAfter(database, row.id, query.after) : [];
    return accept({
      state: row.state,
      // An edit may have come in between the two questions: the number belongs to what is in this answer.
      seq: edits.at(-1)?.seq ?? row.seq,
      edits: edits.map(presentWritingEdit),
      talk: await countTalk(database, row.id),
    });
  },
});

export const edit = implementWrite(editManuscript, {
  load: loadManuscript,
  authorise: ({ reach }) => reach.edit,
  handle: async ({ body }, { row }, context) => {
    const { database, actor, now } = context;
    const earlier = await findWritingEdit(database, row.id, body.editId);
    if (earlier !== undefined) {
      const isRetry = earlier.account_id === actor.accountId && isSameValue(earlier.act, body.act);
      if (!isRetry) return refuse('writing.edit_id_taken');
      context.audit({ seq: earlier.seq, repeated: true });
      return accept(presentWritingEdit(earlier));
    }
    const kept = await keepAct(database, row, body, actor, now);
    if (!kept.ok) return { ok: false, refusal: await nameTheOther(kept.refusal, row, context) };
    context.audit({ seq: kept.value.seq, type: kept.value.type, items: kept.value.changes.length });
    return accept(presentWritingEdit(kept.value));
  },
});

/** A refusal over a part somebody else has touched says who, so that the two can talk. */
async function nameTheOther(refusal: Refusal, row: ManuscriptRow, { database }: TransactionContext): Promise<Refusal> {
  const itemId = refusal.details?.['itemId'];
  if (typeof itemId !== 'string') return refusal;
  const field = refusal.code === 'writing.field_changed' ? (refusal.where ?? null) : null;
  const by = (await findLastWriter(database, row.id, itemId, field)) ?? '…';
  return { ...refusal, details: { ...refusal.details, by } };
}
