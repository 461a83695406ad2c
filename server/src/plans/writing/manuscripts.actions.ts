import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { committeeOf, type IssuingBody } from '@mangnon/domain/plans/writing/issuing-body.ts';
import { getManuscript, listManuscripts, startManuscript } from '@mangnon/domain/plans/writing/manuscripts.api.ts';
import { implementRead, implementWrite } from '../../platform/action/action.ts';
import { listComments } from './comments.queries.ts';
import { describeManuscript } from './describe-manuscript.ts';
import { listOffers } from './list-offers.ts';
import { putItems } from './manuscript-items.queries.ts';
import { createManuscript, findManuscript, hasWritten, listManuscriptRows, listSteps } from './manuscripts.queries.ts';
import { findNextNumber } from './numbers.queries.ts';
import { presentCan, presentSummary } from './present-manuscript.ts';
import { makeFirstItems } from './start-items.ts';
import { findPlan } from '../plans.queries.ts';
import { findWritingReach } from './find-writing-reach.ts';
import { listWritingPlaces } from './writing-places.queries.ts';

export const list = implementRead(listManuscripts, {
  answer: async (_, { database }) => {
    const rows = await listManuscriptRows(database);
    return accept({ manuscripts: rows.map(presentSummary), places: await listWritingPlaces(database) });
  },
});

export const start = implementWrite(startManuscript, {
  load: async ({ body }, { database }) => {
    const places = await listWritingPlaces(database);
    return accept({
      place: places.find(
        ({ placeId, agency }) => placeId === body.placeId && (agency === null || agency.id === body.agency?.id),
      ),
      earlier: await findManuscript(database, body.manuscriptId),
    });
  },
  authorise: ({ place }) => place !== undefined,
  handle: async ({ body }, { place, earlier }, { database, actor, now, audit }) => {
    const { manuscriptId, source, planId, agency } = body;
    audit({ manuscriptId, repeated: earlier !== undefined });
    if (earlier !== undefined) {
      const isRetry = earlier.created_by === actor.accountId && earlier.place_id === body.placeId;
      return isRetry ? accept({ manuscriptId }) : refuse('writing.id_taken');
    }
    if (place === undefined) return refuse('writing.place_unknown', { where: 'placeId' });
    // An officer of an agency writes for that one, by its name in the register.
    const issuer = place.agency ?? agency;
    const issuing: IssuingBody = {
      level: place.level,
      placeName: place.name,
      shortName: place.shortName,
      agencyId: issuer?.id ?? null,
      issuer: issuer?.name ?? committeeOf(place.name),
    };
    const first = await makeFirstItems(database, issuing, body);
    if (!first.ok) return first;
    const made = {
      id: manuscriptId,
      placeId: place.placeId,
      body: issuing,
      source,
      planId: source === 'empty' ? null : planId,
    };
    const created = await createManuscript(database, { ...made, accountId: actor.accountId, now });
    if (!created) return refuse('writing.id_taken');
    await putItems(database, { id: manuscriptId, place_id: place.placeId }, first.value);
    return accept({ manuscriptId });
  },
});

export const get = implementRead(getManuscript, {
  answer: async ({ params }, { database, actor, now }) => {
    const row = await findManuscript(database, params.manuscriptId);
    if (row === undefined) return refuse('writing.not_found');
    const described = await describeManuscript(database, row);
    const source = row.source_plan_id === null ? undefined : await findPlan(database, row.source_plan_id);
    const steps = await listSteps(database, row.id);
    const reach = await findWritingReach(database, actor.accountId, row);
    const byAnother = !reach.signed || !(await hasWritten(database, row, actor.accountId));
    return accept({
      ...presentSummary(row),
      placeId: row.place_id,
      items: [...described.items],
      seq: row.seq,
      from: source === undefined ? null : { planId: source.id, number: source.number, title: source.title },
      offers: await listOffers(database, row, described.items),
      comments: await listComments(database, row.id),
      steps: steps.map((step) => ({ ...step, at: step.at.toISOString() })),
      missing: [...described.missing],
      changes: [...described.changes],
      planId: row.plan_id,
      number: row.number,
      issuedOn: row.issued_on,
      nextNumber: await findNextNumber(database, row, Number(vietnamDay(now).slice(0, 4))),
      can: presentCan(row, reach, byAnother),
    });
  },
});
