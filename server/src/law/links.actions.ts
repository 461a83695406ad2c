import synonyms from '@mangnon/domain/law/synonyms.json' with { type: 'json' };
import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { decideLinks, getLinks, type HigherItem } from '@mangnon/domain/law/cascade.api.ts';
import { suggestLinks } from '@mangnon/domain/law/suggest-links.ts';
import { implementRead, implementWrite } from '../platform/action/action.ts';
import { keepsPlan, loadPlan } from './cascade.actions.ts';
import { findPlanStanding } from './cascade.queries.ts';
import { listHigherDocuments, listHigherItems, listLowerItems, putLinks, type LowerRow } from './links.queries.ts';

function withSuggestions(lower: readonly LowerRow[], higher: readonly HigherItem[]) {
  const decided = new Set(lower.flatMap(({ id, links }) => links.map(({ higherId }) => `${id} ${higherId}`)));
  const found = suggestLinks(lower, higher, synonyms, (lowerId, higherId) => decided.has(`${lowerId} ${higherId}`));
  return lower.map((item) => ({ ...item, suggestions: found.get(item.id) ?? [] }));
}

export const get = implementRead(getLinks, {
  answer: async ({ params: { planId } }, context) => {
    const { database } = context;
    const standing = await findPlanStanding(database, planId, { lock: false });
    if (standing === undefined) return refuse('plans.not_found');
    const documents = await listHigherDocuments(database, planId);
    const tasks = await listHigherItems(database, 'task', planId);
    const targets = await listHigherItems(database, 'target', planId);
    return accept({
      plan: standing.plan,
      documents,
      tasks: { lower: withSuggestions(await listLowerItems(database, 'task', planId), tasks), higher: tasks },
      targets: { lower: withSuggestions(await listLowerItems(database, 'target', planId), targets), higher: targets },
      can: { link: keepsPlan(standing, context) },
    });
  },
});

export const decide = implementWrite(decideLinks, {
  load: loadPlan,
  authorise: keepsPlan,
  handle: async ({ body }, { id: planId }, { database, actor, now, audit }) => {
    for (const kind of ['task', 'target'] as const) {
      const decisions = body.decisions.filter((one) => one.kind === kind);
      if (decisions.length === 0) continue;
      // Two kinds, two statements each. oxlint-disable-next-line no-await-in-loop
      const lower = new Set((await listLowerItems(database, kind, planId)).map(({ id }) => id));
      // oxlint-disable-next-line no-await-in-loop
      const higher = new Set((await listHigherItems(database, kind, planId)).map(({ id }) => id));
      const isKnown = decisions.every(({ lowerId, higherId }) => lower.has(lowerId) && higher.has(higherId));
      if (!isKnown) return refuse('law.item_not_found');
      // The last word about a pair counts; one statement cannot write a row twice.
      const byPair = new Map(decisions.map((one) => [`${one.lowerId} ${one.higherId}`, one]));
      // oxlint-disable-next-line no-await-in-loop
      await putLinks(database, kind, planId, [...byPair.values()], { accountId: actor.accountId, now });
    }
    const linked = body.decisions.filter(({ state }) => state === 'linked').length;
    const counts = { linked, refused: body.decisions.length - linked };
    audit(counts);
    return accept(counts);
  },
});
