import {
  endAccountSession,
  endAccountSessions,
  listAccountSessions,
  type AccountSession,
} from '@mangnon/domain/access/account-sessions.api.ts';
import { Button } from '@mantine/core';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../platform/api.ts';
import { AskDialog } from '../../platform/ask.dialog.tsx';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatInstant } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { Notice } from '../../ui/notice.tsx';
import classes from './accounts.module.css';

const sessionsQuery = (accountId: string) =>
  queryOptions({
    queryKey: ['account-sessions', accountId],
    queryFn: ({ signal }) => call(listAccountSessions, { params: { accountId }, signal }),
  });

/** Where this person is signed in just now, and putting them out: one place or all. */
export function AccountSessions({ accountId, name }: { accountId: string; name: string }) {
  const t = useText();
  const params = { accountId };
  const queryClient = useQueryClient();
  const { data, error, refetch } = useQuery(sessionsQuery(accountId));
  const [asked, setAsked] = useState<AccountSession | 'all' | null>(null);
  const [done, setDone] = useState(false);
  const deviceOf = ({ device }: AccountSession) => device || t('own.sessions.device.unknown');
  const may = data?.can.end === true;
  const columns: Column<AccountSession>[] = [
    { key: 'device', label: t('own.sessions.device'), heads: true, render: deviceOf },
    { key: 'address', label: t('own.sessions.address'), render: ({ address }) => address ?? '–' },
    { key: 'started', label: t('own.sessions.started'), render: ({ startedAt }) => formatInstant(startedAt) },
    { key: 'used', label: t('own.sessions.used'), render: ({ lastUsedAt }) => formatInstant(lastUsedAt) },
    ...(may
      ? [
          {
            key: 'act',
            label: t('own.sessions.act'),
            width: '8rem',
            render: (one: AccountSession) => (
              <Button
                variant="default"
                size="compact-sm"
                aria-label={t('own.sessions.end.of', { device: deviceOf(one), started: formatInstant(one.startedAt) })}
                onClick={() => setAsked(one)}
              >
                {t('own.sessions.end')}
              </Button>
            ),
          },
        ]
      : []),
  ];
  const sessions = data?.sessions ?? [];
  return (
    <section className={classes['section']}>
      <h2>{t('account.sessions')}</h2>
      {error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      {done ? <Notice tone="calm" title={t('account.sessions.done', { name })} alert /> : null}
      {data && sessions.length === 0 ? <p>{t('account.sessions.none', { name })}</p> : null}
      {sessions.length > 0 ? (
        <DataTable
          label={t('account.sessions.table', { name })}
          columns={columns}
          rows={sessions}
          rowKey={({ id }) => id}
        />
      ) : null}
      {may && sessions.length > 1 ? (
        <p>
          <Button variant="default" onClick={() => setAsked('all')}>
            {t('account.sessions.endAll')}
          </Button>
        </p>
      ) : null}
      {asked === null ? null : (
        <AskDialog
          title={t(asked === 'all' ? 'account.sessions.all.title' : 'account.sessions.one.title', { name })}
          action={t(asked === 'all' ? 'account.sessions.endAll' : 'account.sessions.endOne')}
          act={() =>
            asked === 'all'
              ? call(endAccountSessions, { params })
              : call(endAccountSession, { params: { ...params, sessionId: asked.id } })
          }
          danger
          onClose={() => setAsked(null)}
          onDone={(left) => {
            setAsked(null);
            setDone(true);
            queryClient.setQueryData(sessionsQuery(accountId).queryKey, left);
          }}
        >
          {asked === 'all' ? null : (
            <p>{t('own.sessions.end.of', { device: deviceOf(asked), started: formatInstant(asked.startedAt) })}.</p>
          )}
          <p>{t('account.sessions.text', { name })}</p>
        </AskDialog>
      )}
    </section>
  );
}
