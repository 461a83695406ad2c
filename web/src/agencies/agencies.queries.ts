import { getAgency, getAgencyHistory, listAgencies } from '@mangnon/domain/agencies/agencies.api.ts';
import { getInCharge } from '@mangnon/domain/agencies/in-charge.api.ts';
import type { OfficeKind } from '@mangnon/domain/agencies/office.ts';
import { getOfficeHistory, getOffices } from '@mangnon/domain/agencies/offices.api.ts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../platform/api.ts';

export const inChargeQuery = (placeId: string, on: string) =>
  queryOptions({
    queryKey: ['in-charge', placeId, on],
    queryFn: ({ signal }) => call(getInCharge, { params: { placeId }, query: { on }, signal }),
    placeholderData: keepPreviousData,
  });

/** `all`: with what has ended, is yet to begin or was withdrawn. */
export const officesQuery = (placeId: string, on: string, all: boolean) =>
  queryOptions({
    queryKey: ['offices', placeId, on, all],
    queryFn: ({ signal }) => call(getOffices, { params: { placeId }, query: { on, all: all ? 'yes' : 'no' }, signal }),
    placeholderData: keepPreviousData,
  });

/** Read anew each time it is opened: another may have changed the record meanwhile. */
export const officeHistoryQuery = (placeId: string, { id, kind }: { readonly id: string; readonly kind: OfficeKind }) =>
  queryOptions({
    queryKey: ['office-history', placeId, id],
    queryFn: ({ signal }) => call(getOfficeHistory, { params: { placeId, recordId: id }, query: { kind }, signal }),
    gcTime: 0,
  });

export const registerQuery = (on: string) =>
  queryOptions({
    queryKey: ['agency-register', on],
    queryFn: ({ signal }) => call(listAgencies, { query: { on }, signal }),
    placeholderData: keepPreviousData,
  });

export const agencyQuery = (agencyId: string, on: string) =>
  queryOptions({
    queryKey: ['agency', agencyId, on],
    queryFn: ({ signal }) => call(getAgency, { params: { agencyId }, query: { on }, signal }),
    placeholderData: keepPreviousData,
  });

export const agencyHistoryQuery = (agencyId: string) =>
  queryOptions({
    queryKey: ['agency-history', agencyId],
    queryFn: ({ signal }) => call(getAgencyHistory, { params: { agencyId }, signal }),
    gcTime: 0,
  });
