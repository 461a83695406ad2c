import type { ManuscriptSummary } from '@mangnon/domain/plans/writing/manuscripts.api.ts';
import { useQuery } from '@tanstack/react-query';
import { Crumbs } from '../../../platform/crumbs.tsx';
import { ErrorNotice } from '../../../platform/error-notice.tsx';
import { formatInstant } from '../../../platform/format.ts';
import { useText } from '../../../platform/language.tsx';
import { ButtonLink } from '../../../platform/links.tsx';
import { PageHeading } from '../../../platform/page-heading.tsx';
import { useMay } from '../../../platform/session.queries.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import classes from '../../list/draft-list.module.css';
import { StateWord } from '../editor/state-words.tsx';
import { manuscriptsQuery } from '../writing.queries.ts';

/** The plans being written in one's own place: how each stands, and what waits for whom. */
export function WritingListPage() {
  const t = useText();
  const may = useMay();
  const manuscripts = useQuery(manuscriptsQuery);
  const all = manuscripts.data?.manuscripts ?? [];
  const open = all.filter(({ state }) => state !== 'issued' && state !== 'withdrawn');
  const done = all.filter(({ state }) => state === 'issued' || state === 'withdrawn');
  const waiting = open.filter(({ state }) => state === 'submitted' || state === 'approved').length;
  const begin = may('plans.writing.edit') ? (
    <ButtonLink to="/ke-hoach/soan-thao/moi">{t('writing.begin')}</ButtonLink>
  ) : null;
  const isEmpty = manuscripts.data !== undefined && all.length === 0;
  return (
    <>
      <Crumbs trail={[{ label: t('plans.title'), to: '/ke-hoach' }]} here={t('writing.title')} />
      <PageHeading
        title={t('writing.title')}
        state={manuscripts.data && !isEmpty ? t('writing.list.state', { open: open.length, waiting }) : undefined}
        action={isEmpty ? null : begin}
      />
      {manuscripts.error ? <ErrorNotice error={manuscripts.error} onRetry={() => void manuscripts.refetch()} /> : null}
      {isEmpty ? (
        <EmptyState title={t('writing.list.empty')} action={begin}>
          <p>{t(begin === null ? 'writing.list.empty.reader' : 'writing.list.empty.writer')}</p>
        </EmptyState>
      ) : null}
      <Group heading={t('writing.list.open')} id="dang-soan" manuscripts={open} />
      <Group heading={t('writing.list.done')} id="da-xong" manuscripts={done} />
    </>
  );
}

function Group({
  heading,
  id,
  manuscripts,
}: {
  heading: string;
  id: string;
  manuscripts: readonly ManuscriptSummary[];
}) {
  const t = useText();
  if (manuscripts.length === 0) return null;
  return (
    <section aria-labelledby={id} className={classes['section']}>
      <h2 id={id}>{heading}</h2>
      <ul className={classes['list']}>
        {manuscripts.map((one) => (
          <li key={one.id} className={classes['item']}>
            <div className={classes['words']}>
              <h3>{one.title === '' ? t('writing.untitled') : one.title}</h3>
              <p>
                <StateWord state={one.state} />{' '}
                {t('writing.list.counts', { tasks: one.counts.tasks, comments: one.counts.openComments })}
              </p>
              <p className={classes['meta']}>
                {t('writing.list.meta', {
                  issuer: one.issuer,
                  by: one.createdBy,
                  at: formatInstant(one.savedAt),
                })}
              </p>
            </div>
            <ButtonLink
              variant="outline"
              to="/ke-hoach/soan-thao/$manuscriptId"
              params={{ manuscriptId: one.id }}
              aria-label={t('drafts.act.of', { act: t('writing.list.go'), name: one.title })}
            >
              {t('writing.list.go')}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
