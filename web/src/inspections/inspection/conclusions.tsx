import type { Conclusion, Inspection } from '@mangnon/domain/inspections/inspections.api.ts';
import { formatDay, formatInstant } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import classes from '../inspections.module.css';
import { ConclusionForm } from './conclusion.form.tsx';
import { RecommendationLine } from './recommendation-line.tsx';

/** The conclusion that stands with its recommendations, and those it corrected; issuing one for who may. */
export function Conclusions({ inspection }: { inspection: Inspection }) {
  const t = useText();
  const { conclusions, can } = inspection;
  const [standing, ...former] = conclusions;
  return (
    <section className={classes['part']}>
      <h2>{t('inspections.conclusion')}</h2>
      {standing === undefined ? (
        <p>{t('inspections.conclusion.none')}</p>
      ) : (
        <ConclusionPart conclusion={standing} today={inspection.today} />
      )}
      {former.length === 0 ? null : (
        <details className={classes['history']}>
          <summary>{t('inspections.conclusion.former', { count: former.length })}</summary>
          {former.map((one) => (
            <ConclusionPart key={one.id} conclusion={one} today={inspection.today} />
          ))}
        </details>
      )}
      {can.conclude || can.correct ? (
        <ConclusionForm key={standing?.id ?? ''} inspection={inspection} corrects={standing ?? null} />
      ) : null}
    </section>
  );
}

function ConclusionPart({ conclusion, today }: { conclusion: Conclusion; today: string }) {
  const t = useText();
  const { corrects, correctedBy, recommendations } = conclusion;
  return (
    <article className={classes['unit']}>
      <h3>{t('inspections.conclusion.title', { number: conclusion.number, day: formatDay(conclusion.issuedOn) })}</h3>
      {corrects === null ? null : (
        <p>{t('inspections.conclusion.corrects', { number: corrects.number, day: formatDay(corrects.issuedOn) })}</p>
      )}
      {correctedBy === null ? null : (
        <p>
          {t('inspections.conclusion.correctedBy', {
            number: correctedBy.number,
            day: formatDay(correctedBy.issuedOn),
          })}
        </p>
      )}
      <p className={classes['written']}>{conclusion.words}</p>
      <p className={classes['soft']}>
        {t('task.byAt', { by: conclusion.issuedBy.name, at: formatInstant(conclusion.issuedAt) })}
      </p>
      <h4>{t('inspections.recommendations')}</h4>
      {recommendations.length === 0 ? (
        <p className={classes['soft']}>{t('inspections.recommendations.none')}</p>
      ) : (
        <ul
          className={classes['plain']}
          aria-label={t('inspections.recommendations.of', { number: conclusion.number })}
        >
          {recommendations.map((one) => (
            <RecommendationLine key={one.id} recommendation={one} today={today} />
          ))}
        </ul>
      )}
    </article>
  );
}
