import { draftsRefusals } from '@mangnon/domain/plans/drafts.refusals.ts';
import type { Module } from '../platform/module.ts';
import { adopt } from './adopt-draft.actions.ts';
import { edit, listEdits } from './draft-edits.actions.ts';
import * as drafts from './drafts.actions.ts';
import * as plans from './plans.actions.ts';
import { readPlanTask } from './read-plan.task.ts';
import { seedDemoPlans } from './seed-demo.ts';

/** Plans: from the uploaded document through its review to the adopted plan. */
export const plansModule: Module = {
  name: 'plans',
  actions: [
    drafts.upload,
    drafts.list,
    drafts.get,
    drafts.discard,
    drafts.restore,
    listEdits,
    edit,
    adopt,
    plans.list,
    plans.get,
  ],
  refusals: draftsRefusals,
  tasks: { read_plan: readPlanTask },
  seedDemo: seedDemoPlans,
};
