import { searchAgencies } from '@mangnon/domain/agencies/agencies.api.ts';
import { accept } from '@mangnon/domain/kernel/result.ts';
import { implementRead } from '../platform/action/action.ts';
import type { Module } from '../platform/module.ts';
import { searchAgencyRows } from './agencies.queries.ts';

export const agenciesModule: Module = {
  name: 'agencies',
  refusals: {},
  actions: [
    implementRead(searchAgencies, {
      answer: async ({ query }, { database }) =>
        accept({ agencies: await searchAgencyRows(database, query.q, query.limit) }),
    }),
  ],
};
