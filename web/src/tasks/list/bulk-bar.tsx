import { remindUnits, type LeftPeriod } from '@mangnon/domain/tasks/bulk-acts.api.ts';
import type { TaskRow } from '@mangnon/domain/tasks/tasks.api.ts';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../platform/api.ts';
import { AskDialog } from '../../platform/ask.dialog.tsx';
import { formatNumber } from '../../platform/format.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Notice } from '../../ui/notice.tsx';
import { CancelTasksDialog } from '../task/cancel-tasks.dialog.tsx';
import { tasksKey } from '../tasks.queries.ts';
import type { ChosenRows } from './use-chosen-rows.ts';
import classes from './tasks.module.css';

const ChangeManyDialog = lazy(async () => ({ default: (await import('./change-many.dialog.tsx')).ChangeManyDialog }));

interface Done {
  readonly said: string;
  readonly left: readonly LeftPeriod[];
}

/**
 * What may be done to the chosen rows at once, and afterwards what was done and what was left, by name: also where the act
 * itself has emptied the list.
 */
export function BulkBar({
  rows,
  chosen,
  today,
  total,
}: {
  rows: readonly TaskRow[];
  chosen: ChosenRows;
  today: string;
  total: number;
}) {
  const t = useText();
  const { language } = useLanguage();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState<'remind' | 'change' | 'cancel' | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const shown = rows.length;
  const count = chosen.ids.size;
  const taskIds = [...new Set(rows.flatMap(({ periodId, taskId }) => (chosen.ids.has(periodId) ? [taskId] : [])))];
  const finish = (next: Done) => {
    setAsking(null);
    setDone(next);
    chosen.none();
    void queryClient.invalidateQueries({ queryKey: tasksKey });
  };
  return (
    <>
      {shown === 0 ? null : (
        <fieldset className={classes['bulk']} aria-label={t('bulk.title')}>
          <output>
            {count === 0 ? (
              <span className={classes['soft']}>{t('bulk.hint')}</span>
            ) : (
              t('bulk.chosen', { count: formatNumber(count, language) })
            )}
          </output>
          <Button variant="default" disabled={count === shown} onClick={chosen.all}>
            {t(shown < total ? 'bulk.allShown' : 'bulk.all', { count: formatNumber(shown, language) })}
          </Button>
          {count === 0 ? null : (
            <>
              <Button variant="default" onClick={chosen.none}>
                {t('bulk.none')}
              </Button>
              <Button onClick={() => setAsking('remind')}>{t('bulk.remind')}</Button>
              <Button variant="default" onClick={() => setAsking('change')}>
                {t('bulk.change')}
              </Button>
              <Button variant="default" onClick={() => setAsking('cancel')}>
                {t('bulk.cancel')}
              </Button>
            </>
          )}
        </fieldset>
      )}
      {done === null ? null : <DoneNotice done={done} />}
      {asking === 'remind' ? (
        <AskDialog
          title={t('bulk.remind.title', { count: formatNumber(count, language) })}
          action={t('bulk.remind')}
          act={() => call(remindUnits, { body: { periodIds: [...chosen.ids] } })}
          onDone={({ tasks, people, left }) => finish({ said: t('bulk.remind.done', { tasks, people }), left })}
          onClose={() => setAsking(null)}
        >
          <p>{t('bulk.remind.text')}</p>
          <p>{t('bulk.rule')}</p>
        </AskDialog>
      ) : null}
      {asking === 'change' ? (
        <Suspense fallback={null}>
          <ChangeManyDialog
            periodIds={[...chosen.ids]}
            onDone={({ periods, moved, added, left }) =>
              finish({ said: t('bulk.change.done', { periods, moved, added }), left })
            }
            onClose={() => setAsking(null)}
          />
        </Suspense>
      ) : null}
      {asking === 'cancel' ? (
        <CancelTasksDialog
          taskIds={taskIds}
          what={t('bulk.cancel.what', { count: taskIds.length })}
          today={today}
          onDone={(cancelled) => finish({ said: t('bulk.cancel.done', { count: cancelled }), left: [] })}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </>
  );
}

function DoneNotice({ done: { said, left } }: { done: Done }) {
  const t = useText();
  return (
    <Notice tone={left.length === 0 ? 'calm' : 'doubt'} title={said} alert>
      {left.length === 0 ? null : (
        <details>
          <summary>{t('bulk.left', { count: left.length })}</summary>
          <div className={classes['left']}>
            <DataTable
              label={t('bulk.left', { count: left.length })}
              rows={left}
              rowKey={({ periodId }) => periodId}
              columns={[
                { key: 'words', label: t('bulk.left.words'), heads: true, render: ({ words }) => words },
                { key: 'unit', label: t('bulk.left.unit'), width: '30%', render: ({ unit }) => unit },
                { key: 'why', label: t('bulk.left.why'), width: '30%', render: ({ why }) => t(`bulk.why.${why}`) },
              ]}
            />
          </div>
        </details>
      )}
    </Notice>
  );
}
