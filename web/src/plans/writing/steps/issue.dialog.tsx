import { issueManuscript } from '@mangnon/domain/plans/writing/manuscript-steps.api.ts';
import type { Manuscript } from '@mangnon/domain/plans/writing/manuscripts.api.ts';
import { NumberInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../platform/api.ts';
import { AskDialog } from '../../../platform/ask.dialog.tsx';
import { DayBox } from '../../../platform/day-box.tsx';
import { useText } from '../../../platform/language.tsx';
import { getToday } from '../../../platform/today.ts';

/** Number and day; what then happens cannot be undone, and is said. */
export function IssueDialog({
  manuscript,
  onClose,
  onDone,
}: {
  manuscript: Manuscript;
  onClose: () => void;
  onDone: () => Promise<void>;
}) {
  const t = useText();
  const queryClient = useQueryClient();
  const [number, setNumber] = useState<number | string>(manuscript.nextNumber);
  const [issuedOn, setIssuedOn] = useState(getToday());
  const params = { manuscriptId: manuscript.id };
  return (
    <AskDialog
      title={t('writing.issue.title')}
      action={t('writing.issue.act')}
      act={() => call(issueManuscript, { params, body: { number: Number(number), issuedOn } })}
      onDone={() => {
        onClose();
        void queryClient.invalidateQueries({ queryKey: ['plans'] });
        void onDone();
      }}
      onClose={onClose}
    >
      <p>{t('writing.issue.what', { title: manuscript.title, issuer: manuscript.issuer })}</p>
      <NumberInput
        label={t('writing.issue.number')}
        description={t('writing.issue.number.hint', { next: manuscript.nextNumber })}
        value={number}
        onChange={setNumber}
        min={1}
        max={99_999}
        allowDecimal={false}
        hideControls
        data-autofocus
      />
      <DayBox label={t('writing.issue.day')} value={issuedOn} onDay={setIssuedOn} />
    </AskDialog>
  );
}
