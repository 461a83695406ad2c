import type { DraftEdit } from '@mangnon/domain/plans/draft-edit.ts';
import type { EditRecord } from '@mangnon/domain/plans/drafts.api.ts';
import { NetworkError, RefusalError, ServerFault } from '../../../platform/refusal-error.ts';
import { waitForSession } from '../../../platform/session-state.ts';
import { fieldChanged, refuseEdit } from '../state/clashes.ts';
import { markTried, nextToSend } from '../state/edit-queue.ts';
import { mergeRecords } from '../state/remote-edits.ts';
import type { ReviewStore } from './review-store.ts';

export interface Sender {
  /** Looks whether there is something to send; called at each change of the state. */
  pump(): void;
  /** Tries again now, without waiting. */
  retry(): void;
  /** Resolves when nothing is left to send, or false when the server cannot be reached. */
  drain(): Promise<boolean>;
  start(): void;
  stop(): void;
}

/** No answer, or one that says nothing about the edit: it is sent again. */
function isFailure(error: unknown): boolean {
  const known = [RefusalError, NetworkError, ServerFault, DOMException];
  return known.some((kind) => error instanceof kind);
}

const waits = [1_000, 2_000, 4_000, 8_000, 15_000] as const;
/** Answers that say nothing about the edit itself. */
const passing = new Set([401, 429, 503]);

/** Sends a person's edits one after the other, in their order, each until it is answered. */
export function createSender(
  store: ReviewStore,
  send: (edit: DraftEdit) => Promise<EditRecord>,
  catchUp: () => Promise<void>,
): Sender {
  let busy = false;
  let stopped = true;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let drained: ((done: boolean) => void)[] = [];

  function pump(): void {
    if (busy || stopped || failures > 0) return;
    clearTimeout(timer);
    const { queue } = store.getSnapshot().review;
    if (queue.length === 0) return settleDrained(true);
    const next = nextToSend(store.getSnapshot().review, Date.now());
    if (next) void sendHead();
    else timer = setTimeout(pump, Math.max(0, (queue[0]?.heldUntil ?? 0) - Date.now()));
  }

  async function sendHead(): Promise<void> {
    busy = true;
    store.update(markTried);
    const edit = store.getSnapshot().review.queue[0]?.edit;
    try {
      if (edit) await answered(edit);
      failures = 0;
      store.setLink({ state: 'fine' });
    } catch (error) {
      // A bug of ours is told as one, but what waits goes on waiting.
      if (!isFailure(error)) reportError(error);
      failures += 1;
      store.setLink({ state: 'lost' });
      settleDrained(false);
      if (error instanceof RefusalError && error.status === 401) await waitForSession();
      timer = setTimeout(retry, waits[Math.min(failures, waits.length) - 1]);
    } finally {
      busy = false;
    }
    pump();
  }

  /** Returns when the server has taken or refused the edit; throws when nothing is known about it. */
  async function answered(edit: DraftEdit): Promise<void> {
    try {
      const record = await send(edit);
      store.setLink({ savedAt: Date.now() });
      store.update((review) => mergeRecords(review, [record], null));
    } catch (error) {
      if (!(error instanceof RefusalError) || passing.has(error.status)) throw error;
      // Both values can be shown side by side only once the other person's has arrived.
      if (error.code === fieldChanged) await catchUp();
      const { code, sentence } = error;
      store.update((review) => refuseEdit(review, edit.editId, { code, message: sentence }, () => crypto.randomUUID()));
    }
  }

  function retry(): void {
    clearTimeout(timer);
    failures = 0;
    pump();
  }

  function settleDrained(done: boolean): void {
    const waiting = drained;
    drained = [];
    waiting.forEach((resolve) => resolve(done));
  }

  return {
    pump,
    retry,
    drain: () =>
      new Promise((resolve) => {
        drained.push(resolve);
        retry();
      }),
    start() {
      stopped = false;
      pump();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      settleDrained(false);
    },
  };
}
