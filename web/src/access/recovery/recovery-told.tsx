import { readOwnRecoveries, stopOwnRecovery, type OwnRecovery } from '@mangnon/domain/access/recovery.api.ts';
import { Button, Group } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../platform/api.ts';
import { formatInstant } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { ownRecoveriesQuery } from './recoveries.queries.ts';
import { ToldDialog } from '../told.dialog.tsx';

/** Lies over the page until the person says to have read who let them back in, or stops what they did not ask for. */
export function RecoveryTold() {
  const t = useText();
  const queryClient = useQueryClient();
  const { data } = useQuery(ownRecoveriesQuery);
  const answer = useMutation({
    mutationFn: (act: 'read' | 'stop') => call(act === 'read' ? readOwnRecoveries : stopOwnRecovery, {}),
    onSuccess: (left) => queryClient.setQueryData(ownRecoveriesQuery.queryKey, left),
  });
  const recoveries = data?.recoveries ?? [];
  if (recoveries.length === 0) return null;
  return (
    <ToldDialog title={t('told.title')} error={answer.error}>
      {recoveries.map((one) => (
        <p key={one.id}>{tell(one)}</p>
      ))}
      <p>{t('told.advice')}</p>
      <Group>
        <Button disabled={answer.isPending} onClick={() => answer.mutate('read')}>
          {t('told.read')}
        </Button>
        {recoveries.some(({ can }) => can.stop) ? (
          <Button variant="default" disabled={answer.isPending} onClick={() => answer.mutate('stop')}>
            {t('told.stop')}
          </Button>
        ) : null}
      </Group>
    </ToldDialog>
  );

  function tell({ startedBy, startedAt, confirmedBy, usedAt, withdrawnAt }: OwnRecovery): string {
    const said = { by: startedBy, when: formatInstant(startedAt), second: confirmedBy ?? '' };
    if (usedAt !== null) return t('told.used', { ...said, used: formatInstant(usedAt) });
    if (withdrawnAt !== null) return t('told.withdrawn', { ...said, ended: formatInstant(withdrawnAt) });
    return t(confirmedBy === null ? 'told.started' : 'told.confirmed', said);
  }
}
