import { issueConclusion } from '@mangnon/domain/inspections/conclusions.api.ts';
import { inspectionWorkflow } from '@mangnon/domain/inspections/inspection.workflow.ts';
import { recommendationWorkflow } from '@mangnon/domain/inspections/recommendation.workflow.ts';
import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { findBlocks } from '@mangnon/domain/kernel/workflow.ts';
import { findHeldPosts } from '../access/held-posts.queries.ts';
import { implementWrite } from '../platform/action/action.ts';
import { actsForPlace } from '../tasks/held-units.ts';
import { findConclusion, insertConclusion } from './conclusions.queries.ts';
import { loadInspection } from './inspections.actions.ts';
import { findUnitOf } from './inspections.queries.ts';
import { replaceRecommendations } from './recommendations.queries.ts';
import { tellOfInspection } from './tell-of-inspections.ts';

export const issue = implementWrite(issueConclusion, {
  load: ({ params }, context) => loadInspection(params.inspectionId, context),
  authorise: async ({ placeId }, { database, actor }) =>
    actsForPlace(await findHeldPosts(database, actor.accountId), 'inspections.inspection.conclude', placeId),
  async handle({ body }, stored, { database, actor, now, audit }) {
    audit({ conclusionId: body.id, recommendations: body.recommendations.length });
    const earlier = await findConclusion(database, body.id);
    if (earlier !== undefined) {
      const same = earlier.inspectionId === stored.id && earlier.number === body.number;
      return same ? accept({ inspectionId: stored.id }) : refuse('inspections.id_taken');
    }
    const { conclusion } = stored;
    if (stored.calledOff !== null) return refuse('inspections.called_off');
    if (body.correctsId === null && conclusion !== null) {
      return refuse('inspections.concluded_already', { details: { number: conclusion.number } });
    }
    if (body.correctsId !== (conclusion?.id ?? null)) {
      return refuse('inspections.corrects_unknown', { where: 'body.correctsId' });
    }
    const firstDueOn = body.recommendations.map(({ dueOn }) => dueOn).toSorted()[0] ?? null;
    const facts = { today: vietnamDay(now), issuedOn: body.issuedOn, firstDueOn };
    const [act, state] = conclusion === null ? (['conclude', 'open'] as const) : (['correct', 'concluded'] as const);
    const [block] = findBlocks(inspectionWorkflow, act, state, facts);
    if (block !== undefined) {
      const where = block === 'due_before_issued' ? 'body.recommendations' : 'body.issuedOn';
      return refuse(`inspections.${block}`, { where, details: { day: body.issuedOn } });
    }
    const units = await findUnitOf(
      database,
      stored.id,
      body.recommendations.map(({ unitId }) => unitId),
    );
    const unknown = body.recommendations.findIndex(({ unitId }) => !units.has(unitId));
    if (unknown !== -1) return refuse('inspections.unit_unknown', { where: `body.recommendations.${unknown}.unitId` });
    await insertConclusion(database, stored, body, { by: actor.accountId, now });
    if (conclusion !== null) {
      const replaced = await replaceRecommendations(database, conclusion.id, recommendationWorkflow.replace.from);
      audit({ replaced });
    }
    const asked = body.recommendations.toSorted((one, other) => one.dueOn.localeCompare(other.dueOn));
    await tellOfInspection(
      database,
      {
        kind: 'recommendation_made',
        to: 'workers',
        about: body.id,
        // Of each person the one due first: the page it leads to has them all.
        units: asked.flatMap(({ unitId, words, dueOn }) => {
          const unit = units.get(unitId);
          return unit === undefined ? [] : [{ ...unit, words, dueOn }];
        }),
      },
      { by: actor.accountId, now },
    );
    return accept({ inspectionId: stored.id });
  },
});
