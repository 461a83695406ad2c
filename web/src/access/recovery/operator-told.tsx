import {
  listOperatorRecoveries,
  readOperatorRecoveries,
  type OperatorRecovery,
} from '@mangnon/domain/access/operator-recovery.api.ts';
import { Button } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../platform/api.ts';
import { formatInstant } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { useMay } from '../../platform/session.queries.ts';
import { ToldDialog } from '../told.dialog.tsx';

/** Asked once a session. */
const operatorRecoveriesQuery = queryOptions({
  queryKey: ['operator-recoveries'],
  queryFn: ({ signal }) => call(listOperatorRecoveries, { signal }),
  staleTime: Infinity,
});

/** Lies over the page of every administrator and auditor until they say to have read it: what was done on the server. */
export function OperatorTold() {
  const may = useMay();
  return may('access.operator_recovery.list') ? <Told /> : null;
}

function Told() {
  const t = useText();
  const queryClient = useQueryClient();
  const { data } = useQuery(operatorRecoveriesQuery);
  const read = useMutation({
    mutationFn: () => call(readOperatorRecoveries, {}),
    onSuccess: (left) => queryClient.setQueryData(operatorRecoveriesQuery.queryKey, left),
  });
  const recoveries = data?.recoveries ?? [];
  if (recoveries.length === 0) return null;
  return (
    <ToldDialog title={t('operator.told.title')} error={read.error}>
      {recoveries.map((one) => (
        <p key={one.id}>
          {t('operator.told.made', { ...one.account, when: formatInstant(one.madeAt) })} {after(one)}
        </p>
      ))}
      <p>{t('operator.told.advice')}</p>
      <Button disabled={read.isPending} onClick={() => read.mutate()}>
        {t('told.read')}
      </Button>
    </ToldDialog>
  );

  function after({ usedAt, open, expiresAt }: OperatorRecovery): string {
    if (usedAt !== null) return t('operator.told.used', { when: formatInstant(usedAt) });
    return open ? t('operator.told.open', { until: formatInstant(expiresAt) }) : t('operator.told.unused');
  }
}
