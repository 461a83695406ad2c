import { listEndedSessions, readEndedSessions } from '@mangnon/domain/access/account-sessions.api.ts';
import { Button } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../platform/api.ts';
import { formatInstant } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { ToldDialog } from '../told.dialog.tsx';

/** Asked once a session, like what happened to the account by the hand of others. */
const endedSessionsQuery = queryOptions({
  queryKey: ['ended-sessions'],
  queryFn: ({ signal }) => call(listEndedSessions, { signal }),
  staleTime: Infinity,
});

/** Lies over the page until the person says to have read who put them out. */
export function EndedSessionsTold() {
  const t = useText();
  const queryClient = useQueryClient();
  const { data } = useQuery(endedSessionsQuery);
  const read = useMutation({
    mutationFn: () => call(readEndedSessions, {}),
    onSuccess: (left) => queryClient.setQueryData(endedSessionsQuery.queryKey, left),
  });
  const ended = data?.ended ?? [];
  if (ended.length === 0) return null;
  return (
    <ToldDialog title={t('ended.title')} error={read.error}>
      {ended.map(({ id, endedBy, endedAt, device }) => (
        <p key={id}>
          {t('ended.by', {
            by: endedBy,
            when: formatInstant(endedAt),
            device: device || t('own.sessions.device.unknown'),
          })}
        </p>
      ))}
      <p>{t('ended.advice')}</p>
      <Button disabled={read.isPending} onClick={() => read.mutate()}>
        {t('told.read')}
      </Button>
    </ToldDialog>
  );
}
