import { writingRefusals } from '@mangnon/domain/plans/writing/writing.refusals.ts';
import type { Module } from '../../platform/module.ts';
import * as comments from './comments.actions.ts';
import { issue } from './issue.actions.ts';
import * as edits from './manuscript-edits.actions.ts';
import * as manuscripts from './manuscripts.actions.ts';
import * as papers from './paper.actions.ts';
import * as steps from './steps.actions.ts';
import * as versions from './versions.actions.ts';
import { mine } from './waiting-manuscripts.actions.ts';

/** Plans written here: from the first word through approval to the issued document, its papers and its versions. */
export const writingModule: Module = {
  name: 'writing',
  actions: [
    manuscripts.list,
    mine,
    manuscripts.start,
    manuscripts.get,
    edits.listEdits,
    edits.edit,
    comments.add,
    comments.settle,
    steps.submit,
    steps.sendBack,
    steps.approve,
    steps.withdraw,
    steps.restore,
    issue,
    papers.manuscriptPaper,
    papers.planPaper,
    papers.taskList,
    versions.versions,
    versions.planDifference,
    versions.manuscriptDifference,
  ],
  refusals: writingRefusals,
};
