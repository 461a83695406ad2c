import { randomUUID } from 'node:crypto';
import type { DemoSeed } from '../platform/module.ts';
import { listDocumentsNumbered, putCarriesOut } from './cascade.queries.ts';
import { findDemoPlan } from './demo-plan.queries.ts';
import { insertProposal } from './review.queries.ts';
import { insertStart, insertValue } from './target-edits.queries.ts';

const officer = 'hanh';

/**
 * What the demo's adopted plan carries out, the figures of one of its targets with a year missing, and a proposal that
 * is late. Which tasks make which duties concrete is left to the visitor.
 */
export async function seedDemoCascade({ database, accountOf, now }: DemoSeed): Promise<void> {
  const by = { accountId: accountOf(officer), now };
  const plan = await findDemoPlan(database, '17 kh ubnd');
  if (plan === undefined) throw new Error('the demo has no adopted plan');
  const known = await listDocumentsNumbered(database, ['56 2017 nd cp', '1248 qd ttg'], plan.id);
  for (const higher of known.filter(({ issuedOn }) => issuedOn !== '2026-07-09')) {
    // Two of them. oxlint-disable-next-line no-await-in-loop
    await putCarriesOut(database, { planId: plan.id, higher, state: 'linked', origin: 'suggested' }, by);
  }
  const of = (days: number) => ({
    id: randomUUID(),
    targetId: plan.targetId,
    isRead: true,
    placeId: null,
    accountId: by.accountId,
    now: new Date(now.getTime() - days * 86_400_000),
  });
  await insertStart(database, of(9), {
    measure: 'Trẻ được trợ giúp trên tổng số trẻ có hoàn cảnh đặc biệt',
    against: 'baseline',
    value: 81,
    year: 2022,
    source: 'Báo cáo số 210/BC-SLĐTBXH ngày 14/12/2022',
  });
  const told = [
    [2023, 84, 'Báo cáo số 198/BC-SLĐTBXH ngày 13/12/2023'],
    [2025, 89.5, 'Báo cáo số 166/BC-SYT ngày 12/12/2025'],
  ] as const;
  for (const [year, value, proof] of told) {
    // Two of them. oxlint-disable-next-line no-await-in-loop
    await insertValue(database, of(8), { year, value, proof, proof_url: null, note: null });
  }
  const directive = (await listDocumentsNumbered(database, ['18 ct ttg'], plan.id))[0];
  const due = new Date(now.getTime() - 12 * 86_400_000).toISOString().slice(0, 10);
  await insertProposal(
    database,
    {
      id: randomUUID(),
      textId: directive?.id ?? null,
      act: directive === undefined ? 'new' : 'replace',
      words: 'Ban hành chỉ thị mới, nêu rõ việc của Bộ Y tế và của cấp xã.',
      reason: 'Chỉ thị giao việc cho bộ và cấp huyện nay không còn.',
      proposer: 'Sở Y tế',
      receiver: 'Bộ Y tế',
      dueOn: due,
    },
    by,
  );
}
