import { getRegime, listRegimes } from '@mangnon/domain/reports/reports.api.ts';
import { findVersion, getForm, getVersion } from '@mangnon/domain/reports/versions.api.ts';
import type { z } from 'zod';
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

/** What others type, sign and decide appears while one looks. */
const whileOpen = 15_000;

export const versionQuery = (versionId: string) =>
  queryOptions({
    queryKey: ['reports', 'version', versionId],
    queryFn: ({ signal }) => call(getVersion, { params: { versionId }, signal }),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.state === 'replaced' ? false : whileOpen),
  });

export const findVersionQuery = (
  regimeId: string,
  query: { readonly dueOn: string; readonly agencyId: string; readonly placeId: string },
) =>
  queryOptions({
    queryKey: ['reports', 'find-version', regimeId, query],
    queryFn: ({ signal }) => call(findVersion, { params: { regimeId }, query, signal }),
    staleTime: 0,
  });

export const formQuery = (regimeId: string) =>
  queryOptions({
    queryKey: ['reports', 'form', regimeId],
    queryFn: ({ signal }) => call(getForm, { params: { regimeId }, query: {}, signal }),
    staleTime: 0,
  });

export type FormOfRegime = z.output<(typeof getForm)['response']>;
