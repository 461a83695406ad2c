import { getChild, listChildren, searchChildren, type childStates } from '@mangnon/domain/children/children.api.ts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../platform/api.ts';

export interface ChildrenAsked {
  readonly placeId?: string | undefined;
  readonly state?: (typeof childStates)[number] | undefined;
}

/** Newest first, twenty at a time. */
export const childrenQuery = ({ placeId, state }: ChildrenAsked) =>
  infiniteQueryOptions({
    queryKey: ['children', placeId, state],
    queryFn: ({ signal, pageParam }) =>
      call(listChildren, {
        query: { ...(placeId && { placeId }), ...(state && { state }), ...(pageParam && { after: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    // What was seen of children stays in this screen's memory no longer than it is looked at.
    gcTime: 0,
  });

export interface NameAsked {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

export const childSearchQuery = ({ name, from, to }: NameAsked) =>
  queryOptions({
    queryKey: ['child-search', name, from, to],
    queryFn: ({ signal }) => call(searchChildren, { body: { name, born: { from, to } }, signal }),
    enabled: name !== '',
    gcTime: 0,
  });

export const childQuery = (childId: string) =>
  queryOptions({
    queryKey: ['child', childId],
    queryFn: ({ signal }) => call(getChild, { params: { childId }, signal }),
    gcTime: 0,
  });
