import { reportsRefusals } from '@mangnon/domain/reports/reports.refusals.ts';
import type { Module } from '../platform/module.ts';
import * as regimes from './regimes.actions.ts';
import * as senders from './senders.actions.ts';
import * as sendings from './sendings.actions.ts';

/** What plans ask to be reported: regimes, who has to send by when, and what was sent. */
export const reportsModule: Module = {
  name: 'reports',
  actions: [regimes.list, regimes.get, senders.tell, sendings.add],
  refusals: reportsRefusals,
};
