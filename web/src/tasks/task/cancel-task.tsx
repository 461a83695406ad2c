import { cancelTasks } from '@mangnon/domain/tasks/assignment.api.ts';
import type { Task } from '@mangnon/domain/tasks/tasks.api.ts';
import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../platform/api.ts';
import { AskDialog } from '../../platform/ask.dialog.tsx';
import { DayBox } from '../../platform/day-box.tsx';
import { useText } from '../../platform/language.tsx';
import { tasksKey } from '../tasks.queries.ts';

/** Cancels a task by the document that says so; what was done stays. */
export function CancelTask({ task }: { task: Task }) {
  const t = useText();
  const queryClient = useQueryClient();
  const [open, setOpen] = useState(false);
  const [byText, setByText] = useState('');
  const [on, setOn] = useState(task.today);
  return (
    <>
      <Button variant="subtle" color="red.9" className="not-printed" onClick={() => setOpen(true)}>
        {t('task.cancel')}
      </Button>
      {open ? (
        <AskDialog
          danger
          title={t('task.cancel')}
          action={t('task.cancel.do')}
          act={() => call(cancelTasks, { body: { taskIds: [task.id], on, byText } })}
          onDone={() => {
            void queryClient.invalidateQueries({ queryKey: tasksKey });
            setOpen(false);
          }}
          onClose={() => setOpen(false)}
        >
          <p>{t('task.cancel.what', { unit: task.unit.name })}</p>
          <TextInput
            label={t('task.cancel.byText')}
            description={t('task.cancel.byText.hint')}
            value={byText}
            onChange={(event) => setByText(event.currentTarget.value)}
          />
          <DayBox label={t('task.cancel.on')} value={on} onDay={setOn} />
        </AskDialog>
      ) : null}
    </>
  );
}
