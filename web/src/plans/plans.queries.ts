import { getDraft, listDraftEdits, listDrafts } from '@mangnon/domain/plans/drafts.api.ts';
import { getPlan, listPlans } from '@mangnon/domain/plans/plans.api.ts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../platform/api.ts';

/** Asked often while a file is being read, seldom otherwise. */
export const draftsQuery = queryOptions({
  queryKey: ['drafts'],
  queryFn: ({ signal }) => call(listDrafts, { signal }),
  refetchInterval: (query) => (query.state.data?.drafts.some(({ state }) => state === 'reading') ? 2_000 : 30_000),
});

export const plansQuery = (words: string) =>
  queryOptions({
    queryKey: ['plans', words],
    queryFn: ({ signal }) => call(listPlans, { query: words === '' ? {} : { q: words }, signal }),
    placeholderData: keepPreviousData,
  });

export const planQuery = (planId: string) =>
  queryOptions({
    queryKey: ['plan', planId],
    queryFn: ({ signal }) => call(getPlan, { params: { planId }, signal }),
    // An adopted plan does not change.
    staleTime: 10 * 60_000,
  });

/** A draft for its name and, asked once more when the reading has ended so, the reason it was refused. */
export const draftOnceQuery = (draftId: string, refused: boolean) =>
  queryOptions({
    queryKey: ['draft-once', draftId, refused],
    queryFn: ({ signal }) => call(getDraft, { params: { draftId }, signal }),
  });

/** How far the reading is, once a second until it has ended. */
export const readingQuery = (draftId: string) =>
  queryOptions({
    queryKey: ['reading', draftId],
    queryFn: ({ signal }) => call(listDraftEdits, { params: { draftId }, query: { after: 0 }, signal }),
    refetchInterval: (query) => (query.state.data && query.state.data.state !== 'reading' ? false : 1_000),
    refetchIntervalInBackground: true,
    staleTime: 0,
  });
