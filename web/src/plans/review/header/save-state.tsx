import { Button } from '@mantine/core';
import { formatInstant } from '../../../platform/format.ts';
import { useText } from '../../../platform/language.tsx';
import { useReview, useTools } from '../review-tools.ts';
import classes from './header.module.css';

/** Whether everything typed is saved, since when, and who else works on this draft. */
export function SaveState() {
  const t = useText();
  const { retry } = useTools();
  const link = useReview((snapshot) => snapshot.link);
  const waiting = useReview(({ review }) => review.queue.length);
  const lost = link.state === 'lost';
  const time = link.savedAt === null ? null : formatInstant(new Date(link.savedAt).toISOString()).slice(0, 5);
  const clashes = useReview(({ review }) => review.clashes.length);
  const settled = waiting === 0 ? (time ? t('review.saved', { time }) : t('review.savedAll')) : null;
  return (
    <div className={classes['save']}>
      {link.others.length > 0 ? (
        <p className={classes['others']}>
          {t('review.others', {
            names: link.others.map((person) => person.name).join(', '),
            count: link.others.length,
          })}
        </p>
      ) : null}
      {/* Read out only when it comes to rest: not at every key. */}
      <output className={lost && waiting > 0 ? classes['waiting'] : ''}>
        {lost && waiting > 0 ? t(link.keptHere ? 'review.kept' : 'review.notKept') : settled}
      </output>
      {clashes > 0 ? <p className={classes['waiting']}>{t('review.clashes', { count: clashes })}</p> : null}
      {!lost && waiting > 0 ? <p aria-hidden="true">{t('review.saving')}</p> : null}
      {lost && waiting === 0 ? <p>{t('review.lost')}</p> : null}
      {lost ? (
        <Button size="compact-sm" variant="default" onClick={retry}>
          {t('error.retry')}
        </Button>
      ) : null}
    </div>
  );
}
