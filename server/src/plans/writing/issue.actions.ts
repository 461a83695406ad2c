import type { Kysely } from 'kysely';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { citeNumber } from '@mangnon/domain/kernel/document/printed-parts.ts';
import { coverOf } from '@mangnon/domain/plans/writing/compose-document.ts';
import { issueManuscript as endpoint } from '@mangnon/domain/plans/writing/manuscript-steps.api.ts';
import { implementWrite } from '../../platform/action/action.ts';
import { describeManuscript, loadManuscript } from './describe-manuscript.ts';
import type { DB } from '../../platform/database/schema.generated.ts';
import { issueManuscript } from './issue-manuscript.ts';
import { lockNumbers } from './issue.queries.ts';
import { checkOwnPlan, loadSourcePlan } from './load-source.ts';
import type { ManuscriptRow } from './manuscripts.queries.ts';
import { findNextNumber, isNumberTaken } from './numbers.queries.ts';
import { findStepRefusal } from './steps.actions.ts';
import { tellOfIssue } from './tell-of-manuscript.ts';

export const issue = implementWrite(endpoint, {
  load: loadManuscript,
  authorise: ({ reach }) => reach.issue,
  handle: async ({ body }, { row }, context) => {
    const { database, actor, now, audit } = context;
    // Sent twice, it was issued once: the answer is the same plan.
    if (row.plan_id !== null) {
      audit({ planId: row.plan_id, repeated: true });
      return accept({ planId: row.plan_id });
    }
    const { number, issuedOn } = body;
    const refused = await findStepRefusal(row, 'issue', context, { numbered: issuedOn <= vietnamDay(now) });
    if (refused !== null) return refused;
    await lockNumbers(database, row);
    const ended = await checkVersion(database, row);
    if (!ended.ok) return ended;
    const described = await describeManuscript(database, row);
    const year = Number(issuedOn.slice(0, 4));
    const cited = citeNumber(number, coverOf(described.items).data.symbol);
    if (await isNumberTaken(database, row, { number, year, cited })) {
      const next = await findNextNumber(database, row, year);
      return refuse('writing.number_taken', { where: 'number', details: { number, year, issuer: row.issuer, next } });
    }
    const made = await issueManuscript(database, row, described, { number, issuedOn, accountId: actor.accountId, now });
    if (!made.ok) return made;
    await tellOfIssue(database, row, made.value, { by: actor.accountId, now });
    audit({ planId: made.value, number, issuedOn });
    return accept({ planId: made.value });
  },
});

/** Of two versions that replace one plan the first alone is issued; the plan may have been replaced meanwhile. */
async function checkVersion(database: Kysely<DB>, row: ManuscriptRow): Promise<Result<null>> {
  const isVersion = row.source === 'amends' || row.source === 'replaces';
  if (!isVersion || row.source_plan_id === null) return accept(null);
  const source = await loadSourcePlan(database, row.source_plan_id);
  return source.ok ? checkOwnPlan(database, source.value, row.issuer, true) : source;
}
