import { tasksRefusals } from '@mangnon/domain/tasks/tasks.refusals.ts';
import type { Module } from '../platform/module.ts';
import * as assignment from './assignment.actions.ts';
import { compare } from './compare-units.actions.ts';
import { heads } from './heads.actions.ts';
import * as bulk from './bulk-acts.actions.ts';
import * as hindrances from './hindrances.actions.ts';
import { timeline } from './plan-timeline.actions.ts';
import * as progress from './progress.actions.ts';
import { proofActions } from './proof.actions.ts';
import type { ScanFile } from './scan-file.ts';
import { seedDemoTasks } from './seed-demo.ts';
import * as steps from './steps.actions.ts';
import * as exported from './task-exports.actions.ts';
import * as lists from './task-lists.actions.ts';
import * as tasks from './tasks.actions.ts';
import * as time from './time-requests.actions.ts';
import { getOne as getUnit } from './unit.actions.ts';

/** Carrying plans out: tasks of units, what is reported about them, its proof, who accepted it. */
export function tasksModule(scan: ScanFile): Module {
  return {
    name: 'tasks',
    actions: [
      assignment.get,
      assignment.assign,
      assignment.cancel,
      bulk.remind,
      bulk.change,
      lists.list,
      lists.overview,
      lists.heat,
      timeline,
      exported.workbook,
      exported.progressList,
      compare,
      heads,
      getUnit,
      tasks.get,
      tasks.myWork,
      tasks.change,
      progress.report,
      progress.decide,
      ...proofActions(scan),
      time.ask,
      time.answer,
      hindrances.raise,
      hindrances.act,
      steps.write,
    ],
    refusals: tasksRefusals,
    seedDemo: seedDemoTasks,
  };
}
