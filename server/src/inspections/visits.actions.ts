import { actOnVisit, planVisits } from '@mangnon/domain/inspections/inspections.api.ts';
import { visitStateOf, visitWorkflow, type VisitDates } from '@mangnon/domain/inspections/visit.workflow.ts';
import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { findBlocks } from '@mangnon/domain/kernel/workflow.ts';
import { implementWrite } from '../platform/action/action.ts';
import { checkVisits } from './check-visits.ts';
import { scopeOf } from './inspection-scope.ts';
import { keepsIt, loadInspection } from './inspections.actions.ts';
import { isKnown } from './inspections.queries.ts';
import { tellOfMoved, tellOfPlanned } from './tell-of-visits.ts';
import { insertVisits, isWritten, lockVisit, setVisit } from './visits.queries.ts';

export const plan = implementWrite(planVisits, {
  load: ({ params }, context) => loadInspection(params.inspectionId, context),
  authorise: (stored, context) => keepsIt(stored, context),
  async handle({ body }, stored, { database, actor, now, audit }) {
    if (stored.calledOff !== null) return refuse('inspections.called_off');
    const checked = await checkVisits(database, stored, body.visits);
    if (!checked.ok) return checked;
    const by = { by: actor.accountId, now };
    const visits = await insertVisits(database, stored, checked.value, by);
    audit({ visits: visits.length });
    await tellOfPlanned(database, { basis: stored.basis, visits }, by);
    return accept({ inspectionId: stored.id });
  },
});

export const act = implementWrite(actOnVisit, {
  async load({ params }, { database }) {
    const visit = await lockVisit(database, params.visitId);
    if (visit !== undefined) return accept(visit);
    const known = await isKnown(database, 'inspection_visit', params.visitId);
    return refuse(known ? 'platform.not_allowed' : 'inspections.not_found');
  },
  authorise: (stored, context) => keepsIt(stored, context),
  async handle({ body }, visit, { database, actor, now, audit }) {
    const { inspectionId } = visit;
    audit({ inspectionId, kind: body.kind });
    if (await isWritten(database, visit.id, body.id)) return accept({ inspectionId });
    if (visit.calledOff) return refuse('inspections.called_off');
    const on = 'on' in body ? body.on : null;
    const facts = { today: vietnamDay(now), plannedOn: visit.plannedOn, ...(on !== null && { on }) };
    const [block] = findBlocks(visitWorkflow, body.kind, visitStateOf(visit), facts);
    if (block === 'state') return refuse('inspections.visit_not_possible');
    if (block !== undefined) return refuse(`inspections.${block}`, { where: 'body.on', details: { day: on ?? '' } });
    await database
      .insertInto('inspection_visit_event')
      .values({
        id: body.id,
        visit_id: visit.id,
        ...scopeOf(visit),
        kind: body.kind,
        from_day: body.kind === 'held' ? null : (visit.heldOn ?? visit.plannedOn),
        to_day: on,
        reason: 'reason' in body ? body.reason : null,
        at: now,
        by: actor.accountId,
      })
      .execute();
    const untold = { heldOn: null, notHeldReason: null };
    const next: VisitDates = {
      moved: { ...untold, plannedOn: on ?? visit.plannedOn },
      held: { ...untold, plannedOn: visit.plannedOn, heldOn: on },
      not_held: { ...untold, plannedOn: visit.plannedOn, notHeldReason: 'reason' in body ? body.reason : null },
      reopened: { ...untold, plannedOn: visit.plannedOn },
    }[body.kind];
    await setVisit(database, visit.id, next);
    if (body.kind === 'moved') {
      const moved = { ...visit, plannedOn: next.plannedOn };
      await tellOfMoved(database, moved, body.id, { by: actor.accountId, now });
    }
    return accept({ inspectionId });
  },
});
