import { editDraft, listDraftEdits, type Draft, type EditRecord } from '@mangnon/domain/plans/drafts.api.ts';
import { call } from '../../../platform/api.ts';
import { createReviewActions } from '../review-actions.ts';
import type { ReviewTools } from '../review-tools.ts';
import { firstScreen } from '../screen-state.ts';
import { openReview } from '../state/review-state.ts';
import { recallEdits } from '../state/undo.ts';
import { createValueStore } from '../value-store.ts';
import { createFollower } from './follow-draft.ts';
import { createReviewStore } from './review-store.ts';
import { createSender } from './send-edits.ts';
import { createUnsentStorage } from './unsent-storage.ts';

/** How long one try may take before it counts as lost, in milliseconds. */
const patience = 20_000;

/** Everything behind one open draft: what stands, what was done, what waits, and the two lines to the server. */
export function openReviewSession(draft: Draft, done: readonly EditRecord[], person: ReviewTools['person']) {
  const params = { draftId: draft.id };
  const unsent = createUnsentStorage(localStorage, person.id, draft.id);
  // An edit done after the draft was read comes by the follower, with its facts.
  const known = done.filter((record) => record.seq <= draft.seq);
  const review = recallEdits(openReview(draft, unsent.load()), known, person.id);
  const store = createReviewStore(review, draft.text, draft.state, draft.planId);
  const fetchEdits = (after: number) =>
    call(listDraftEdits, { params, query: { after }, signal: AbortSignal.timeout(patience) });
  const follower = createFollower(store, fetchEdits);
  const sender = createSender(
    store,
    (edit) => call(editDraft, { params, body: edit, signal: AbortSignal.timeout(patience) }),
    async () => void (await follower.ask()),
  );

  function keep(): void {
    store.setLink({ keptHere: unsent.save(store.getSnapshot().review) });
    sender.pump();
  }

  const tools: Omit<ReviewTools, 'canEdit'> = {
    draftId: draft.id,
    text: draft.text,
    person,
    store,
    screen: createValueStore(firstScreen),
    spoken: createValueStore(''),
    act: createReviewActions(store, draft.text),
    retry: sender.retry,
    drain: sender.drain,
    catchUp: async () => void (await follower.ask()),
  };

  /** Starts both lines; the answer stops them. What waits is kept on this machine either way. */
  function start(): () => void {
    const stopKeeping = store.subscribe(keep);
    window.addEventListener('online', sender.retry);
    sender.start();
    follower.start();
    return () => {
      stopKeeping();
      window.removeEventListener('online', sender.retry);
      sender.stop();
      follower.stop();
    };
  }

  return { tools, start, hasUnsent: store.getSnapshot().review.queue.length > 0 };
}
