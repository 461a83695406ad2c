import { listRow } from '@mangnon/domain/plans/writing/item-order.ts';
import { emptyTask } from '@mangnon/domain/plans/writing/items-of-plan.ts';
import { fold } from '@mangnon/domain/kernel/fold.ts';
import type { ItemData, ManuscriptItem } from '@mangnon/domain/plans/writing/manuscript-item.ts';
import { offeredSections } from '@mangnon/domain/plans/writing/offered-sections.ts';
import { Button } from '@mantine/core';
import { useText } from '../../../platform/language.tsx';
import { useDesk } from '../desk/use-desk.ts';
import classes from './editor.module.css';

type Added = 'basis' | 'heading' | 'paragraph' | 'task' | 'target' | 'reporting';
const kinds = ['task', 'paragraph', 'heading', 'target', 'reporting', 'basis'] as const;

const blank: { readonly [Kind in Added]: ItemData<Kind> } = {
  basis: { kind: '', number: '', issuedOn: null, issuer: null, about: '' },
  heading: { text: '', level: 1 },
  paragraph: { text: '' },
  task: { ...emptyTask, text: '' },
  target: { text: '', owner: [], comparator: '>=', value: 0, valueTo: null, unit: '%', year: null },
  reporting: { period: 'year', due: null, from: [], to: null, via: null },
};

/** Adds a part behind the open one, else at the end; the headings most plans have are offered while they are not there. */
export function AddPart({ items }: { items: readonly ManuscriptItem[] }) {
  const t = useText();
  const { desk, open, openId } = useDesk();
  const body = listRow(items, 'body');
  const there = new Set(body.flatMap((item) => (item.kind === 'heading' ? [fold(item.data.text)] : [])));
  const offered = offeredSections.filter((words) => !there.has(fold(words)));

  function add<Kind extends Added>(kind: Kind, data: ItemData<Kind>) {
    const row = kind === 'basis' ? listRow(items, 'basis') : body;
    const after = row.find(({ id }) => id === openId)?.id ?? row.at(-1)?.id ?? null;
    const itemId = crypto.randomUUID();
    desk.act({ type: 'add', itemId, kind, after, data });
    open(itemId);
  }

  return (
    <section className={`${classes['add']} not-printed`} aria-labelledby="them-phan">
      <h2 id="them-phan">{t('writing.add')}</h2>
      <div className={classes['tools']}>
        {kinds.map((kind) => (
          <Button key={kind} variant="default" size="xs" onClick={() => add(kind, blank[kind])}>
            {t(`writing.kind.${kind}`)}
          </Button>
        ))}
      </div>
      {offered.length === 0 ? null : (
        <>
          <p className={classes['soft']}>{t('writing.add.sections')}</p>
          <div className={classes['tools']}>
            {offered.map((text) => (
              <Button key={text} variant="subtle" size="xs" onClick={() => add('heading', { text, level: 1 })}>
                {text}
              </Button>
            ))}
          </div>
        </>
      )}
    </section>
  );
}
