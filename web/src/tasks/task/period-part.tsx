import { askForTime, raiseHindrance } from '@mangnon/domain/tasks/progress.api.ts';
import type { Task, TaskPeriod } from '@mangnon/domain/tasks/tasks.api.ts';
import { Group } from '@mantine/core';
import { call } from '../../platform/api.ts';
import { formatDay } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { StatusMark } from '../status-mark.tsx';
import { useTaskWords } from '../task-words.ts';
import { Hindrances } from './hindrances.tsx';
import { ReportForm } from './report-form.tsx';
import { Reports } from './reports.tsx';
import { Steps } from './steps.tsx';
import classes from './task.module.css';
import { TimeRequests } from './time-requests.tsx';
import { WordsForm } from './words-form.tsx';

/** One period of a task: how it stands in its head, everything about it inside. */
export function PeriodPart({ task, period, open }: { task: Task; period: TaskPeriod; open: boolean }) {
  const t = useText();
  const words = useTaskWords();
  const { can } = period;
  return (
    <details className={classes['period']} id={period.id} open={open}>
      <summary>
        <h2>{words.period(period.period) || t('task.once')}</h2>
        <span>
          {words.due(period.dueOn)}
          {period.dueOn === null && period.doneOn === null ? '' : `, ${words.left(period, task.today)}`}
        </span>
        <StatusMark status={period.status} />
      </summary>
      {period.firstDueOn !== null && period.firstDueOn !== period.dueOn ? (
        <p className={classes['soft']}>{t('task.moved', { day: formatDay(period.firstDueOn) })}</p>
      ) : null}
      {period.reportedOn === null || period.doneOn !== null ? null : (
        <p>{t('task.waits', { day: formatDay(period.reportedOn) })}</p>
      )}
      {can.report || can.complete ? <ReportForm task={task} period={period} /> : null}
      <Reports period={period} />
      <TimeRequests period={period} />
      <Hindrances period={period} />
      {can.askTime || can.raise ? (
        <Group gap="sm" mt="sm">
          {can.raise ? (
            <WordsForm
              about={`raise.${period.id}`}
              open={t('hindrance.raise')}
              label={t('hindrance.words')}
              act={({ id, words: said }) =>
                call(raiseHindrance, { params: { periodId: period.id }, body: { id, words: said } })
              }
            />
          ) : null}
          {can.askTime && period.dueOn !== null ? (
            <WordsForm
              about={`time.${period.id}`}
              open={t('time.ask')}
              label={t('time.reason')}
              day={{ label: t('time.day'), value: period.dueOn < task.today ? task.today : period.dueOn }}
              act={({ id, words: reason, day }) =>
                call(askForTime, { params: { periodId: period.id }, body: { id, dueOn: day, reason } })
              }
            />
          ) : null}
        </Group>
      ) : null}
      <Steps task={task} period={period} />
    </details>
  );
}
