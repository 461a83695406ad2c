import type { NoticeKind } from '@mangnon/domain/attention/notice-kinds.ts';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { findBlocks } from '@mangnon/domain/kernel/workflow.ts';
import { hindranceWorkflow, type HindranceAct } from '@mangnon/domain/tasks/hindrance.workflow.ts';
import { actOnHindrance, raiseHindrance } from '@mangnon/domain/tasks/progress.api.ts';
import { findHeldPosts } from '../access/held-posts.queries.ts';
import { implementWrite } from '../platform/action/action.ts';
import { actsForPlace, actsForUnit } from './held-units.ts';
import { forUnit, loadPeriod, refusePeriod } from './progress.actions.ts';
import { isKnown } from './task.queries.ts';
import { tellOfTasks, type Telling } from './tell-of-tasks.ts';
import { lockHindrance, moveHindrance, scopeOf, type HindranceLock } from './progress.queries.ts';

export const raise = implementWrite(raiseHindrance, {
  load: ({ params }, context) => loadPeriod(params.periodId, context),
  authorise: forUnit,
  async handle({ body }, period, { database, actor, now, audit }) {
    const earlier = await lockHindrance(database, body.id);
    if (earlier !== undefined && earlier.taskId === period.taskId) return accept({ taskId: period.taskId });
    const blocked = refusePeriod('raise', period, { today: vietnamDay(now) });
    if (blocked !== null) return blocked;
    await database
      .insertInto('hindrance')
      .values({
        id: body.id,
        period_id: period.id,
        ...scopeOf(period),
        words: body.words,
        raised_at: now,
        raised_by: actor.accountId,
        with_place_id: period.requesterPlaceId,
        state: 'open',
      })
      .execute();
    const to = { answerersAt: period.requesterPlaceId };
    const told = { taskIds: [period.taskId], about: body.id, dueOn: period.dueOn };
    const tellings = [{ kind: 'hindrance_raised', to }] as const;
    await tellOfTasks(database, { ...told, tellings }, { by: actor.accountId, now });
    audit({ hindranceId: body.id });
    return accept({ taskId: period.taskId });
  },
});

/** Who has to answer next, and whose hindrance it is. What its own unit settles waits for nobody. */
function tellingsOf(kind: HindranceAct, placeId: string | null, raisedBy: string): readonly Telling[] {
  const waits: readonly Telling[] =
    placeId === null ? [] : [{ kind: 'hindrance_raised', to: { answerersAt: placeId } }];
  const own = (told: NoticeKind): readonly Telling[] => [
    { kind: told, to: { people: [raisedBy] } },
    { kind: told, to: 'workers' },
  ];
  switch (kind) {
    case 'answered':
      return own('hindrance_answered');
    case 'passed_up':
      return [...waits, ...own('hindrance_passed_up')];
    case 'reopened':
      return waits;
    case 'settled':
      return [];
  }
}

interface Standing {
  readonly hindrance: HindranceLock;
  readonly forUnit: boolean;
  readonly forPlace: boolean;
}

export const act = implementWrite(actOnHindrance, {
  async load({ params }, { database, actor }): Promise<Result<Standing>> {
    const hindrance = await lockHindrance(database, params.hindranceId);
    if (hindrance === undefined) {
      const known = await isKnown(database, 'hindrance', params.hindranceId);
      return refuse(known ? 'platform.not_allowed' : 'tasks.not_found');
    }
    const held = await findHeldPosts(database, actor.accountId);
    return accept({
      hindrance,
      forUnit: actsForUnit(held, 'tasks.progress.report', hindrance),
      forPlace: actsForPlace(held, 'tasks.hindrance.answer', hindrance.withPlaceId),
    });
  },
  authorise: (stored, _, { body }) =>
    body.kind === 'answered' || body.kind === 'passed_up' ? stored.forPlace : stored.forUnit,
  async handle({ body }, { hindrance, ...sides }, { database, actor, now, audit }) {
    const facts = { ...sides, levelAbove: hindrance.withPlaceId !== null };
    const [block] = findBlocks(hindranceWorkflow, body.kind, hindrance.state, facts);
    if (block === 'top_of_the_line') return refuse('tasks.top_of_the_line');
    if (block !== undefined) return refuse('tasks.hindrance_not_possible');
    const placeId = body.kind === 'passed_up' ? hindrance.abovePlaceId : hindrance.withPlaceId;
    // Written before it moves: what was passed up is out of this person's hands.
    await database
      .insertInto('hindrance_act')
      .values({
        id: body.id,
        hindrance_id: hindrance.id,
        ...scopeOf(hindrance),
        kind: body.kind,
        words: body.words,
        to_place_id: body.kind === 'passed_up' ? placeId : null,
        at: now,
        by: actor.accountId,
      })
      .execute();
    await moveHindrance(database, hindrance.id, { state: hindranceWorkflow[body.kind].to, placeId });
    const tellings = tellingsOf(body.kind, placeId, hindrance.raisedBy);
    const told = { taskIds: [hindrance.taskId], about: body.id, tellings };
    if (tellings.length > 0) await tellOfTasks(database, told, { by: actor.accountId, now });
    audit({ hindranceId: hindrance.id, kind: body.kind });
    return accept({ taskId: hindrance.taskId });
  },
});
