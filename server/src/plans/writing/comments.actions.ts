import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { addComment, settleComment, type Comment } from '@mangnon/domain/plans/writing/manuscripts.api.ts';
import { implementWrite, type TransactionContext } from '../../platform/action/action.ts';
import { createComment, findComment, settleQuestion } from './comments.queries.ts';
import { findManuscript } from './manuscripts.queries.ts';
import { findWritingReach } from './find-writing-reach.ts';
import type { HeldManuscript } from './describe-manuscript.ts';

/** Who only asks holds nothing: writing goes on beside. */
async function loadForTalk(
  { params }: { readonly params: { readonly manuscriptId: string } },
  { database, actor }: TransactionContext,
): Promise<Result<HeldManuscript>> {
  const row = await findManuscript(database, params.manuscriptId);
  if (row === undefined) return refuse('writing.not_found');
  return accept({ row, reach: await findWritingReach(database, actor.accountId, row) });
}

export const add = implementWrite(addComment, {
  load: loadForTalk,
  authorise: ({ reach }) => reach.comment,
  handle: async ({ body }, { row }, { database, actor, now }) => {
    if (body.answers !== null) {
      const question = await findComment(database, row.id, body.answers);
      // An answer is to a question, never to an answer: the talk stays a list of questions.
      if (question === undefined || question.answers !== null) return refuse('writing.comment_unknown');
    }
    const { commentId: id, itemId, answers, text } = body;
    const made = { id, manuscriptId: row.id, placeId: row.place_id, itemId, answers, text };
    await createComment(database, { ...made, accountId: actor.accountId, now });
    return answer(await findComment(database, row.id, id));
  },
});

export const settle = implementWrite(settleComment, {
  load: loadForTalk,
  authorise: ({ reach }) => reach.comment,
  handle: async ({ params }, { row }, { database, actor, now }) => {
    const question = await findComment(database, row.id, params.commentId);
    if (question === undefined || question.answers !== null) return refuse('writing.comment_unknown');
    await settleQuestion(database, question.id, actor.accountId, now);
    return answer(await findComment(database, row.id, question.id));
  },
});

function answer(found: Comment | undefined): Result<Comment> {
  return found === undefined ? refuse('writing.comment_unknown') : accept(found);
}
