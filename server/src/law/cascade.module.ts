import { lawRefusals } from '@mangnon/domain/law/law.refusals.ts';
import type { Module } from '../platform/module.ts';
import * as cascade from './cascade.actions.ts';
import * as links from './links.actions.ts';
import * as review from './review.actions.ts';
import { seedDemoCascade } from './seed-demo.ts';
import * as targets from './targets.actions.ts';
import * as edits from './text-edits.actions.ts';
import * as texts from './texts.actions.ts';
import * as thread from './thread.actions.ts';
import * as top from './top.actions.ts';

/** The law above the plans: known texts, what carries out what, targets, the review of texts. */
export const cascadeModule: Module = {
  name: 'cascade',
  refusals: lawRefusals,
  actions: [
    texts.list,
    texts.get,
    edits.add,
    edits.change,
    edits.setDocument,
    edits.addRelation,
    edits.takeBackRelation,
    edits.addDuty,
    cascade.get,
    cascade.setPlace,
    cascade.decide,
    links.get,
    links.decide,
    top.see,
    top.exportList,
    top.tasks,
    thread.get,
    targets.list,
    targets.get,
    targets.setStart,
    targets.addValue,
    review.get,
    review.add,
    review.take,
  ],
  seedDemo: seedDemoCascade,
};
