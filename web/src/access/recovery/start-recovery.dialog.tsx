import type { AccountPage } from '@mangnon/domain/access/accounts.api.ts';
import { lostThings, startRecovery, type HandedOver } from '@mangnon/domain/access/recovery.api.ts';
import { Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../platform/api.ts';
import { useText } from '../../platform/language.tsx';
import { AskDialog } from '../../platform/ask.dialog.tsx';

/** The first officer: what was lost, and what will happen. */
export function StartRecoveryDialog({
  account,
  onStarted,
  onClose,
}: {
  account: AccountPage;
  onStarted: (handed: HandedOver) => void;
  onClose: () => void;
}) {
  const t = useText();
  const [lost, setLost] = useState<(typeof lostThings)[number]>('password');
  return (
    <AskDialog
      title={t('recovery.start.title', { name: account.name })}
      action={t('recovery.start.action')}
      act={() => call(startRecovery, { params: { accountId: account.id }, body: { lost } })}
      onDone={onStarted}
      onClose={onClose}
    >
      <p>{t('recovery.start.text')}</p>
      <Radio.Group
        label={t('recovery.lost')}
        value={lost}
        onChange={(value) => setLost(lostThings.find((one) => one === value) ?? lost)}
      >
        <Stack gap="xs" mt={4}>
          {lostThings.map((one) => (
            <Radio key={one} value={one} label={t(`recovery.lost.${one}`)} />
          ))}
        </Stack>
      </Radio.Group>
    </AskDialog>
  );
}
