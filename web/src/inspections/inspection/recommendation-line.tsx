import { decideRecommendation, reportRecommendation } from '@mangnon/domain/inspections/conclusions.api.ts';
import type { Recommendation } from '@mangnon/domain/inspections/inspections.api.ts';
import { Button, Group } from '@mantine/core';
import { call } from '../../platform/api.ts';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatDay, formatInstant } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { useTaskWords } from '../../tasks/task-words.ts';
import { useTaskAct } from '../../tasks/task/use-task-act.ts';
import { WordsForm } from '../../tasks/task/words-form.tsx';
import classes from '../inspections.module.css';
import { RecommendationMark } from '../marks.tsx';

/** One recommendation: of whom, until when, what was done about it, and what may be done. */
export function RecommendationLine({ recommendation, today }: { recommendation: Recommendation; today: string }) {
  const t = useText();
  const words = useTaskWords();
  const { dueOn, settledOn, stand, reports, can } = recommendation;
  const left = { dueOn, doneOn: settledOn };
  return (
    <li id={recommendation.id}>
      <p className={classes['written']}>
        <strong>{recommendation.words}</strong>
      </p>
      <p>
        {recommendation.unit.name} · {words.due(dueOn)}
        {stand === 'replaced' || stand === 'waiting' ? '' : `, ${words.left(left, today)}`} ·{' '}
        <RecommendationMark stand={stand} />
      </p>
      {reports.map((report) => (
        <div key={report.id}>
          <p className={classes['written']}>
            {t('inspections.report.on', { day: formatDay(report.happenedOn) })} {report.words}{' '}
            <span className={classes['soft']}>
              ({t('task.byAt', { by: report.recordedBy.name, at: formatInstant(report.recordedAt) })})
            </span>
          </p>
          {report.decision === null ? null : (
            <p className={classes['written']}>
              {t(`inspections.decision.${report.decision.decision}`, {
                by: report.decision.by.name,
                at: formatInstant(report.decision.at),
              })}{' '}
              {report.decision.reason}
            </p>
          )}
        </div>
      ))}
      {can.report ? (
        <WordsForm
          about={`recommendation.${recommendation.id}`}
          open={t('inspections.report')}
          label={t('inspections.report.words')}
          day={{ label: t('inspections.report.day'), value: today }}
          act={({ id, words: said, day }) =>
            call(reportRecommendation, {
              params: { recommendationId: recommendation.id },
              body: { id, happenedOn: day, words: said },
            })
          }
        />
      ) : null}
      {can.decide ? <Decide reportId={reports.findLast(({ decision }) => decision === null)?.id ?? ''} /> : null}
    </li>
  );
}

function Decide({ reportId }: { reportId: string }) {
  const t = useText();
  const params = { reportId };
  const settle = useTaskAct(() => call(decideRecommendation, { params, body: { decision: 'settled' } }));
  return (
    <>
      {settle.error ? <ErrorNotice error={settle.error} /> : null}
      <Group gap="sm" className="not-printed">
        <Button disabled={settle.isPending} onClick={() => settle.mutate(undefined)}>
          {t('inspections.settle')}
        </Button>
        <WordsForm
          about={`sendBackRecommendation.${reportId}`}
          open={t('inspections.sendBack')}
          label={t('inspections.sendBack.reason')}
          repeatable={false}
          act={({ words }) => call(decideRecommendation, { params, body: { decision: 'sent_back', reason: words } })}
        />
      </Group>
    </>
  );
}
