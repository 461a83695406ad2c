import { writeSteps } from '@mangnon/domain/tasks/progress.api.ts';
import type { Task, TaskPeriod } from '@mangnon/domain/tasks/tasks.api.ts';
import { Button } from '@mantine/core';
import { call } from '../../platform/api.ts';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatDay } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { useTaskWords } from '../task-words.ts';
import classes from './task.module.css';
import { useTaskAct } from './use-task-act.ts';
import { WordsForm } from './words-form.tsx';

type Step = TaskPeriod['steps'][number];

/** The unit's own steps towards the task: added, ticked off, taken away. */
export function Steps({ task, period }: { task: Task; period: TaskPeriod }) {
  const t = useText();
  const words = useTaskWords();
  const write = useTaskAct(({ step, change }: { step: Step; change: { doneOn?: string | null; removed?: boolean } }) =>
    call(writeSteps, {
      params: { periodId: period.id, stepId: step.id },
      body: {
        version: step.version,
        position: period.steps.indexOf(step),
        words: step.words,
        accountId: step.person?.id ?? null,
        dueOn: step.dueOn,
        doneOn: change.doneOn === undefined ? step.doneOn : change.doneOn,
        removed: change.removed ?? false,
      },
    }),
  );
  if (period.steps.length === 0 && !period.can.plan) return null;
  return (
    <>
      <h3>{t('step.title')}</h3>
      {write.error ? <ErrorNotice error={write.error} /> : null}
      <ul className={classes['plain']} aria-label={t('step.title')}>
        {period.steps.map((step) => (
          <li key={step.id} className={classes['step']}>
            <label>
              <input
                type="checkbox"
                checked={step.doneOn !== null}
                disabled={!period.can.plan || write.isPending}
                onChange={() => write.mutate({ step, change: { doneOn: step.doneOn === null ? task.today : null } })}
              />{' '}
              {step.words}
            </label>
            <span className={classes['soft']}>
              {[
                step.person?.name,
                step.dueOn === null ? null : words.due(step.dueOn),
                step.doneOn === null ? null : t('step.doneOn', { day: formatDay(step.doneOn) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {period.can.plan ? (
              <Button
                variant="default"
                size="compact-sm"
                disabled={write.isPending}
                onClick={() => write.mutate({ step, change: { removed: true } })}
              >
                {t('step.remove')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {period.can.plan ? (
        <WordsForm
          about={`step.${period.id}`}
          open={t('step.add')}
          label={t('step.words')}
          act={({ id, words: said }) =>
            call(writeSteps, {
              params: { periodId: period.id, stepId: id },
              body: {
                version: 0,
                position: Math.min(1000, period.steps.length),
                words: said,
                accountId: null,
                dueOn: null,
                doneOn: null,
                removed: false,
              },
            })
          }
        />
      ) : null}
    </>
  );
}
