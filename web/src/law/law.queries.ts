import { getCascade, getLinks } from '@mangnon/domain/law/cascade.api.ts';
import type { Force, TextKind } from '@mangnon/domain/law/legal-text.ts';
import { getReview } from '@mangnon/domain/law/review.api.ts';
import { getTarget } from '@mangnon/domain/law/target.api.ts';
import { getText, listTexts } from '@mangnon/domain/law/texts.api.ts';
import { getThread } from '@mangnon/domain/law/thread.api.ts';
import { seeTop, seeTopTasks } from '@mangnon/domain/law/top.api.ts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../platform/api.ts';

export interface TextsAsked {
  readonly q: string;
  readonly kind: TextKind | null;
  readonly force: Force | null;
}

export const textsQuery = ({ q, kind, force }: TextsAsked) =>
  queryOptions({
    queryKey: ['law', 'texts', q, kind, force],
    queryFn: ({ signal }) => call(listTexts, { query: { q, ...(kind && { kind }), ...(force && { force }) }, signal }),
    placeholderData: keepPreviousData,
  });

export const textQuery = (textId: string) =>
  queryOptions({
    queryKey: ['law', 'text', textId],
    queryFn: ({ signal }) => call(getText, { params: { textId }, signal }),
  });

export const cascadeQuery = (planId: string) =>
  queryOptions({
    queryKey: ['law', 'cascade', planId],
    queryFn: ({ signal }) => call(getCascade, { params: { planId }, signal }),
  });

export const linksQuery = (planId: string) =>
  queryOptions({
    queryKey: ['law', 'links', planId],
    queryFn: ({ signal }) => call(getLinks, { params: { planId }, signal }),
  });

export interface TopAsked {
  readonly level: 'province' | 'commune';
  readonly within?: string;
}

export const topQuery = (higherId: string, asked: TopAsked) =>
  queryOptions({
    queryKey: ['law', 'top', higherId, asked],
    queryFn: ({ signal }) => call(seeTop, { params: { higherId }, query: asked, signal }),
    placeholderData: keepPreviousData,
  });

export const topTasksQuery = (
  higherId: string,
  asked: { readonly dutyId: string; readonly placeId: string; readonly level: 'province' | 'commune' },
) =>
  queryOptions({
    queryKey: ['law', 'top-tasks', higherId, asked],
    queryFn: ({ signal }) => call(seeTopTasks, { params: { higherId }, query: asked, signal }),
  });

export const threadQuery = (itemId: string) =>
  queryOptions({
    queryKey: ['law', 'thread', itemId],
    queryFn: ({ signal }) => call(getThread, { params: { itemId }, signal }),
  });

export const targetQuery = (targetId: string, placeId: string | null) =>
  queryOptions({
    queryKey: ['law', 'target', targetId, placeId],
    queryFn: ({ signal }) => call(getTarget, { params: { targetId }, query: placeId ? { placeId } : {}, signal }),
    placeholderData: keepPreviousData,
  });

export const reviewQuery = queryOptions({
  queryKey: ['law', 'review'],
  queryFn: ({ signal }) => call(getReview, { signal }),
});
