import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { Crumbs } from '../../../platform/crumbs.tsx';
import { PageHeading } from '../../../platform/page-heading.tsx';
import { useText } from '../../../platform/language.tsx';
import { useReview, useTools } from '../review-tools.ts';
import { countFacts } from '../state/grouping.ts';
import classes from './header.module.css';
import { SaveState } from './save-state.tsx';

/** What this is, how it stands, what to do now; and the one main action. */
export function ReviewHeader({ fileName, canAdopt }: { fileName: string; canAdopt: boolean }) {
  const t = useText();
  const { screen } = useTools();
  const facts = useReview((snapshot) => snapshot.facts);
  const counts = useMemo(() => countFacts(facts), [facts]);
  const heading = useMemo(() => [...facts.values()].find((fact) => fact.kind === 'heading')?.data, [facts]);
  const title = heading?.title || fileName;
  const number = heading?.number ?? null;
  const clashes = useReview(({ review }) => review.clashes.length);
  const state = useReview(({ link }) => link.draftState);
  const blocked = whyBlocked(counts, clashes, Boolean(heading?.title));
  const next = state === 'adopted' || state === 'discarded' ? state : (blocked ?? 'adopt');

  return (
    <>
      <Crumbs trail={[{ label: t('plans.subject'), to: '/ke-hoach' }]} here={t('review.crumb')} />
      <PageHeading
        title={
          <span className={classes['title']} title={title}>
            {number ? <span className={classes['number']}>{number}</span> : null} {title}
          </span>
        }
        documentTitle={t('review.documentTitle', { title: number ?? title })}
        state={
          <>
            <span>{t('review.counts', { ...counts })}</span>{' '}
            <strong className={classes['left']} data-done={counts.openDoubts === 0 || undefined}>
              {t('review.left', { count: counts.openDoubts })}
            </strong>
            <br />
            <span id="review-next">{t(`review.next.${next}`)}</span>
          </>
        }
        action={
          <div className={classes['main']}>
            {canAdopt ? (
              <Button
                aria-describedby="review-next"
                aria-disabled={blocked !== null}
                data-blocked={blocked !== null || undefined}
                className={classes['adopt'] ?? ''}
                onClick={() => {
                  if (blocked === 'doubts') screen.set((now) => ({ ...now, dialog: 'accept' }));
                  else if (blocked === null) screen.set((now) => ({ ...now, dialog: 'adopt' }));
                }}
              >
                {t('review.adopt')}
              </Button>
            ) : null}
            <SaveState />
          </div>
        }
      />
    </>
  );
}

/** The first thing that stands between this draft and its adoption. */
function whyBlocked(
  counts: ReturnType<typeof countFacts>,
  clashes: number,
  hasTitle: boolean,
): 'doubts' | 'clashes' | 'tasks' | 'title' | null {
  if (clashes > 0) return 'clashes';
  if (counts.tasks === 0) return 'tasks';
  if (!hasTitle) return 'title';
  return counts.openDoubts > 0 ? 'doubts' : null;
}
