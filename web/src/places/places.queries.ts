import { getPlaceHistory } from '@mangnon/domain/places/place-history.api.ts';
import { getPlace, getReportingChain, getUnitsHere, searchPlaces } from '@mangnon/domain/places/places.api.ts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../platform/api.ts';

export const placeSearchQuery = (words: string, on: string) =>
  queryOptions({
    queryKey: ['places', words, on],
    queryFn: ({ signal }) => call(searchPlaces, { query: { q: words, on, limit: 30 }, signal }),
    placeholderData: keepPreviousData,
    enabled: words !== '',
  });

export const placeQuery = (placeId: string, on: string) =>
  queryOptions({
    queryKey: ['place', placeId, on],
    queryFn: ({ signal }) => call(getPlace, { params: { placeId }, query: { on }, signal }),
    placeholderData: keepPreviousData,
  });

export const chainQuery = (placeId: string, on: string) =>
  queryOptions({
    queryKey: ['place-chain', placeId, on],
    queryFn: ({ signal }) => call(getReportingChain, { params: { placeId }, query: { on }, signal }),
    placeholderData: keepPreviousData,
  });

export const unitsHereQuery = (placeId: string, on: string) =>
  queryOptions({
    queryKey: ['place-here', placeId, on],
    queryFn: ({ signal }) => call(getUnitsHere, { params: { placeId }, query: { on }, signal }),
    placeholderData: keepPreviousData,
  });

export const placeHistoryQuery = (placeId: string) =>
  queryOptions({
    queryKey: ['place-history', placeId],
    queryFn: ({ signal }) => call(getPlaceHistory, { params: { placeId }, signal }),
    gcTime: 0,
  });
