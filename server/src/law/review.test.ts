import { afterAll, beforeAll, expect, it } from 'vitest';
import * as api from '@mangnon/domain/law/review.api.ts';
import type { Person } from '../testing/test-call.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let lead: Person;
beforeAll(async () => {
  server = await startTestServer();
  server.clock.now = new Date('2026-11-30T03:00:00Z');
  lead = await server.signIn('provincial_lead_officer');
});
afterAll(() => server.stop());

const see = async (person = lead) => (await server.call(person, api.getReview, {})).answer;

it('lists texts with what changes them', async () => {
  const { texts } = await see();
  const aid = texts.find(({ number }) => number === '20/2021/NĐ-CP');
  expect([aid?.force, aid?.changedBy.map(({ kind, on, text }) => [kind, on, text.number])]).toEqual([
    'ended',
    [['replaces', '2026-10-05', '335/2026/NĐ-CP']],
  ]);
});

it('follows a proposal from its day to its answer, and shows what is late', async () => {
  const { texts } = await see();
  const textId = texts.find(({ number }) => number === '56/2017/NĐ-CP')?.id ?? '';
  const body = {
    textId,
    act: 'amend' as const,
    words: 'Nêu rõ ai thay huyện trong Điều 25',
    reason: 'Không còn cấp huyện',
    proposer: 'Sở Y tế',
    receiver: 'Bộ Y tế',
    dueOn: '2026-11-20',
  };
  const wrong = await server.call(lead, api.addProposal, { body: { ...body, textId: null } });
  expect(wrong.refusal.code).toBe('law.proposal_text');
  const { proposalId } = (await server.call(lead, api.addProposal, { body })).answer;
  expect((await see()).proposals[0]).toMatchObject({ id: proposalId, state: 'preparing', daysLate: 10 });

  const take = (step: 'send' | 'accept' | 'decline' | 'drop', more: object = {}) =>
    server.call(lead, api.takeProposalStep, {
      params: { proposalId },
      body: { step, words: null, document: null, answerDueOn: null, ...more },
    });
  expect((await take('accept', { document: '1/BYT' })).refusal.code).toBe('law.step_state');
  expect((await take('send')).refusal.code).toBe('law.step_document');
  expect((await take('send', { document: '88/SYT-TE', answerDueOn: '2026-12-31' })).answer.state).toBe('sent');
  expect((await see()).proposals[0]).toMatchObject({ daysLate: 0, transitions: ['accept', 'decline', 'drop'] });
  server.clock.now = new Date('2027-01-04T03:00:00Z');
  lead = await server.signIn('provincial_lead_officer');
  expect((await see()).proposals[0]).toMatchObject({ daysLate: 4 });
  expect((await take('decline')).refusal.code).toBe('law.step_reason');
  expect((await take('decline', { words: 'Chờ luật mới' })).answer.state).toBe('declined');
  expect((await see()).proposals[0]).toMatchObject({ state: 'declined', daysLate: 0, transitions: [] });
  const reader = await server.signIn('agency_officer');
  expect((await see(reader)).can.edit).toBe(false);
});
