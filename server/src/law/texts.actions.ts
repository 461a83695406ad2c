import { canDo } from '@mangnon/domain/access/posts.access.ts';
import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { forceOn } from '@mangnon/domain/law/legal-text.ts';
import { getText, listTexts } from '@mangnon/domain/law/texts.api.ts';
import { implementRead } from '../platform/action/action.ts';
import { findText, listDuties, listPlansOf, listRelations, listTextRows, listTextTargets } from './texts.queries.ts';

export const list = implementRead(listTexts, {
  answer: async ({ query }, { database, now, actor }) => {
    const on = vietnamDay(now);
    const rows = await listTextRows(database, { q: query.q ?? '', kind: query.kind ?? null });
    const texts = rows.map(({ duties, targets, plans, sourceUrl: _s, note: _n, ...text }) => ({
      ...text,
      force: forceOn(text, on),
      counts: { duties, targets, plans },
    }));
    const { force } = query;
    return accept({
      on,
      texts: texts.filter((text) => force === undefined || text.force === force),
      can: { edit: canDo(actor.posts, 'law.text.edit') },
    });
  },
});

export const get = implementRead(getText, {
  answer: async ({ params }, { database, now, actor }) => {
    const on = vietnamDay(now);
    const found = await findText(database, params.textId, { lock: false });
    if (found === undefined) return refuse('law.text_not_found');
    const { id } = found;
    return accept({
      on,
      text: { ...found, force: forceOn(found, on), changedAt: found.changedAt.toISOString() },
      relations: await listRelations(database, id),
      duties: await listDuties(database, id),
      targets: await listTextTargets(database, id),
      plans: await listPlansOf(database, id),
      can: { edit: canDo(actor.posts, 'law.text.edit') },
    });
  },
});
