import { endOtherSessions, endOwnSession, listOwnSessions } from '@mangnon/domain/access/own-sessions.api.ts';
import type { OwnSession } from '@mangnon/domain/access/own-sessions.api.ts';
import { Button } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../platform/api.ts';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatInstant } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { Notice } from '../../ui/notice.tsx';

const ownSessionsQuery = queryOptions({
  queryKey: ['own-sessions'],
  queryFn: ({ signal }) => call(listOwnSessions, { signal }),
});

/** The open sessions; ending one is at once and needs no asking, for one can sign in again. */
export function OwnSessions() {
  const t = useText();
  const queryClient = useQueryClient();
  const { data, error, refetch } = useQuery(ownSessionsQuery);
  const end = useMutation({
    mutationFn: (sessionId: string | null) =>
      sessionId === null ? call(endOtherSessions, {}) : call(endOwnSession, { params: { sessionId } }),
    onSuccess: (left) => queryClient.setQueryData(ownSessionsQuery.queryKey, left),
  });
  const deviceOf = ({ device }: OwnSession) => device || t('own.sessions.device.unknown');
  const columns: Column<OwnSession>[] = [
    {
      key: 'device',
      label: t('own.sessions.device'),
      heads: true,
      render: (one) => (one.current ? t('own.sessions.device.current', { device: deviceOf(one) }) : deviceOf(one)),
    },
    { key: 'address', label: t('own.sessions.address'), render: ({ address }) => address ?? '–' },
    { key: 'started', label: t('own.sessions.started'), render: ({ startedAt }) => formatInstant(startedAt) },
    { key: 'used', label: t('own.sessions.used'), render: ({ lastUsedAt }) => formatInstant(lastUsedAt) },
    {
      key: 'act',
      label: t('own.sessions.act'),
      width: '8rem',
      render: (one) =>
        one.current ? (
          '–'
        ) : (
          <Button
            variant="default"
            size="compact-sm"
            disabled={end.isPending}
            aria-label={t('own.sessions.end.of', { device: deviceOf(one), started: formatInstant(one.startedAt) })}
            onClick={() => end.mutate(one.id)}
          >
            {t('own.sessions.end')}
          </Button>
        ),
    },
  ];
  const sessions = data?.sessions ?? [];
  return (
    <section>
      <h2>{t('own.sessions.title')}</h2>
      <p>{t('own.sessions.hint')}</p>
      {error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      {end.error ? <ErrorNotice error={end.error} /> : null}
      {end.isSuccess ? <Notice tone="calm" title={t('own.sessions.done', { count: sessions.length })} alert /> : null}
      {sessions.length > 0 ? (
        <DataTable label={t('own.sessions.table')} columns={columns} rows={sessions} rowKey={({ id }) => id} />
      ) : null}
      {sessions.length > 1 ? (
        <p>
          <Button variant="default" disabled={end.isPending} onClick={() => end.mutate(null)}>
            {t('own.sessions.endOthers')}
          </Button>
        </p>
      ) : null}
    </section>
  );
}
