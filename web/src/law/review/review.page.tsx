import type { Review } from '@mangnon/domain/law/review.api.ts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Crumbs } from '../../platform/crumbs.tsx';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatDay } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DocumentLink } from '../document-link.tsx';
import { ForceMark } from '../force-mark.tsx';
import { reviewQuery } from '../law.queries.ts';
import classes from '../law.module.css';
import { ProposalDialog, StepDialog, type TakenStep } from './proposal.dialogs.tsx';
import { ProposalLine } from './proposal-line.tsx';

/** Rà soát văn bản: the texts, what changes them, and what is proposed about them, late ones first. */
export function ReviewPage() {
  const t = useText();
  const review = useQuery(reviewQuery);
  return (
    <>
      <Crumbs trail={[{ label: t('law.texts.title'), to: '/van-ban' }]} here={t('law.review.title')} />
      {review.error ? (
        <>
          <PageHeading title={t('law.review.title')} />
          <ErrorNotice error={review.error} onRetry={() => void review.refetch()} />
        </>
      ) : review.data ? (
        <ReviewView review={review.data} />
      ) : (
        <output>{t('app.loading', { what: t('law.review.title') })}</output>
      )}
    </>
  );
}

function ReviewView({ review }: { review: Review }) {
  const t = useText();
  const [adding, setAdding] = useState(false);
  const [step, setStep] = useState<TakenStep | null>(null);
  const { proposals, texts, can } = review;
  const late = proposals.filter(({ daysLate }) => daysLate > 0).length;
  const open = proposals.filter(({ state }) => state === 'preparing' || state === 'sent').length;
  const changed = texts.filter(
    ({ changedBy, force }) => changedBy.length > 0 || force === 'ended' || force === 'not_yet',
  );
  const add = can.edit ? <Button onClick={() => setAdding(true)}>{t('law.proposal.add')}</Button> : null;
  return (
    <>
      <PageHeading
        title={t('law.review.title')}
        state={t('law.review.state', { texts: texts.length, changed: changed.length, open, late })}
        action={proposals.length > 0 ? add : null}
      />
      <section className={classes['section']} aria-labelledby="de-xuat">
        <h2 id="de-xuat">{t('law.proposals')}</h2>
        {proposals.length === 0 ? (
          <EmptyState title={t('law.proposals.none')} action={add}>
            <p>{t('law.proposals.none.how')}</p>
          </EmptyState>
        ) : (
          <ul className={classes['list']}>
            {proposals.map((proposal) => (
              <li key={proposal.id}>
                <ProposalLine
                  proposal={proposal}
                  onStep={(taken) => setStep({ proposalId: proposal.id, step: taken })}
                />
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className={classes['section']} aria-labelledby="thay-doi">
        <h2 id="thay-doi">{t('law.review.changed')}</h2>
        <DataTable
          label={t('law.review.changed')}
          rows={changed}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'text',
              label: t('law.column.title'),
              heads: true,
              render: (text) => (
                <>
                  <DocumentLink document={text} /> <span className={classes['soft']}>{text.title}</span>
                </>
              ),
            },
            { key: 'force', label: t('law.column.force'), render: ({ force }) => <ForceMark force={force} /> },
            {
              key: 'to',
              label: t('law.text.to'),
              render: ({ inForceTo }) => (inForceTo === null ? '–' : formatDay(inForceTo)),
            },
            {
              key: 'by',
              label: t('law.review.by'),
              render: ({ changedBy }) =>
                changedBy.length === 0
                  ? t('law.review.by.none')
                  : changedBy.map(({ kind, on, text }) => (
                      <span key={`${kind} ${text.id}`}>
                        {t(`law.relation.undergoes.${kind}`)} <DocumentLink document={text} />{' '}
                        {on ? t('law.period.from', { from: formatDay(on) }) : ''}{' '}
                      </span>
                    )),
            },
          ]}
        />
      </section>
      {adding ? <ProposalDialog texts={texts} onClose={() => setAdding(false)} /> : null}
      {step ? <StepDialog taken={step} onClose={() => setStep(null)} /> : null}
    </>
  );
}
