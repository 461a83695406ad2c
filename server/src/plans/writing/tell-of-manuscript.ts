import type { Transaction } from 'kysely';
import type { NoticeKind } from '@mangnon/domain/attention/notice-kinds.ts';
import type { ManuscriptStep } from '@mangnon/domain/plans/writing/manuscript.workflow.ts';
import { listReaching, reachOfWriting } from '@mangnon/domain/plans/writing/writing-reach.ts';
import { findHolders } from '../../access/holders.queries.ts';
import { notify } from '../../attention/notify.ts';
import type { DB } from '../../platform/database/schema.generated.ts';
import type { ManuscriptRow } from './manuscripts.queries.ts';
import { listWriters } from './waiting-manuscripts.queries.ts';

const kindOf: Partial<Record<ManuscriptStep, NoticeKind>> = {
  submit: 'plan_submitted',
  sendBack: 'plan_sent_back',
  approve: 'plan_approved',
};

/**
 * Tells of a step, in its transaction and never who took it: who can approve that it lies before them, its writers that it
 * was sent back or approved. Who wrote in it cannot approve where somebody signs, and who writes there no more is told
 * nothing. `taken` is the step's number: the same step is told once.
 */
export async function tellOfManuscript(
  database: Transaction<DB>,
  row: ManuscriptRow,
  { step, taken }: { readonly step: ManuscriptStep; readonly taken: number },
  { by, now }: { readonly by: string; readonly now: Date },
): Promise<void> {
  const kind = kindOf[step];
  if (kind === undefined) return;
  const body = { placeId: row.place_id, agencyId: row.agency_id };
  const holders = await findHolders(database, [row.place_id]);
  const writers = await listWriters(database, row.id);
  const { signed } = reachOfWriting([], holders, body);
  const told =
    step === 'submit'
      ? listReaching(holders, body, 'approve').filter((accountId) => !signed || !writers.has(accountId))
      : listReaching(holders, body, 'edit').filter((accountId) => writers.has(accountId));
  // What has no title yet is told of without one.
  const title = row.title === null || row.title.trim() === '' ? null : row.title.slice(0, 300);
  const notices = told
    .filter((accountId) => accountId !== by)
    .map((accountId) => ({
      accountId,
      kind,
      path: `/ke-hoach/soan-thao/${row.id}`,
      reference: `KH ${row.id.slice(0, 8)}`,
      title,
      dueOn: null,
      onceKey: `${kind} ${row.id} ${taken}`,
    }));
  await notify(database, notices, now);
}
