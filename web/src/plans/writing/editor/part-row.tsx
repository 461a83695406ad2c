import type { BodyBlock } from '@mangnon/domain/kernel/document/official-document.ts';
import type { ManuscriptItem } from '@mangnon/domain/plans/writing/manuscript-item.ts';
import { printBasis } from '@mangnon/domain/plans/writing/print-basis.ts';
import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useText } from '../../../platform/language.tsx';
import { useDesk } from '../desk/use-desk.ts';
import classes from './editor.module.css';
import { ItemForm } from './item-form.tsx';
import { PartTalk } from './talk.tsx';

export interface PartRowProps {
  readonly item: ManuscriptItem;
  /** The lines it is printed as, with their numbers. */
  readonly blocks: readonly BodyBlock[];
  readonly missing: boolean;
  /** The parts before and behind it in its row: where it can be moved. */
  readonly before: string | null | undefined;
  readonly behind: string | undefined;
}

/** One part as it will be printed; chosen, its fields open in the same place. */
export function PartRow({ item, blocks, missing, before, behind }: PartRowProps) {
  const t = useText();
  const { desk, manuscript, openId, open } = useDesk();
  const isOpen = openId === item.id && manuscript.can.edit;
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isOpen) form.current?.querySelector<HTMLElement>('[data-first], input, textarea')?.focus();
  }, [isOpen]);

  return (
    <li
      className={classes['part']}
      data-kind={item.kind}
      data-part={item.id}
      {...(isOpen ? { 'data-open': true } : {})}
      {...(missing ? { 'data-missing': true } : {})}
    >
      <button
        type="button"
        className={classes['words']}
        aria-expanded={isOpen}
        data-words={item.id}
        onClick={() => open(isOpen ? null : item.id)}
      >
        <PartWords item={item} blocks={blocks} />
      </button>
      {isOpen ? (
        <div ref={form} className={classes['form']}>
          <ItemForm item={item} />
          <div className={classes['tools']}>
            <Button variant="default" size="xs" onClick={() => open(null)}>
              {t('writing.part.done')}
            </Button>
            {item.kind === 'cover' ? null : (
              <>
                <Button
                  variant="default"
                  size="xs"
                  disabled={before === undefined}
                  onClick={() => desk.act({ type: 'move', itemId: item.id, version: 0, after: before ?? null })}
                >
                  {t('writing.part.up')}
                </Button>
                <Button
                  variant="default"
                  size="xs"
                  disabled={behind === undefined}
                  onClick={() => desk.act({ type: 'move', itemId: item.id, version: 0, after: behind ?? null })}
                >
                  {t('writing.part.down')}
                </Button>
                <Button
                  variant="default"
                  size="xs"
                  onClick={() => {
                    desk.act({ type: 'delete', itemId: item.id, version: 0 });
                    open(null);
                  }}
                >
                  {t('writing.part.delete')}
                </Button>
              </>
            )}
          </div>
          <PartTalk itemId={item.id} />
        </div>
      ) : null}
    </li>
  );
}

function PartWords({ item, blocks }: { item: ManuscriptItem; blocks: readonly BodyBlock[] }) {
  const t = useText();
  if (item.kind === 'cover') return <p className={classes['soft']}>{t('writing.cover.open')}</p>;
  if (item.kind === 'basis') {
    return item.data.number === '' ? (
      <p className={classes['empty']}>{t('writing.empty.basis')}</p>
    ) : (
      <p>{printBasis(item.data)}</p>
    );
  }
  const [first, ...more] = blocks;
  const isEmpty = 'text' in item.data && item.data.text === '';
  return (
    <>
      <p {...(isEmpty ? { className: classes['empty'] } : {})}>
        {first?.label === '' ? '' : `${first?.label ?? ''} `}
        {isEmpty ? t('writing.empty.words') : first?.text}
      </p>
      {more.map((block) => (
        <p key={block.text} className={classes['soft']}>
          {block.label} {block.text}
        </p>
      ))}
    </>
  );
}
