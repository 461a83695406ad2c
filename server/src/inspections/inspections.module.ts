import { inspectionsRefusals } from '@mangnon/domain/inspections/inspections.refusals.ts';
import type { Module } from '../platform/module.ts';
import * as conclusions from './conclusions.actions.ts';
import { findingFileActions } from './finding-files.actions.ts';
import * as findings from './findings.actions.ts';
import * as lists from './inspection-lists.actions.ts';
import * as inspections from './inspections.actions.ts';
import * as recommendations from './recommendations.actions.ts';
import type { ScanFile } from '../tasks/scan-file.ts';
import { seedDemoInspection } from './seed-demo.ts';
import * as visits from './visits.actions.ts';

/** Looking at how plans are carried out: visits, findings, conclusions, recommendations until they are settled. */
export const inspectionsModule = (scan: ScanFile): Module => ({
  name: 'inspections',
  actions: [
    lists.list,
    lists.choices,
    inspections.get,
    inspections.create,
    inspections.change,
    inspections.callOff,
    visits.plan,
    visits.act,
    findings.add,
    findings.withdraw,
    findings.ofTask,
    ...findingFileActions(scan),
    conclusions.issue,
    recommendations.report,
    recommendations.decide,
    recommendations.mine,
  ],
  refusals: inspectionsRefusals,
  seedDemo: seedDemoInspection,
});
