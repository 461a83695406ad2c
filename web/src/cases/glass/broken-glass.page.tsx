import { seeBrokenGlass, type BrokenGlass } from '@mangnon/domain/cases/broken-glass.api.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { call } from '../../platform/api.ts';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatInstant } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { brokenGlassQuery, glassToReviewQuery } from '../cases.queries.ts';
import classes from './glass.module.css';
import { ReviewGlass } from './review-glass.tsx';

/** What a supervisor answers for: what waits first. To have opened this page is to have been told. */
export function BrokenGlassPage() {
  const t = useText();
  const queryClient = useQueryClient();
  const { data, error, refetch } = useQuery(brokenGlassQuery);
  const told = useRef(new Set<string>());
  const { mutate: see } = useMutation({
    mutationFn: (glassId: string) => call(seeBrokenGlass, { params: { glassId } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: glassToReviewQuery.queryKey }),
  });
  const waiting = data?.glass.filter(({ canReview }) => canReview) ?? [];
  const rest = data?.glass.filter(({ canReview }) => !canReview) ?? [];
  useEffect(() => {
    for (const { id, canReview } of data?.glass ?? []) {
      if (!canReview || told.current.has(id)) continue;
      told.current.add(id);
      see(id);
    }
  }, [data, see]);

  return (
    <>
      <PageHeading
        title={t('glass.title')}
        state={data ? t('glass.state', { waiting: waiting.length, all: data.glass.length }) : undefined}
      />
      {error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      {data?.glass.length === 0 ? (
        <EmptyState title={t('glass.none')}>
          <p>{t('glass.none.text')}</p>
        </EmptyState>
      ) : null}
      <GlassList title={t('glass.toReview')} glass={waiting} />
      <GlassList title={t('glass.reviewed')} glass={rest} />
    </>
  );
}

function GlassList({ title, glass }: { title: string; glass: readonly BrokenGlass[] }) {
  return glass.length === 0 ? null : (
    <section aria-label={title}>
      <h2>{title}</h2>
      {glass.map((one) => (
        <OneGlass key={one.id} glass={one} />
      ))}
    </section>
  );
}

function OneGlass({ glass }: { glass: BrokenGlass }) {
  const t = useText();
  const { person, review } = glass;
  return (
    <article className={classes['case']}>
      <h3>
        {person.name}, {person.title}
      </h3>
      <p>
        {t('glass.when', { at: formatInstant(glass.brokenAt), place: glass.place.name })}{' '}
        {t(`glass.reason.${glass.reason}`)}.
      </p>
      <p className={classes['words']}>{glass.words ?? t('children.shown.destroyed')}</p>
      {review ? (
        <>
          <p>
            <strong>{t(review.justified ? 'glass.justified' : 'glass.notJustified')}</strong>{' '}
            {t('cases.byAt', { by: review.by, at: formatInstant(review.at) })}
          </p>
          <p className={classes['words']}>{review.words ?? t('children.shown.destroyed')}</p>
        </>
      ) : null}
      {glass.canReview ? <ReviewGlass glass={glass} /> : null}
      {!review && !glass.canReview ? <p>{t('glass.others')}</p> : null}
    </article>
  );
}
