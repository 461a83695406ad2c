import type { InspectionHead } from '@mangnon/domain/inspections/inspection-words.ts';
import { inspectionStateOf, inspectionWorkflow } from '@mangnon/domain/inspections/inspection.workflow.ts';
import {
  callOffInspection,
  changeInspection,
  createInspection,
  getInspection,
} from '@mangnon/domain/inspections/inspections.api.ts';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { findBlocks } from '@mangnon/domain/kernel/workflow.ts';
import { findHeldPosts } from '../access/held-posts.queries.ts';
import { implementRead, implementWrite, type TransactionContext } from '../platform/action/action.ts';
import { findPlanToAssign } from '../tasks/assignment.queries.ts';
import { actsForPlace } from '../tasks/held-units.ts';
import { findUnits, unitKey } from '../tasks/units.queries.ts';
import { checkVisits } from './check-visits.ts';
import {
  findMade,
  insertInspection,
  isKnown,
  lockInspection,
  setCalledOff,
  setHead,
  type LockedInspection,
} from './inspections.queries.ts';
import { presentInspection } from './present-inspection.ts';
import { tellOfCalledOff, tellOfPlanned } from './tell-of-visits.ts';
import { insertVisits, listPlanned } from './visits.queries.ts';

export const get = implementRead(getInspection, {
  answer: ({ params }, context) => presentInspection(params.inspectionId, context),
});

export async function loadInspection(id: string, { database }: TransactionContext): Promise<Result<LockedInspection>> {
  const found = await lockInspection(database, id);
  if (found !== undefined) return accept(found);
  // A row that may be read and not written is not locked, and is no secret.
  return refuse((await isKnown(database, 'inspection', id)) ? 'platform.not_allowed' : 'inspections.not_found');
}

/** Whether the person keeps inspections of the leading place. */
export async function keepsIt(
  { placeId }: { readonly placeId: string },
  { database, actor }: TransactionContext,
): Promise<boolean> {
  return actsForPlace(await findHeldPosts(database, actor.accountId), 'inspections.inspection.edit', placeId);
}

function checkPeriod({ startsOn, endsOn }: Pick<InspectionHead, 'startsOn' | 'endsOn'>): Result<null> {
  if (startsOn <= endsOn) return accept(null);
  return refuse('inspections.ends_before_start', { where: 'body.endsOn', details: { from: startsOn, to: endsOn } });
}

export const create = implementWrite(createInspection, {
  async load({ params }, { database }) {
    const plan = await findPlanToAssign(database, params.planId);
    if (plan === undefined) return refuse('plans.not_found');
    return plan.placeId === null ? refuse('inspections.plan_has_no_place') : accept(plan);
  },
  authorise: (_plan, context, { body }) => keepsIt(body.lead, context),
  async handle({ body: { id, visits, ...head } }, plan, { database, actor, now, audit }) {
    audit({ inspectionId: id });
    const made = await findMade(database, id);
    if (made !== undefined) {
      const same = made.createdBy === actor.accountId && made.planId === plan.id;
      return same ? accept({ inspectionId: id }) : refuse('inspections.id_taken');
    }
    const period = checkPeriod(head);
    if (!period.ok) return period;
    const lead = (await findUnits(database, [head.lead], vietnamDay(now))).get(unitKey(head.lead));
    if (lead === undefined || lead.level !== lead.placeLevel) {
      return refuse('inspections.lead_unknown', { where: 'body.lead' });
    }
    if (lead.provinceId !== plan.provinceId) return refuse('inspections.outside_place', { where: 'body.lead' });
    const { placeId, provinceId } = lead;
    const checked = await checkVisits(database, { ...head, planId: plan.id, placeId }, visits);
    if (!checked.ok) return checked;
    const by = { by: actor.accountId, now };
    if (!(await insertInspection(database, { id, planId: plan.id, provinceId, head }, by))) {
      return refuse('inspections.id_taken');
    }
    const scope = { id, placeId, provinceId, unit: unitKey(lead) };
    const planned = await insertVisits(database, scope, checked.value, by);
    audit({ visits: planned.length });
    await tellOfPlanned(database, { basis: head.basis, visits: planned }, by);
    return accept({ inspectionId: id });
  },
});

export const change = implementWrite(changeInspection, {
  load: ({ params }, context) => loadInspection(params.inspectionId, context),
  authorise: (stored, context) => keepsIt(stored, context),
  async handle({ body: { version, ...head } }, stored, { database }) {
    if (stored.calledOff !== null) return refuse('inspections.called_off');
    if (stored.conclusion !== null) return refuse('inspections.concluded');
    if (stored.version !== version) return refuse('inspections.changed_meanwhile');
    const period = checkPeriod(head);
    if (!period.ok) return period;
    await setHead(database, stored.id, head);
    return accept({ inspectionId: stored.id });
  },
});

export const callOff = implementWrite(callOffInspection, {
  load: ({ params }, context) => loadInspection(params.inspectionId, context),
  authorise: (stored, context) => keepsIt(stored, context),
  async handle({ body }, stored, { database, actor, now, audit }) {
    const { id, calledOff, conclusion, basis } = stored;
    // Sent twice, it was called off once.
    if (calledOff?.on === body.on && calledOff.reason === body.reason) {
      audit({ repeated: true });
      return accept({ inspectionId: id });
    }
    const state = inspectionStateOf({ concluded: conclusion !== null, calledOff: calledOff !== null });
    const facts = { today: vietnamDay(now), calledOffOn: body.on };
    const [block] = findBlocks(inspectionWorkflow, 'call_off', state, facts);
    if (block === 'state') return refuse(state === 'concluded' ? 'inspections.concluded' : 'inspections.called_off');
    if (block !== undefined) return refuse(`inspections.${block}`, { where: 'body.on', details: { day: body.on } });
    const by = { by: actor.accountId, now };
    await setCalledOff(database, id, body, by);
    await tellOfCalledOff(database, { id, basis, visits: await listPlanned(database, id) }, by);
    return accept({ inspectionId: id });
  },
});
