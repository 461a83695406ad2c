import { describe, expect, it } from 'vitest';
import { findBlocks, listPossible } from '../kernel/workflow.ts';
import { inspectionWorkflow } from './inspection.workflow.ts';
import {
  recommendationStates,
  recommendationWorkflow,
  standOfRecommendation,
  type RecommendationState,
} from './recommendation.workflow.ts';
import { standOfVisit, visitWorkflow } from './visit.workflow.ts';

const today = '2026-05-04';

describe('a recommendation', () => {
  it('goes from open to settled by report and decision alone, and never on from there', () => {
    const facts = { today, happenedOn: today, byAnother: true };
    const possible = Object.fromEntries(
      recommendationStates.map((state) => [state, listPossible(recommendationWorkflow, state, facts)]),
    );
    expect(possible).toEqual({
      open: ['report', 'replace'],
      reported: ['settle', 'send_back', 'replace'],
      settled: [],
      replaced: [],
    });
  });

  it('is not settled by who reported, nor by nobody in particular, and is not reported from the future', () => {
    expect(findBlocks(recommendationWorkflow, 'settle', 'reported', { today, byAnother: false })).toEqual([
      'own_report',
    ]);
    expect(findBlocks(recommendationWorkflow, 'send_back', 'reported', { today })).toEqual(['own_report']);
    const ahead = { today, happenedOn: '2026-05-05' };
    expect(findBlocks(recommendationWorkflow, 'report', 'open', ahead)).toEqual(['happened_in_future']);
  });

  it.each<[RecommendationState, string, string | null, string]>([
    ['open', '2026-05-04', null, 'open'],
    ['open', '2026-05-03', null, 'overdue'],
    ['reported', '2026-05-03', null, 'waiting'],
    ['settled', '2026-05-03', '2026-05-03', 'settled_on_time'],
    ['settled', '2026-05-03', '2026-05-04', 'settled_late'],
    ['replaced', '2026-05-03', null, 'replaced'],
  ])('%s, due %s, settled %s: %s', (state, dueOn, settledOn, stand) => {
    expect(standOfRecommendation({ state, dueOn, settledOn }, today)).toBe(stand);
  });
});

describe('a visit', () => {
  it.each([
    [{ plannedOn: '2026-05-04', heldOn: null, notHeldReason: null }, 'planned'],
    [{ plannedOn: '2026-05-03', heldOn: null, notHeldReason: null }, 'overdue'],
    [{ plannedOn: '2026-05-03', heldOn: '2026-05-03', notHeldReason: null }, 'held'],
    [{ plannedOn: '2026-05-03', heldOn: null, notHeldReason: 'Mưa lũ' }, 'not_held'],
  ])('%j: %s', (visit, stand) => {
    expect(standOfVisit(visit, today, false)).toBe(stand);
    const falls = stand === 'planned' || stand === 'overdue';
    expect(standOfVisit(visit, today, true)).toBe(falls ? 'called_off' : stand);
  });

  it('is moved to another day only, and is not held ahead of time', () => {
    const facts = { today, plannedOn: '2026-05-06' };
    expect(findBlocks(visitWorkflow, 'moved', 'planned', { ...facts, on: '2026-05-06' })).toEqual(['same_day']);
    expect(findBlocks(visitWorkflow, 'held', 'planned', { ...facts, on: '2026-05-06' })).toEqual(['held_in_future']);
    expect(listPossible(visitWorkflow, 'held', facts)).toEqual(['reopened']);
  });
});

describe('an inspection', () => {
  it('keeps what its conclusion rests on, once that is issued', () => {
    expect(listPossible(inspectionWorkflow, 'open', { today })).toEqual([
      'change',
      'plan_visit',
      'find',
      'withdraw_finding',
      'conclude',
      'call_off',
    ]);
    expect(listPossible(inspectionWorkflow, 'concluded', { today })).toEqual(['plan_visit', 'find', 'correct']);
  });

  it('that is called off stays as it was, and is not called off ahead of the day or once it is concluded', () => {
    expect(listPossible(inspectionWorkflow, 'called_off', { today })).toEqual([]);
    const blocks = (state: 'open' | 'concluded', calledOffOn: string) =>
      findBlocks(inspectionWorkflow, 'call_off', state, { today, calledOffOn });
    expect(blocks('open', '2026-05-05')).toEqual(['called_off_in_future']);
    expect(blocks('open', '2026-05-04')).toEqual([]);
    expect(blocks('concluded', '2026-05-04')).toEqual(['state']);
  });

  it('is not concluded ahead of the day, nor asks for anything before it', () => {
    const blocks = (issuedOn: string, firstDueOn: string) =>
      findBlocks(inspectionWorkflow, 'conclude', 'open', { today, issuedOn, firstDueOn });
    expect(blocks('2026-05-05', '2026-06-01')).toEqual(['issued_in_future']);
    expect(blocks('2026-05-04', '2026-05-03')).toEqual(['due_before_issued']);
    expect(blocks('2026-05-04', '2026-05-04')).toEqual([]);
  });
});
