import type { getMailState } from '@mangnon/domain/attention/mail-state.api.ts';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { ErrorNotice } from '../platform/error-notice.tsx';
import { formatInstant } from '../platform/format.ts';
import { useText } from '../platform/language.tsx';
import { PageLink } from '../platform/links.tsx';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { Notice } from '../ui/notice.tsx';
import classes from './attention.module.css';
import { mailStateQuery } from './attention.queries.ts';

type GivenUp = z.infer<(typeof getMailState)['response']>['givenUp'][number];

/** Whether mail goes out, and which did not arrive: its person must be told otherwise. */
export function MailState() {
  const t = useText();
  const { data, error, refetch } = useQuery(mailStateQuery);
  const columns: Column<GivenUp>[] = [
    {
      key: 'name',
      label: t('mail.column.name'),
      heads: true,
      render: ({ accountId, name }) => (
        <PageLink to="/tai-khoan/$accountId" params={{ accountId }}>
          {name}
        </PageLink>
      ),
    },
    { key: 'at', label: t('mail.column.at'), render: ({ at }) => formatInstant(at) },
    { key: 'tries', label: t('mail.column.tries'), numeric: true, render: ({ tries }) => tries },
    { key: 'answer', label: t('mail.column.answer'), render: ({ answer }) => answer ?? '–' },
  ];
  return (
    <section className={classes['section']}>
      <h2>{t('mail.title')}</h2>
      {error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      {data?.from === null ? (
        <Notice tone="doubt" title={t('mail.off')}>
          <p>{t('mail.off.text')}</p>
        </Notice>
      ) : null}
      {data?.failing ? (
        <Notice tone="danger" title={t('mail.failing', { since: formatInstant(data.failing.since) })}>
          <p>{t('mail.failing.text', { answer: data.failing.answer })}</p>
        </Notice>
      ) : null}
      {data !== undefined && data.from !== null ? (
        <p>{t('mail.counts', { from: data.from, waiting: data.waiting, sent: data.sent, given: data.givenUpCount })}</p>
      ) : null}
      {data !== undefined && data.givenUp.length > 0 ? (
        <>
          <p>{t('mail.givenUp')}</p>
          <DataTable label={t('mail.table')} columns={columns} rows={data.givenUp} rowKey={({ id }) => id} />
        </>
      ) : null}
    </section>
  );
}
