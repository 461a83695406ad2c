import { answerTimeRequest } from '@mangnon/domain/tasks/progress.api.ts';
import type { TaskPeriod } from '@mangnon/domain/tasks/tasks.api.ts';
import { Group } from '@mantine/core';
import { call } from '../../platform/api.ts';
import { formatDay, formatInstant } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import classes from './task.module.css';
import { WordsForm } from './words-form.tsx';

/** Requests for a later due day, each with its answer. */
export function TimeRequests({ period }: { period: TaskPeriod }) {
  const t = useText();
  if (period.timeRequests.length === 0) return null;
  return (
    <>
      <h3>{t('time.title')}</h3>
      <ul className={classes['list']} aria-label={t('time.title')}>
        {period.timeRequests.map((request) => (
          <li key={request.id}>
            <p>
              <strong>{t('time.is', { from: formatDay(request.dueBefore), to: formatDay(request.askedDueOn) })}</strong>
            </p>
            <p className={classes['written']}>{request.reason}</p>
            <p className={classes['soft']}>
              {t('task.byAt', { by: request.askedBy.name, at: formatInstant(request.askedAt) })}
            </p>
            <p>{tellAnswer(request.answer)}</p>
            {request.answer?.words ? <p className={classes['written']}>{request.answer.words}</p> : null}
            {request.can.answer ? (
              <Group gap="sm">
                <WordsForm
                  about={`grant.${request.id}`}
                  open={t('time.grant')}
                  label={t('time.grant.words')}
                  day={{ label: t('time.grant.day'), value: request.askedDueOn }}
                  optional
                  repeatable={false}
                  act={({ words, day }) =>
                    call(answerTimeRequest, {
                      params: { requestId: request.id },
                      body: { answer: 'granted', dueOn: day, words: words === '' ? null : words },
                    })
                  }
                />
                <WordsForm
                  about={`refuse.${request.id}`}
                  open={t('time.refuse')}
                  label={t('time.refuse.words')}
                  repeatable={false}
                  act={({ words }) =>
                    call(answerTimeRequest, {
                      params: { requestId: request.id },
                      body: { answer: 'refused', words },
                    })
                  }
                />
              </Group>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );

  function tellAnswer(answer: TaskPeriod['timeRequests'][number]['answer']): string {
    if (answer === null) return t('time.open');
    const said = { by: answer.by.name, at: formatInstant(answer.at) };
    if (answer.grantedDueOn === null) return t('time.refused', said);
    return t('time.granted', { ...said, day: formatDay(answer.grantedDueOn) });
  }
}
