import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { findBlocks } from '@mangnon/domain/kernel/workflow.ts';
import * as api from '@mangnon/domain/plans/writing/manuscript-steps.api.ts';
import {
  manuscriptWorkflow,
  type ManuscriptFacts,
  type ManuscriptState,
  type ManuscriptStep,
} from '@mangnon/domain/plans/writing/manuscript.workflow.ts';
import { implementWrite, type TransactionContext } from '../../platform/action/action.ts';
import { describeManuscript, loadManuscript, type HeldManuscript } from './describe-manuscript.ts';
import { hasWritten, takeStep, type ManuscriptRow } from './manuscripts.queries.ts';
import { reachesStep } from './present-manuscript.ts';
import { tellOfManuscript } from './tell-of-manuscript.ts';

const mayStep =
  (step: ManuscriptStep) =>
  ({ reach }: HeldManuscript): boolean =>
    reachesStep(reach, step);

export const submit = implementWrite(api.submitManuscript, {
  load: loadManuscript,
  authorise: mayStep('submit'),
  handle: async ({ body }, { row }, context) => go(row, 'submit', context, { seqSeen: body.seq === row.seq }),
});

export const sendBack = implementWrite(api.sendBackManuscript, {
  load: loadManuscript,
  authorise: mayStep('sendBack'),
  handle: async ({ body }, { row }, context) =>
    go(row, 'sendBack', context, { hasReason: body.reason !== '' }, body.reason),
});

export const approve = implementWrite(api.approveManuscript, {
  load: loadManuscript,
  authorise: mayStep('approve'),
  async handle({ body }, { row, reach }, context) {
    const byAnother = !reach.signed || !(await hasWritten(context.database, row, context.actor.accountId));
    return go(row, 'approve', context, { seqSeen: body.seq === row.seq, byAnother });
  },
});

export const withdraw = implementWrite(api.withdrawManuscript, {
  load: loadManuscript,
  authorise: mayStep('withdraw'),
  handle: async (_, { row }, context) => go(row, 'withdraw', context, {}),
});

export const restore = implementWrite(api.restoreManuscript, {
  load: loadManuscript,
  authorise: mayStep('restore'),
  handle: async (_, { row }, context) => go(row, 'restore', context, {}),
});

/** Takes the step where the table of the life-cycle lets it; sent twice, it has been taken already. */
async function go(
  row: ManuscriptRow,
  step: ManuscriptStep,
  context: TransactionContext,
  seen: Partial<ManuscriptFacts>,
  reason?: string,
): Promise<Result<{ state: ManuscriptState }>> {
  const { to } = manuscriptWorkflow[step];
  const refused = await findStepRefusal(row, step, context, seen);
  if (refused !== null) return row.state === to ? accept({ state: to }) : refused;
  const { database, actor, now } = context;
  const taken = await takeStep(database, row, {
    step,
    to,
    accountId: actor.accountId,
    now,
    ...(reason === undefined ? {} : { reason }),
  });
  await tellOfManuscript(database, row, { step, taken }, { by: actor.accountId, now });
  return accept({ state: to });
}

/** Why the step cannot be taken; null where nothing stands in its way. */
export async function findStepRefusal(
  row: ManuscriptRow,
  step: ManuscriptStep,
  { database }: TransactionContext,
  seen: Partial<ManuscriptFacts>,
): Promise<Result<never> | null> {
  const { missing } = await describeManuscript(database, row);
  const facts = { missing: missing.length, seqSeen: true, hasReason: true, numbered: true, byAnother: true, ...seen };
  const [block] = findBlocks(manuscriptWorkflow, step, row.state, facts);
  if (block === undefined) return null;
  if (block === 'state') return refuse('writing.not_possible_now', { details: { state: row.state } });
  return refuse(block, { details: { count: missing.length, codes: missing.map(({ code }) => code) } });
}
