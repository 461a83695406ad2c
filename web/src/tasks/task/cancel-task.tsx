import type { Task } from '@mangnon/domain/tasks/tasks.api.ts';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../platform/language.tsx';
import { tasksKey } from '../tasks.queries.ts';
import { CancelTasksDialog } from './cancel-tasks.dialog.tsx';

/** From a task to cancelling it. */
export function CancelTask({ task }: { task: Task }) {
  const t = useText();
  const queryClient = useQueryClient();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" className="not-printed" onClick={() => setOpen(true)}>
        {t('task.cancel')}
      </Button>
      {open ? (
        <CancelTasksDialog
          taskIds={[task.id]}
          what={t('task.cancel.what', { unit: task.unit.name })}
          today={task.today}
          onDone={() => {
            void queryClient.invalidateQueries({ queryKey: tasksKey });
            setOpen(false);
          }}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
