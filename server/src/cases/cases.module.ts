import type { Keys } from '../children/sealed-groups.ts';
import type { Module } from '../platform/module.ts';
import { brokenGlassActions } from './broken-glass.actions.ts';
import { caseGroupActions } from './case-groups.actions.ts';
import { caseActions } from './cases.actions.ts';
import { casesRefusals } from './cases.refusals.ts';
import { endGlass } from './end-glass.task.ts';
import { handingOnActions } from './handing-on.actions.ts';
import { seedDemoCases } from './seed-demo.ts';

/** Cases: who works on them, who is given a part, and what is opened in need. Their procedure builds on this. */
export function casesModule(keys: Keys): Module {
  return {
    name: 'cases',
    refusals: casesRefusals,
    actions: [...caseActions(keys), ...caseGroupActions(keys), ...handingOnActions(keys), ...brokenGlassActions(keys)],
    seedDemo: seedDemoCases(keys),
    tasks: { 'cases.end_glass': endGlass },
  };
}
