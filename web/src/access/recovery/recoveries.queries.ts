import { listOwnRecoveries, listRecoveries } from '@mangnon/domain/access/recovery.api.ts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../platform/api.ts';

export const recoveriesQuery = queryOptions({
  queryKey: ['recoveries'],
  queryFn: ({ signal }) => call(listRecoveries, { signal }),
});

/** Asked once a session: what happened to one's own account by the hand of others. */
export const ownRecoveriesQuery = queryOptions({
  queryKey: ['own-recoveries'],
  queryFn: ({ signal }) => call(listOwnRecoveries, { signal }),
  staleTime: Infinity,
});
