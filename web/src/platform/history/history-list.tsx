import type { HistoryEntry } from '@mangnon/domain/kernel/history.ts';
import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatInstant } from '../format.ts';
import { useText } from '../language.tsx';
import classes from './history.module.css';

type Written = Pick<HistoryEntry, 'at' | 'by' | 'fields'>;

/** What was done to a record, newest first: when, by whom, and of each field what stood there before. */
export function HistoryList<Entry extends Written>({
  entries,
  tellWhat,
  children,
}: {
  entries: readonly Entry[];
  tellWhat: (entry: Entry) => string;
  /** What else is to be said of one: the document it rests on. */
  children?: (entry: Entry) => ReactNode;
}) {
  const t = useText();
  return (
    <ol className={classes['list']}>
      {entries.map((entry, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- what was done has no name but its place
        <li key={at}>
          <h3 className={classes['what']}>{tellWhat(entry)}</h3>
          <p className={classes['who']}>{tellWho(entry)}</p>
          {children?.(entry)}
          {entry.fields.length > 0 ? (
            <dl className={classes['fields']}>
              {entry.fields.map(({ column, before, after }) => (
                <div key={column}>
                  <dt>{column}</dt>
                  <dd>
                    {before === '' ? null : (
                      <>
                        <del>
                          <VisuallyHidden>{t('history.before')} </VisuallyHidden>
                          {before}
                        </del>{' '}
                        <span aria-hidden>→</span>{' '}
                      </>
                    )}
                    {after === '' ? <span className={classes['soft']}>{t('history.empty')}</span> : after}
                  </dd>
                </div>
              ))}
            </dl>
          ) : null}
        </li>
      ))}
    </ol>
  );

  function tellWho({ at, by }: Written): string {
    const when = formatInstant(at);
    if (by === null) return t('history.who.nobody', { when });
    return by.title === '' ? t('history.who.name', { when, name: by.name }) : t('history.who', { when, ...by });
  }
}
