import { expect, it } from 'vitest';
import { listDrafts, getDraft } from '@mangnon/domain/plans/drafts.api.ts';
import { getPlan, listPlans } from '@mangnon/domain/plans/plans.api.ts';
import { serverForThisTest } from '../testing/test-server.ts';
import { listOf } from './testing/review.ts';

it('shows one adopted plan and one that waits with a few real doubts and cites the first', async () => {
  const server = await serverForThisTest({ demo: true });
  const officer = await server.signIn('provincial_lead_officer');
  const { plans } = (await server.call(officer, listPlans, { query: {} })).answer;
  expect(plans).toMatchObject([
    { number: '17/KH-UBND', issuedOn: '2026-01-22', adoptedBy: 'Lò Thị Hạnh', counts: { targets: 4, reporting: 2 } },
  ]);
  const planId = plans[0]?.id ?? '';
  const plan = (await server.call(officer, getPlan, { params: { planId } })).answer;
  expect(plan.heading).toMatchObject({ title: expect.stringContaining('năm 2026'), signatoryName: 'Nông Thị Ngân' });
  expect(plan.tasks.length).toBeGreaterThanOrEqual(18);
  const leads = plan.tasks.flatMap((task) => task.lead);
  expect(leads.map((agency) => agency.printed)).toEqual(
    expect.arrayContaining(['Sở Y tế', 'Công an tỉnh', 'Tỉnh đoàn']),
  );
  expect(leads.filter((agency) => agency.agencyId !== null).length).toBeGreaterThan(leads.length / 2);

  const { drafts } = (await server.call(officer, listDrafts, {})).answer;
  expect(drafts).toMatchObject([{ state: 'in_review', title: expect.stringContaining('đuối nước') }]);
  const params = { draftId: drafts[0]?.id ?? '' };
  const draft = (await server.call(officer, getDraft, { params })).answer;
  const doubts = listOf(draft, 'doubt').map((doubt) => doubt.data.code);
  expect(doubts).toEqual(expect.arrayContaining(['heading_number_blank', 'date_impossible']));
  expect(doubts.length).toBeLessThanOrEqual(8);
  expect(draft.adoptBlockedBy).toEqual(['drafts.doubts_open']);
  expect(listOf(draft, 'legal_basis').map((basis) => basis.data.number)).toContain('17/KH-UBND');
});
