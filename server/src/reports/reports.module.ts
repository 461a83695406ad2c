import { reportsRefusals } from '@mangnon/domain/reports/reports.refusals.ts';
import type { Module } from '../platform/module.ts';
import * as consolidated from './consolidation-writes.actions.ts';
import * as consolidation from './consolidation.actions.ts';
import * as figures from './figures.actions.ts';
import * as forms from './forms.actions.ts';
import * as regimes from './regimes.actions.ts';
import { seedDemoReports } from './seed-demo.ts';
import * as senders from './senders.actions.ts';
import * as sendings from './sendings.actions.ts';
import * as papers from './paper/papers.actions.ts';
import * as page from './version-page.actions.ts';
import * as steps from './version-steps.actions.ts';
import * as writes from './version-writes.actions.ts';

/** What plans ask to be reported: regimes, who has to send by when, and what was sent. */
export const reportsModule: Module = {
  name: 'reports',
  actions: [
    regimes.list,
    regimes.get,
    senders.tell,
    sendings.add,
    forms.get,
    forms.set,
    page.find,
    page.get,
    writes.open,
    writes.save,
    writes.explain,
    writes.write,
    steps.sign,
    steps.step,
    steps.decide,
    steps.correct,
    consolidation.get,
    consolidation.open,
    consolidated.adjust,
    consolidated.write,
    consolidated.lock,
    papers.versionPaper,
    papers.consolidationPaper,
    figures.get,
  ],
  refusals: reportsRefusals,
  seedDemo: seedDemoReports,
};
