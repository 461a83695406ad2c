import { listAuditEntries } from '@mangnon/domain/access/audit.api.ts';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from '../platform/api.ts';

export interface AuditSearch {
  readonly record?: string;
  readonly personId?: string;
  readonly from?: string;
  readonly to?: string;
}

/** The trail page by page; every page looked at is itself a row of the trail, so nothing asks by itself again. */
export const auditQuery = (search: AuditSearch) =>
  infiniteQueryOptions({
    queryKey: ['audit', search],
    queryFn: ({ signal, pageParam }) =>
      call(listAuditEntries, { query: { ...search, ...(pageParam !== '' && { after: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchOnWindowFocus: false,
    staleTime: 0,
  });
