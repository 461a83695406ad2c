import { decideReport } from '@mangnon/domain/tasks/progress.api.ts';
import type { ProgressReport, TaskPeriod } from '@mangnon/domain/tasks/tasks.api.ts';
import { Button, Group } from '@mantine/core';
import { call } from '../../platform/api.ts';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatDay, formatInstant, formatNumber } from '../../platform/format.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { countDays } from '../../platform/today.ts';
import { ProofButton } from './proof-button.tsx';
import classes from './task.module.css';
import { useTaskAct } from './use-task-act.ts';
import { WordsForm } from './words-form.tsx';

/** What was reported of a period, each with its proof and its decision. */
export function Reports({ period }: { period: TaskPeriod }) {
  const t = useText();
  if (period.reports.length === 0) return <p className={classes['soft']}>{t('report.none')}</p>;
  return (
    <ul className={classes['list']} aria-label={t('report.list')}>
      {period.reports.map((report) => (
        <Report key={report.id} report={report} dueOn={period.firstDueOn ?? period.dueOn} />
      ))}
    </ul>
  );
}

function Report({ report, dueOn }: { report: ProgressReport; dueOn: string | null }) {
  const t = useText();
  const { language } = useLanguage();
  const takeOn = useTaskAct(() =>
    call(decideReport, { params: { reportId: report.id }, body: { decision: 'accepted' } }),
  );
  const { decision } = report;
  return (
    <li>
      <p>
        <strong>
          {t(`report.${report.kind}`)}, {formatDay(report.happenedOn)}
        </strong>
      </p>
      <p className={classes['written']}>{report.words}</p>
      {report.figure === null ? null : (
        <p>{t('report.figure.is', { value: formatNumber(report.figure.value, language), unit: report.figure.unit })}</p>
      )}
      {report.proof.length === 0 ? null : (
        <ul className={classes['plain']} aria-label={t('proof.title')}>
          {report.proof.map((one) => (
            <li key={one.id}>
              <ProofButton proof={one} />
            </li>
          ))}
        </ul>
      )}
      <p className={classes['soft']}>
        {t('report.written', { by: report.recordedBy.name, at: formatInstant(report.recordedAt) })}
        {report.enteredLate && dueOn !== null ? (
          <strong> {t('report.late', { days: countDays(dueOn, vietnamDay(new Date(report.recordedAt))) })}</strong>
        ) : null}
      </p>
      {decision === null ? null : (
        <>
          <p className={classes[decision.decision === 'accepted' ? 'good' : 'danger']}>
            {t(`report.${decision.decision}`, { by: decision.by.name, at: formatInstant(decision.at) })}
          </p>
          {decision.reason === null ? null : <p className={classes['written']}>{decision.reason}</p>}
        </>
      )}
      {report.kind === 'completion' && decision === null ? <p>{t('report.waits')}</p> : null}
      {report.can.decide ? (
        <>
          {takeOn.error ? <ErrorNotice error={takeOn.error} /> : null}
          <Group gap="sm">
            <Button disabled={takeOn.isPending} onClick={() => takeOn.mutate(undefined)}>
              {t('report.accept')}
            </Button>
            <WordsForm
              about={`sendBack.${report.id}`}
              open={t('report.sendBack')}
              label={t('report.reason')}
              repeatable={false}
              act={({ words }) =>
                call(decideReport, {
                  params: { reportId: report.id },
                  body: { decision: 'sent_back', reason: words },
                })
              }
            />
          </Group>
        </>
      ) : null}
    </li>
  );
}
