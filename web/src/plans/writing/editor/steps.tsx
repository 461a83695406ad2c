import { manuscriptSteps } from '@mangnon/domain/plans/writing/manuscript.workflow.ts';
import { formatInstant } from '../../../platform/format.ts';
import { useText } from '../../../platform/language.tsx';
import { useDesk } from '../desk/use-desk.ts';
import classes from './editor.module.css';

/** What became of the plan so far: who, when, and why it came back. */
export function Steps() {
  const t = useText();
  const { manuscript } = useDesk();
  const known = manuscript.steps.flatMap((one) => {
    const step = manuscriptSteps.find((name) => name === one.step);
    return step === undefined ? [] : [{ ...one, step }];
  });
  return (
    <section aria-labelledby="cac-buoc">
      <h2 id="cac-buoc">{t('writing.steps')}</h2>
      <ul>
        <li>
          {t('writing.steps.begun', { by: manuscript.createdBy })}{' '}
          <span className={classes['soft']}>{formatInstant(manuscript.createdAt)}</span>
        </li>
        {known.map(({ step, by, at, reason }) => (
          <li key={`${step} ${at}`}>
            {t(`writing.taken.${step}`, { by })} <span className={classes['soft']}>{formatInstant(at)}</span>
            {reason === null ? null : <p>{reason}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
