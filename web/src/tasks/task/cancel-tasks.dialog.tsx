import { cancelTasks } from '@mangnon/domain/tasks/assignment.api.ts';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../platform/api.ts';
import { AskDialog } from '../../platform/ask.dialog.tsx';
import { DayBox } from '../../platform/day-box.tsx';
import { useText } from '../../platform/language.tsx';

/** Cancels tasks by the document that says so; what was done stays. */
export function CancelTasksDialog({
  taskIds,
  what,
  today,
  onDone,
  onClose,
}: {
  taskIds: readonly string[];
  /** What will be cancelled of whom, in a sentence. */
  what: string;
  today: string;
  onDone: (cancelled: number) => void;
  onClose: () => void;
}) {
  const t = useText();
  const [byText, setByText] = useState('');
  const [on, setOn] = useState(today);
  const [asked, setAsked] = useState(false);
  const missing = byText.trim().length < 3;
  return (
    <AskDialog
      danger
      title={t('task.cancel')}
      action={t('task.cancel.do')}
      ready={() => {
        setAsked(true);
        return !missing;
      }}
      act={() => call(cancelTasks, { body: { taskIds: [...taskIds], on, byText } })}
      onDone={({ cancelled }) => onDone(cancelled)}
      onClose={onClose}
    >
      <p>{what}</p>
      <TextInput
        label={t('task.cancel.byText')}
        description={t('task.cancel.byText.hint')}
        value={byText}
        error={asked && missing ? t('task.cancel.byText.missing') : undefined}
        onChange={(event) => setByText(event.currentTarget.value)}
      />
      <DayBox label={t('task.cancel.on')} value={on} onDay={setOn} />
    </AskDialog>
  );
}
