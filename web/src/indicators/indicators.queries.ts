import type { subjects } from '@mangnon/domain/indicators/indicator.ts';
import { getIndicator, listCatalogue } from '@mangnon/domain/indicators/indicators.api.ts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../platform/api.ts';

export interface CatalogueAsked {
  readonly q: string;
  readonly text: string | null;
  readonly subject: (typeof subjects)[number] | null;
}

export const catalogueQuery = ({ q, text, subject }: CatalogueAsked) =>
  queryOptions({
    queryKey: ['indicators', 'list', q, text, subject],
    queryFn: ({ signal }) =>
      call(listCatalogue, { query: { q, ...(text && { text }), ...(subject && { subject }) }, signal }),
    placeholderData: keepPreviousData,
  });

export const indicatorQuery = (code: string) =>
  queryOptions({
    queryKey: ['indicators', 'one', code],
    queryFn: ({ signal }) => call(getIndicator, { params: { code }, signal }),
  });
