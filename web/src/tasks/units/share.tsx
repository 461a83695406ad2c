import type { StatusCounts } from '@mangnon/domain/tasks/task-status.ts';
import { judgeShare, shareOnTime } from '@mangnon/domain/tasks/unit-figures.ts';
import { formatNumber } from '../../platform/format.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import classes from './units.module.css';

/** The share done on time with what it is a share of; words where it is no figure, of few only the fraction, with an asterisk. */
export function ShareOnTime({ counts }: { counts: StatusCounts }) {
  const t = useText();
  const { language } = useLanguage();
  const judged = judgeShare(counts);
  if (judged === 'no_tasks' || judged === 'nothing_due') {
    return <span className={classes['soft']}>{t(`figures.judge.${judged}`)}</span>;
  }
  const { part, of } = shareOnTime(counts);
  const fraction = t('figures.share.of', { part: formatNumber(part, language), of: formatNumber(of, language) });
  // Of so few a percentage would only seem to say something.
  if (judged === 'few') return <>{fraction}*</>;
  return (
    <>
      <strong>{t('figures.share.value', { percent: Math.round((100 * part) / of) })}</strong>{' '}
      <span className={classes['soft']}>({fraction})</span>
    </>
  );
}
