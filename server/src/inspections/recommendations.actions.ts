import {
  decideRecommendation,
  getMyRecommendations,
  reportRecommendation,
} from '@mangnon/domain/inspections/conclusions.api.ts';
import { recommendationWorkflow, standOfRecommendation } from '@mangnon/domain/inspections/recommendation.workflow.ts';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { findBlocks } from '@mangnon/domain/kernel/workflow.ts';
import { findHeldPosts } from '../access/held-posts.queries.ts';
import { implementRead, implementWrite, type TransactionContext } from '../platform/action/action.ts';
import { actsForPlace } from '../tasks/held-units.ts';
import { heldBy, ownWorkOf } from '../tasks/my-work.queries.ts';
import { findUnits } from '../tasks/units.queries.ts';
import { briefOf } from './inspection-lists.actions.ts';
import { actsForConcerned, scopeOf } from './inspection-scope.ts';
import { isKnown } from './inspections.queries.ts';
import {
  findReport,
  listWaiting,
  lockRecommendation,
  moveRecommendation,
  type LockedRecommendation,
  type StoredReport,
} from './recommendations.queries.ts';
import { tellOfInspection } from './tell-of-inspections.ts';

async function load(id: string, { database }: TransactionContext): Promise<Result<LockedRecommendation>> {
  const found = await lockRecommendation(database, id);
  if (found !== undefined) return accept(found);
  // A row that may be read and not written is not locked, and is no secret.
  return refuse((await isKnown(database, 'recommendation', id)) ? 'platform.not_allowed' : 'inspections.not_found');
}

export const report = implementWrite(reportRecommendation, {
  load: ({ params }, context) => load(params.recommendationId, context),
  authorise: async (stored, { database, actor }) =>
    actsForConcerned(await findHeldPosts(database, actor.accountId), 'inspections.recommendation.report', stored),
  async handle({ body }, stored, { database, actor, now, audit }) {
    const { inspectionId } = stored;
    audit({ inspectionId, reportId: body.id });
    const earlier = await findReport(database, body.id);
    if (earlier !== undefined) {
      const same = earlier.recommendationId === stored.id && earlier.recordedBy === actor.accountId;
      return same && earlier.words === body.words ? accept({ inspectionId }) : refuse('inspections.id_taken');
    }
    const { happenedOn, words } = body;
    const facts = { today: vietnamDay(now), happenedOn };
    const [block] = findBlocks(recommendationWorkflow, 'report', stored.state, facts);
    if (block === 'state') return refuse('inspections.recommendation_not_open');
    if (block !== undefined) {
      return refuse(`inspections.${block}`, { where: 'body.happenedOn', details: { day: happenedOn } });
    }
    const recorded = { recorded_at: now, recorded_by: actor.accountId };
    await database
      .insertInto('recommendation_report')
      .values({
        id: body.id,
        recommendation_id: stored.id,
        ...scopeOf(stored),
        happened_on: happenedOn,
        words,
        ...recorded,
      })
      .execute();
    await moveRecommendation(database, stored.id, recommendationWorkflow.report.to);
    const act = { kind: 'recommendation_reported', to: 'deciders', about: body.id, units: [stored] } as const;
    await tellOfInspection(database, act, { by: actor.accountId, now });
    return accept({ inspectionId });
  },
});

interface ReportToDecide {
  readonly told: StoredReport;
  readonly stored: LockedRecommendation;
}

export const decide = implementWrite(decideRecommendation, {
  async load({ params }, context): Promise<Result<ReportToDecide>> {
    const told = await findReport(context.database, params.reportId);
    if (told === undefined) return refuse('inspections.not_found');
    const stored = await load(told.recommendationId, context);
    if (!stored.ok) return stored;
    // Read again under the lock: another may have decided while this request waited for it.
    const now = await findReport(context.database, params.reportId);
    return accept({ told: now ?? told, stored: stored.value });
  },
  authorise: async ({ stored }, { database, actor }) =>
    actsForPlace(await findHeldPosts(database, actor.accountId), 'inspections.inspection.conclude', stored.placeId),
  async handle({ body }, { told, stored }, { database, actor, now, audit }) {
    const { inspectionId } = stored;
    audit({ inspectionId, recommendationId: stored.id, decision: body.decision });
    // A repeated request finds what it decided.
    if (told.decision === body.decision) return accept({ inspectionId });
    const act = body.decision === 'settled' ? 'settle' : 'send_back';
    const facts = { today: vietnamDay(now), byAnother: told.recordedBy !== actor.accountId };
    const [block] = findBlocks(recommendationWorkflow, act, stored.state, facts);
    if (block === 'own_report') return refuse('inspections.own_report');
    if (block !== undefined || told.decision !== null) return refuse('inspections.report_not_waiting');
    await database
      .insertInto('recommendation_decision')
      .values({
        report_id: told.id,
        ...scopeOf(stored),
        decision: body.decision,
        reason: body.decision === 'settled' ? null : body.reason,
        decided_at: now,
        decided_by: actor.accountId,
      })
      .execute();
    const settledOn = body.decision === 'settled' ? told.happenedOn : null;
    await moveRecommendation(database, stored.id, recommendationWorkflow[act].to, settledOn);
    const kind = `recommendation_${body.decision}` as const;
    const toUnit = { kind, to: 'workers', about: told.id, units: [stored], also: [told.recordedBy] } as const;
    await tellOfInspection(database, toUnit, { by: actor.accountId, now });
    return accept({ inspectionId });
  },
});

export const mine = implementRead(getMyRecommendations, {
  async answer(_, { database, actor, now }) {
    const today = vietnamDay(now);
    const held = await findHeldPosts(database, actor.accountId);
    const rows = await listWaiting(database, {
      own: ownWorkOf(held, 'inspections.recommendation.report'),
      decidesIn: heldBy(held, 'inspections.inspection.conclude', 'own_place').flatMap(({ placeId }) => placeId ?? []),
      accountId: actor.accountId,
    });
    const units = await findUnits(database, rows, today);
    const of = (wanted: (typeof rows)[number]['part']) =>
      rows
        .filter(({ part }) => part === wanted)
        .map(({ id, inspectionId, words, dueOn, part, ...ref }) => {
          const state = part === 'toCarryOut' ? 'open' : 'reported';
          const overdue = standOfRecommendation({ state, dueOn, settledOn: null }, today) === 'overdue';
          return { id, inspectionId, words, dueOn, unit: briefOf(units, ref), overdue };
        });
    return accept({ toCarryOut: of('toCarryOut'), toDecide: of('toDecide'), today });
  },
});
