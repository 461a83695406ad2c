import { listPasskeys } from '@mangnon/domain/access/passkeys.api.ts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../platform/api.ts';

export const ownPasskeysQuery = queryOptions({
  queryKey: ['own-passkeys'],
  queryFn: ({ signal }) => call(listPasskeys, { signal }),
});
