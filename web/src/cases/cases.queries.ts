import { listBrokenGlass, countGlassToReview } from '@mangnon/domain/cases/broken-glass.api.ts';
import { getCase, listAssignable, listCases, listReceivers, type caseStates } from '@mangnon/domain/cases/cases.api.ts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../platform/api.ts';

export interface CasesAsked {
  readonly state?: (typeof caseStates)[number] | undefined;
  readonly childId?: string | undefined;
  readonly mine?: 'yes' | undefined;
}

/** Newest first, twenty at a time. */
export const casesQuery = ({ state, childId, mine }: CasesAsked) =>
  infiniteQueryOptions({
    queryKey: ['cases', state, childId, mine],
    queryFn: ({ signal, pageParam }) =>
      call(listCases, {
        query: {
          ...(state && { state }),
          ...(childId && { childId }),
          ...(mine && { mine }),
          ...(pageParam && { after: pageParam }),
        },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    // What was seen of a case stays in this screen's memory no longer than it is looked at.
    gcTime: 0,
  });

export const caseQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case', caseId],
    queryFn: ({ signal }) => call(getCase, { params: { caseId }, signal }),
    gcTime: 0,
  });

export const assignableQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case-assignable', caseId],
    queryFn: ({ signal }) => call(listAssignable, { params: { caseId }, signal }),
  });

export const receiversQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case-receivers', caseId],
    queryFn: ({ signal }) => call(listReceivers, { params: { caseId }, signal }),
  });

/** Within a minute a supervisor knows: asked every half minute, also while the window lies behind others. */
export const glassToReviewQuery = queryOptions({
  queryKey: ['glass-to-review'],
  queryFn: ({ signal }) => call(countGlassToReview, { signal }),
  refetchInterval: 30_000,
  refetchIntervalInBackground: true,
});

export const brokenGlassQuery = queryOptions({
  queryKey: ['broken-glass'],
  queryFn: ({ signal }) => call(listBrokenGlass, { signal }),
  gcTime: 0,
});
