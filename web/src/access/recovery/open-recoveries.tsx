import {
  confirmRecovery,
  withdrawRecovery,
  type HandedOver,
  type Recovery,
} from '@mangnon/domain/access/recovery.api.ts';
import { Button, Group } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../platform/api.ts';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatInstant } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { AskDialog } from '../../platform/ask.dialog.tsx';
import { recoveriesQuery } from './recoveries.queries.ts';
import { RecoveryHalf } from './recovery-half.tsx';

/** The recoveries under way, each with what the person who looks may do: confirm as the second, or stop. */
export function OpenRecoveries() {
  const t = useText();
  const queryClient = useQueryClient();
  const { data, error } = useQuery(recoveriesQuery);
  const [asked, setAsked] = useState<{ readonly act: 'confirm' | 'stop'; readonly of: Recovery } | null>(null);
  const [half, setHalf] = useState<HandedOver | null>(null);
  const again = () => {
    setAsked(null);
    void queryClient.invalidateQueries({ queryKey: recoveriesQuery.queryKey });
  };
  if (error) return <ErrorNotice error={error} />;
  return (
    <>
      {half ? <RecoveryHalf handed={half} part="second" onDone={() => setHalf(null)} /> : null}
      {(data?.recoveries ?? []).map((one) => (
        <Notice
          key={one.id}
          tone="doubt"
          title={t(one.confirmedBy ? 'recovery.open.confirmed' : 'recovery.open', { name: one.account.name })}
          actions={
            <Group gap="xs">
              {one.can.confirm ? (
                <Button onClick={() => setAsked({ act: 'confirm', of: one })}>{t('recovery.confirm')}</Button>
              ) : null}
              {one.can.withdraw ? (
                <Button variant="default" onClick={() => setAsked({ act: 'stop', of: one })}>
                  {t('recovery.stop')}
                </Button>
              ) : null}
            </Group>
          }
        >
          <p>
            {t('recovery.open.text', {
              by: one.startedBy.name,
              when: formatInstant(one.startedAt),
              lost: t(`recovery.lost.${one.lost}`),
              until: formatInstant(one.expiresAt),
            })}
          </p>
          {one.confirmedBy ? <p>{t('recovery.open.by', { name: one.confirmedBy.name })}</p> : null}
        </Notice>
      ))}
      {asked?.act === 'confirm' ? (
        <AskDialog
          title={t('recovery.confirm.title', { name: asked.of.account.name })}
          action={t('recovery.confirm')}
          act={() => call(confirmRecovery, { params: { recoveryId: asked.of.id } })}
          onDone={(handed) => {
            setHalf(handed);
            again();
          }}
          onClose={() => setAsked(null)}
        >
          <p>{t('recovery.confirm.text', { by: asked.of.startedBy.name, name: asked.of.account.name })}</p>
        </AskDialog>
      ) : null}
      {asked?.act === 'stop' ? (
        <AskDialog
          title={t('recovery.stop.title', { name: asked.of.account.name })}
          action={t('recovery.stop')}
          act={() => call(withdrawRecovery, { params: { recoveryId: asked.of.id } })}
          onDone={again}
          onClose={() => setAsked(null)}
        >
          <p>{t('recovery.stop.text', { name: asked.of.account.name })}</p>
        </AskDialog>
      ) : null}
    </>
  );
}
