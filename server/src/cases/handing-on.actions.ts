import type { Operation } from '@mangnon/domain/access/operations.ts';
import { reachOf } from '@mangnon/domain/access/reach.ts';
import {
  assignCase,
  endAssignment,
  endReferral,
  listAssignable,
  listReceivers,
  referCase,
} from '@mangnon/domain/cases/cases.api.ts';
import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import type { Keys } from '../children/sealed-groups.ts';
import { findHeldPosts } from '../access/held-posts.queries.ts';
import { implementRead, implementWrite, type Action, type TransactionContext } from '../platform/action/action.ts';
import type { CaseRow } from './cases.queries.ts';
import {
  endHandedOn,
  findAssignee,
  findReceiver,
  insertAssignment,
  insertReferral,
  listAssignablePeople,
  listReceivingUnits,
} from './handing-on.queries.ts';
import { loadCase, presentCaseAgain } from './present-case.ts';

const may =
  (operation: Operation) =>
  async (row: CaseRow, { database, actor }: TransactionContext): Promise<boolean> =>
    reachOf(await findHeldPosts(database, actor.accountId), row)(operation, 'core');

/** Giving a case to a person or to a unit of another agency, and taking it back. */
export function handingOnActions(keys: Keys): Action[] {
  return [
    implementRead(listAssignable, {
      async answer({ params }, context) {
        const row = await loadCase(params.caseId, context);
        if (!row.ok) return row;
        if (!(await may('cases.case.assign')(row.value, context))) return refuse('platform.not_allowed');
        return accept({ people: await listAssignablePeople(context.database, row.value) });
      },
    }),
    implementRead(listReceivers, {
      async answer({ params }, context) {
        const row = await loadCase(params.caseId, context);
        if (!row.ok) return row;
        if (!(await may('cases.case.refer')(row.value, context))) return refuse('platform.not_allowed');
        return accept({ units: await listReceivingUnits(context.database, row.value) });
      },
    }),
    implementWrite(assignCase, {
      load: ({ params }, context) => loadCase(params.caseId, context),
      authorise: may('cases.case.assign'),
      async handle({ body }, row, context) {
        const { database, actor, now } = context;
        if (row.state === 'closed') return refuse('cases.closed');
        const where = 'body.accountId';
        const found = await findAssignee(database, row, body.accountId);
        if (found === 'unknown') return refuse('cases.person_unknown', { where });
        if (!found.works) return refuse('cases.person_cannot_work', { where, details: { name: found.name } });
        await insertAssignment(database, row, { to: body.accountId, by: actor.accountId }, now);
        context.audit({ accountId: body.accountId });
        return presentCaseAgain(keys, context, row.id);
      },
    }),
    implementWrite(referCase, {
      load: ({ params }, context) => loadCase(params.caseId, context),
      authorise: may('cases.case.refer'),
      async handle({ body }, row, context) {
        const { database, actor, now } = context;
        if (row.state === 'closed') return refuse('cases.closed');
        const [agencyId = '', placeId = ''] = body.unit.split('|');
        const found = await findReceiver(database, agencyId, placeId);
        const told = { where: 'body.unit', details: { unit: body.unit } };
        if (found === 'unknown') return refuse('cases.unit_unknown', told);
        if (found === 'nobody') return refuse('cases.unit_receives_nothing', told);
        await insertReferral(database, row, { agencyId, placeId, by: actor.accountId }, now);
        context.audit({ unit: body.unit });
        return presentCaseAgain(keys, context, row.id);
      },
    }),
    implementWrite(endAssignment, {
      load: ({ params }, context) => loadCase(params.caseId, context),
      authorise: may('cases.case.assign'),
      async handle({ params: { caseId, assignmentId: id } }, row, context) {
        const ended = await endHandedOn(context.database, 'case_assignment', { caseId, id }, context.now);
        return ended ? presentCaseAgain(keys, context, row.id) : refuse('cases.handed_on_unknown');
      },
    }),
    implementWrite(endReferral, {
      load: ({ params }, context) => loadCase(params.caseId, context),
      authorise: may('cases.case.refer'),
      async handle({ params: { caseId, referralId: id } }, row, context) {
        const ended = await endHandedOn(context.database, 'case_referral', { caseId, id }, context.now);
        return ended ? presentCaseAgain(keys, context, row.id) : refuse('cases.handed_on_unknown');
      },
    }),
  ];
}
