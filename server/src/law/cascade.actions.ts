import { canDo } from '@mangnon/domain/access/posts.access.ts';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { findCited, foldNumber } from '@mangnon/domain/law/citation.ts';
import { decideCarriesOut, getCascade, setPlanPlace } from '@mangnon/domain/law/cascade.api.ts';
import { implementRead, implementWrite, type TransactionContext } from '../platform/action/action.ts';
import {
  countLinks,
  findPlanStanding,
  keepsPlansOf,
  listBelow,
  listCarried,
  listCitations,
  listDocumentsNumbered,
  putCarriesOut,
  standsBelow,
  type CitedRow,
  type PlanStanding,
} from './cascade.queries.ts';
import { findDocument } from './documents.queries.ts';
import { hasPlace, putPlanPlace } from './plan-places.queries.ts';

export async function loadPlan(
  { params }: { readonly params: { readonly planId: string } },
  { database }: TransactionContext,
): Promise<Result<PlanStanding>> {
  const found = await findPlanStanding(database, params.planId, { lock: true });
  return found === undefined ? refuse('plans.not_found') : accept(found);
}

/** Who keeps the plans of its place; of a plan of no place (of the country, or not told yet) who keeps the texts. */
export function keepsPlan({ place, reached }: PlanStanding, { actor }: TransactionContext): boolean {
  return place === null ? canDo(actor.posts, 'law.text.edit') : reached;
}

const cite = ({ kind, number, issuedOn }: CitedRow) =>
  [kind, number, issuedOn?.split('-').toReversed().join('/')].filter((part) => part !== undefined).join(' ');

export const get = implementRead(getCascade, {
  answer: async ({ params: { planId } }, context) => {
    const { database, actor } = context;
    const standing = await findPlanStanding(database, planId, { lock: false });
    if (standing === undefined) return refuse('plans.not_found');
    const carried = await listCarried(database, planId);
    const citations = await listCitations(database, planId);
    const numbers = citations.map(({ number }) => foldNumber(number));
    const known = await listDocumentsNumbered(database, numbers, planId);
    const decided = new Set(carried.map(({ higher }) => higher.id));
    const found = citations.map((cited) => ({ cited: cite(cited), higher: findCited(cited, known) }));
    const suggested = new Map(
      found.flatMap(({ cited, higher }) =>
        higher === null || decided.has(higher.id) ? [] : [[higher.id, { cited, higher }] as const],
      ),
    );
    const documentId = standing.textId ?? planId;
    const link = keepsPlan(standing, context);
    return accept({
      plan: standing.plan,
      place: standing.place,
      text: standing.textId === null ? null : standing.plan,
      carriesOut: carried.map((row) => ({ ...row, at: row.at.toISOString() })),
      suggested: [...suggested.values()],
      unknown: [...new Set(found.filter(({ higher }) => higher === null).map(({ cited }) => cited))],
      below: await listBelow(database, documentId),
      counts: await countLinks(database, planId),
      can: {
        link,
        setPlace: link && canDo(actor.posts, 'law.link.edit'),
        setDocument: canDo(actor.posts, 'law.text.edit'),
      },
    });
  },
});

export const setPlace = implementWrite(setPlanPlace, {
  load: loadPlan,
  // Out of a place and into a place that one keeps, both.
  authorise: async (standing, context, { body }) =>
    keepsPlan(standing, context) &&
    (!(await hasPlace(context.database, body.placeId)) || (await keepsPlansOf(context.database, body.placeId))),
  handle: async ({ body: { placeId } }, { id }, { database, actor, now, audit }) => {
    if (!(await hasPlace(database, placeId))) return refuse('law.place_not_found', { where: 'body.placeId' });
    await putPlanPlace(database, id, placeId, { accountId: actor.accountId, now });
    audit({ placeId });
    return accept({ placeId });
  },
});

export const decide = implementWrite(decideCarriesOut, {
  load: loadPlan,
  authorise: keepsPlan,
  handle: async ({ body: { higherId, state, origin } }, standing, { database, actor, now, audit }) => {
    const higher = await findDocument(database, higherId);
    if (higher === undefined) return refuse('law.higher_not_found', { where: 'body.higherId' });
    const documentId = standing.textId ?? standing.id;
    if (state === 'linked' && (await standsBelow(database, higher.id, documentId))) return refuse('law.higher_circle');
    await putCarriesOut(database, { planId: standing.id, higher, state, origin }, { accountId: actor.accountId, now });
    audit({ higherId: higher.id, state });
    return accept({ higherId: higher.id, state });
  },
});
