import { listRow } from '@mangnon/domain/plans/writing/item-order.ts';
import { emptyTask } from '@mangnon/domain/plans/writing/items-of-plan.ts';
import type { ManuscriptItem } from '@mangnon/domain/plans/writing/manuscript-item.ts';
import type { OfferedTask } from '@mangnon/domain/plans/writing/manuscripts.api.ts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../../platform/language.tsx';
import { useDesk } from '../desk/use-desk.ts';
import classes from './editor.module.css';

/** The tasks of the plan above, one by one: taken over with their link, or not. Those that name us come first. */
export function Offers({ items }: { items: readonly ManuscriptItem[] }) {
  const t = useText();
  const { desk, manuscript, open } = useDesk();
  const [all, setAll] = useState(false);
  if (manuscript.offers.length === 0 || !manuscript.can.edit) return null;
  const taken = new Set(items.flatMap((item) => (item.kind === 'task' ? (item.data.carriesOut ?? []) : [])));
  const refused = new Set(
    items.flatMap((item) => (item.kind === 'offer' && item.data.answer === 'no' ? [item.id] : [])),
  );
  const waiting = manuscript.offers.filter(({ taskId, itemId }) => !taken.has(taskId) && !refused.has(itemId));
  const ours = waiting.filter((offer) => offer.ours);
  const shown = all ? waiting : ours;

  function take(offer: OfferedTask) {
    const itemId = crypto.randomUUID();
    const after = listRow(items, 'body').at(-1)?.id ?? null;
    const due = offer.due === null ? null : { ...offer.due };
    const data = { ...emptyTask, text: offer.text, due, carriesOut: offer.taskId };
    desk.act({ type: 'add', itemId, kind: 'task', after, data });
    open(itemId);
  }

  return (
    <section className={`${classes['side']} ${classes['offers']} not-printed`} aria-labelledby="nhiem-vu-cap-tren">
      <h2 id="nhiem-vu-cap-tren">{t('writing.offers')}</h2>
      <p className={classes['soft']}>
        {t('writing.offers.state', { taken: taken.size, waiting: ours.length, other: waiting.length - ours.length })}
      </p>
      <ul>
        {shown.map((offer) => (
          <li key={offer.itemId}>
            <p>{offer.text}</p>
            <p className={classes['soft']}>{offer.lead.map(({ printed }) => printed).join('; ')}</p>
            <div className={classes['tools']}>
              <Button size="xs" variant="outline" onClick={() => take(offer)}>
                {t('writing.offers.yes')}
              </Button>
              <Button
                size="xs"
                variant="default"
                onClick={() =>
                  desk.act({ type: 'change', itemId: offer.itemId, fields: { answer: { from: null, to: 'no' } } })
                }
              >
                {t('writing.offers.no')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {waiting.length > ours.length ? (
        <Button size="xs" variant="subtle" onClick={() => setAll(!all)}>
          {t(all ? 'writing.offers.ours' : 'writing.offers.all', { count: waiting.length - ours.length })}
        </Button>
      ) : null}
    </section>
  );
}
