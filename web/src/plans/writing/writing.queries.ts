import { getManuscript, getMyManuscripts, listManuscripts } from '@mangnon/domain/plans/writing/manuscripts.api.ts';
import {
  getManuscriptDifference,
  getPlanDifference,
  getPlanVersions,
} from '@mangnon/domain/plans/writing/versions.api.ts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../platform/api.ts';

export const manuscriptsQuery = queryOptions({
  queryKey: ['manuscripts'],
  queryFn: ({ signal }) => call(listManuscripts, { signal }),
  refetchInterval: 30_000,
});

/** Looked at anew whenever «My work» is opened: a step on the page of a plan moves it. */
export const myManuscriptsQuery = queryOptions({
  queryKey: ['manuscripts', 'my-work'],
  queryFn: ({ signal }) => call(getMyManuscripts, { signal }),
  staleTime: 0,
});

export const manuscriptQuery = (manuscriptId: string) =>
  queryOptions({
    queryKey: ['manuscript', manuscriptId],
    queryFn: ({ signal }) => call(getManuscript, { params: { manuscriptId }, signal }),
    staleTime: 0,
  });

export const manuscriptDifferenceQuery = (manuscriptId: string) =>
  queryOptions({
    queryKey: ['manuscript-difference', manuscriptId],
    queryFn: ({ signal }) => call(getManuscriptDifference, { params: { manuscriptId }, signal }),
    staleTime: 0,
  });

export const planDifferenceQuery = (planId: string) =>
  queryOptions({
    queryKey: ['plan-difference', planId],
    queryFn: ({ signal }) => call(getPlanDifference, { params: { planId }, signal }),
  });

export const planVersionsQuery = (planId: string) =>
  queryOptions({
    queryKey: ['plan-versions', planId],
    queryFn: ({ signal }) => call(getPlanVersions, { params: { planId }, signal }),
  });
