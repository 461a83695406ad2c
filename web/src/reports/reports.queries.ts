import { getRegime, listRegimes } from '@mangnon/domain/reports/reports.api.ts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../platform/api.ts';

export const regimesQuery = (planId: string | undefined) =>
  queryOptions({
    queryKey: ['reports', 'list', planId ?? null],
    queryFn: ({ signal }) => call(listRegimes, { query: planId === undefined ? {} : { planId }, signal }),
    staleTime: 0,
  });

export const regimeQuery = (regimeId: string) =>
  queryOptions({
    queryKey: ['reports', 'one', regimeId],
    queryFn: ({ signal }) => call(getRegime, { params: { regimeId }, signal }),
    staleTime: 0,
  });
