import type { Transaction } from 'kysely';
import type { NoticeKind } from '@mangnon/domain/attention/notice-kinds.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import type { ManuscriptStep } from '@mangnon/domain/plans/writing/manuscript.workflow.ts';
import { listReaching, reachOfWriting } from '@mangnon/domain/plans/writing/writing-reach.ts';
import { findHolders } from '../../access/holders.queries.ts';
import { notify } from '../../attention/notify.ts';
import type { DB } from '../../platform/database/schema.generated.ts';
import { listNamedWorkers } from '../../tasks/named-units.ts';
import type { ManuscriptRow } from './manuscripts.queries.ts';
import { listWriters } from './waiting-manuscripts.queries.ts';

const kindOf: Partial<Record<ManuscriptStep, NoticeKind>> = {
  submit: 'plan_submitted',
  sendBack: 'plan_sent_back',
  approve: 'plan_approved',
};

/**
 * Tells of a step, in its transaction and never who took it: who can approve that it lies before them, who issues that it
 * was approved and waits for number and day, its writers that it was sent back or approved. Who wrote in it cannot approve
 * where somebody signs, and who writes there no more is told nothing. `taken` is the step's number: the same step is told once.
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
  const written = listReaching(holders, body, 'edit').filter((accountId) => writers.has(accountId));
  const issuers = new Set(step === 'approve' ? listReaching(holders, body, 'issue') : []);
  const told =
    step === 'submit'
      ? listReaching(holders, body, 'approve').filter((accountId) => !signed || !writers.has(accountId))
      : written.filter((accountId) => !issuers.has(accountId));
  const about = { path: `/ke-hoach/soan-thao/${row.id}`, reference: `KH ${row.id.slice(0, 8)}`, title: titleOf(row) };
  const tell = (people: Iterable<string>, of: NoticeKind) =>
    [...people]
      .filter((accountId) => accountId !== by)
      .map((accountId) => ({ accountId, kind: of, ...about, dueOn: null, onceKey: `${of} ${row.id} ${taken}` }));
  // Who wrote it and issues it hears the one thing that is theirs to do.
  await notify(database, [...tell(told, kind), ...tell(issuers, 'plan_to_issue')], now);
}

/**
 * Tells that a plan was issued, in its transaction and never who did it: its writers, and those who do the work of the
 * units it names. Both are led to the plan as it stands; who is both hears of it as a writer.
 */
export async function tellOfIssue(
  database: Transaction<DB>,
  row: ManuscriptRow,
  planId: string,
  { by, now }: { readonly by: string; readonly now: Date },
): Promise<void> {
  const holders = await findHolders(database, [row.place_id]);
  const writers = await listWriters(database, row.id);
  const body = { placeId: row.place_id, agencyId: row.agency_id };
  const written = listReaching(holders, body, 'edit').filter((accountId) => writers.has(accountId));
  const named = await listNamedWorkers(database, planId, vietnamDay(now));
  const told = new Map<string, NoticeKind>([
    ...named.map((accountId) => [accountId, 'plan_names_unit'] as const),
    ...written.map((accountId) => [accountId, 'plan_issued'] as const),
  ]);
  told.delete(by);
  const about = {
    path: `/ke-hoach/${planId}`,
    reference: `KH ${planId.slice(0, 8)}`,
    title: titleOf(row),
    dueOn: null,
  };
  const notices = [...told].map(([accountId, kind]) => ({ accountId, kind, ...about, onceKey: `${kind} ${planId}` }));
  await notify(database, notices, now);
}

/** What has no title yet is told of without one. */
function titleOf({ title }: ManuscriptRow): string | null {
  return title === null || title.trim() === '' ? null : title.slice(0, 300);
}
