import { sendBackManuscript } from '@mangnon/domain/plans/writing/manuscript-steps.api.ts';
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../../platform/api.ts';
import { AskDialog } from '../../../platform/ask.dialog.tsx';
import { useText } from '../../../platform/language.tsx';

/** Gives the plan back to its writers: they read the reason on top of the page. */
export function SendBackDialog({
  manuscriptId,
  onClose,
  onDone,
}: {
  manuscriptId: string;
  onClose: () => void;
  onDone: () => Promise<void>;
}) {
  const t = useText();
  const [reason, setReason] = useState('');
  return (
    <AskDialog
      title={t('writing.sendBack.title')}
      action={t('writing.step.sendBack')}
      act={() => call(sendBackManuscript, { params: { manuscriptId }, body: { reason } })}
      onDone={() => {
        onClose();
        void onDone();
      }}
      onClose={onClose}
    >
      <Textarea
        label={t('writing.sendBack.reason')}
        description={t('writing.sendBack.hint')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        autosize
        minRows={3}
        maxLength={4000}
        data-autofocus
      />
    </AskDialog>
  );
}
