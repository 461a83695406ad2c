import { describe, expect, it } from 'vitest';
import { findBlocks, listPossible } from '../kernel/workflow.ts';
import { draftStates, draftWorkflow, type DraftFacts, type DraftState } from './draft.workflow.ts';

const ready: DraftFacts = { openDoubts: 0, tasks: 3, hasTitle: true, seqSeen: true, askew: 0, wasRead: true };

const possible: Readonly<Record<DraftState, readonly string[]>> = {
  reading: ['finishReading', 'refuseReading'],
  refused: ['discard'],
  in_review: ['adopt', 'discard'],
  adopted: [],
  discarded: ['restore'],
};

const blocked: [string, Partial<DraftFacts>][] = [
  ['drafts.doubts_open', { openDoubts: 1 }],
  ['drafts.fact_askew', { askew: 1 }],
  ['drafts.no_task', { tasks: 0 }],
  ['drafts.no_title', { hasTitle: false }],
  ['drafts.changed_meanwhile', { seqSeen: false }],
];

describe('the life of a draft', () => {
  it.each(draftStates)('from %s goes only where the table says', (state) => {
    expect(listPossible(draftWorkflow, state, ready)).toEqual(possible[state]);
  });

  it.each(blocked)('is not adopted: %s', (code, facts) => {
    expect(findBlocks(draftWorkflow, 'adopt', 'in_review', { ...ready, ...facts })).toEqual([code]);
  });

  it('of a file that could not be read goes back to refused, never to review', () => {
    expect(listPossible(draftWorkflow, 'discarded', { ...ready, wasRead: false })).toEqual(['restoreRefused']);
  });
});
