import { getConsolidation, openCell } from '@mangnon/domain/reports/consolidation.api.ts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../platform/api.ts';

export const consolidationQuery = (regimeId: string, dueOn: string) =>
  queryOptions({
    queryKey: ['reports', 'sums', regimeId, dueOn],
    queryFn: ({ signal }) => call(getConsolidation, { params: { regimeId }, query: { dueOn }, signal }),
    staleTime: 0,
  });

export const cellQuery = (regimeId: string, dueOn: string, key: string) =>
  queryOptions({
    queryKey: ['reports', 'sums', regimeId, dueOn, key],
    queryFn: ({ signal }) => call(openCell, { params: { regimeId }, query: { dueOn, key }, signal }),
    staleTime: 0,
  });
