import { getFrontDoor, getSession } from '@mangnon/domain/access/session.api.ts';
import type { Operation } from '@mangnon/domain/access/operations.ts';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { call } from './api.ts';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => call(getSession, { signal }),
  staleTime: 60_000,
});

export const frontDoorQuery = queryOptions({
  queryKey: ['front-door'],
  queryFn: ({ signal }) => call(getFrontDoor, { signal }),
  staleTime: 60_000,
});

/** Who is signed in; stands only inside the frame, where the route has made sure of it. */
export function useSession() {
  return useSuspenseQuery(sessionQuery).data;
}

/** Whether this person's post allows the operation; the server decides again when it is done. */
export function useMay(): (operation: Operation) => boolean {
  const { can } = useSession();
  return (operation) => can.includes(operation);
}
