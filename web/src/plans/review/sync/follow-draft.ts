import type { listDraftEdits } from '@mangnon/domain/plans/drafts.api.ts';
import type { z } from 'zod';
import { mergeRecords } from '../state/remote-edits.ts';
import type { ReviewStore } from './review-store.ts';

export type DraftNews = z.output<(typeof listDraftEdits)['response']>;

export interface Follower {
  /** Asks now; resolves when the answer is in the state, throws when none came. */
  ask(): Promise<DraftNews>;
  start(): void;
  stop(): void;
}

/** How often an open screen asks what others did, and one that nobody looks at, in milliseconds. */
const pace = { visible: 2_000, hidden: 15_000 } as const;

/** Keeps the state up with what others do on the same draft. */
export function createFollower(store: ReviewStore, fetchNews: (after: number) => Promise<DraftNews>): Follower {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = true;

  async function ask(): Promise<DraftNews> {
    const news = await fetchNews(store.getSnapshot().review.seq);
    store.update((review) => mergeRecords(review, news.edits, news.seq));
    store.setLink({ others: news.others, draftState: news.state, planId: news.planId });
    return news;
  }

  async function tick(): Promise<void> {
    clearTimeout(timer);
    try {
      await ask();
      if (store.getSnapshot().review.queue.length === 0) store.setLink({ state: 'fine' });
    } catch {
      // What has to be told is told where edits wait to be sent; asking goes on at its pace.
      store.setLink({ state: 'lost' });
    }
    if (stopped) return;
    clearTimeout(timer);
    timer = setTimeout(() => void tick(), document.hidden ? pace.hidden : pace.visible);
  }

  const onVisible = () => {
    if (!document.hidden && !stopped) void tick();
  };

  return {
    ask,
    start() {
      stopped = false;
      document.addEventListener('visibilitychange', onVisible);
      void tick();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisible);
    },
  };
}
