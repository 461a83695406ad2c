import { getAccount, listAccounts, listPostsToGive } from '@mangnon/domain/access/accounts.api.ts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../../platform/api.ts';

export interface AccountSearch {
  readonly q?: string;
  readonly placeId?: string;
  readonly state?: 'invited' | 'live' | 'disabled';
}

export const accountsQuery = (search: AccountSearch) =>
  infiniteQueryOptions({
    queryKey: ['accounts', search],
    queryFn: ({ signal, pageParam }) =>
      call(listAccounts, { query: { ...search, ...(pageParam !== '' && { after: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });

export const accountQuery = (accountId: string) =>
  queryOptions({
    queryKey: ['account', accountId],
    queryFn: ({ signal }) => call(getAccount, { params: { accountId }, signal }),
  });

export const postsToGiveQuery = queryOptions({
  queryKey: ['posts-to-give'],
  queryFn: ({ signal }) => call(listPostsToGive, { signal }),
  staleTime: 300_000,
});
