import { describe, expect, it } from 'vitest';
import { canDo, grantsOf } from '../../access/posts.access.ts';
import { posts, type Post } from '../../access/posts.ts';
import { findBlocks, listPossible } from '../../kernel/workflow.ts';
import {
  manuscriptStates,
  manuscriptSteps,
  manuscriptWorkflow,
  stepNeeds,
  type ManuscriptFacts,
  type ManuscriptState,
  type ManuscriptStep,
} from './manuscript.workflow.ts';

const ready: ManuscriptFacts = { missing: 0, seqSeen: true, hasReason: true, numbered: true, byAnother: true };

/** Written out by hand: state by step, and post by step. */
const possible: Readonly<Record<ManuscriptState, readonly ManuscriptStep[]>> = {
  drafting: ['submit', 'withdraw'],
  submitted: ['sendBack', 'approve', 'withdraw'],
  sent_back: ['submit', 'withdraw'],
  approved: ['sendBack', 'issue', 'withdraw'],
  issued: [],
  withdrawn: ['restore'],
};
const everyStep: readonly ManuscriptStep[] = ['submit', 'sendBack', 'approve', 'issue', 'withdraw', 'restore'];
const allowed: Readonly<Partial<Record<Post, readonly ManuscriptStep[]>>> = {
  provincial_lead_officer: everyStep,
  commune_officer: ['submit', 'withdraw', 'restore'],
  commune_chair: ['sendBack', 'approve', 'issue'],
  provincial_chair: ['sendBack', 'approve', 'issue'],
  agency_head: ['sendBack', 'approve', 'issue'],
  agency_officer: ['submit', 'withdraw', 'restore'],
};

const blocked: [ManuscriptStep, ManuscriptState, Partial<ManuscriptFacts>, string][] = [
  ['submit', 'drafting', { missing: 1 }, 'writing.incomplete'],
  ['submit', 'drafting', { seqSeen: false }, 'writing.changed_meanwhile'],
  ['approve', 'submitted', { byAnother: false }, 'writing.own_words'],
  ['approve', 'submitted', { missing: 1 }, 'writing.incomplete'],
  ['approve', 'submitted', { seqSeen: false }, 'writing.changed_meanwhile'],
  ['sendBack', 'submitted', { hasReason: false }, 'writing.reason_missing'],
  ['issue', 'approved', { missing: 1 }, 'writing.incomplete'],
  ['issue', 'approved', { numbered: false }, 'writing.number_missing'],
];

describe('the life of a plan being written', () => {
  it.each(manuscriptStates)('from %s goes only where the table says', (state) => {
    expect(listPossible(manuscriptWorkflow, state, ready)).toEqual(possible[state]);
  });

  it.each(blocked)('%s from %s waits: %o', (step, state, facts, code) => {
    expect(findBlocks(manuscriptWorkflow, step, state, { ...ready, ...facts })).toEqual([code]);
  });

  it.each(posts)('gives %s the steps of its part, in its own place or agency alone', (post) => {
    const may = manuscriptSteps.filter((step) => canDo([post], stepNeeds[step]));
    expect(may).toEqual(allowed[post] ?? []);
    for (const step of may)
      expect(grantsOf[post][stepNeeds[step]]).toEqual([
        { rows: [post.startsWith('agency') ? 'own_agency' : 'own_place'], columns: ['core'] },
      ]);
  });
});
