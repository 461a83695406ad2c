import type { Indicator } from '@mangnon/domain/indicators/indicator.ts';
import { formatDay } from '../platform/format.ts';
import { useLanguage, useText } from '../platform/language.tsx';
import classes from './indicators.module.css';

/** Who asks for it, by when, from which data; what was not seen in the text says so. */
export function IndicatorFacts({ shown }: { shown: Indicator }) {
  const t = useText();
  const { language } = useLanguage();
  const { code, officialCode, goal, period, agency, dataSource, basis } = shown;
  // What no text names has nothing that could have been read there.
  const missing = basis.length === 0 ? null : t('indicators.unseen');
  const facts = [
    [
      t('indicators.code'),
      officialCode === null ? code : t('indicators.code.official', { code, official: officialCode }),
    ],
    [t('indicators.goal'), goal?.[language] ?? null],
    [t('indicators.period'), period === null ? missing : t(`indicators.period.${period}`)],
    [t('indicators.agency'), agency ?? missing],
    [t('indicators.dataSource'), dataSource?.[language] ?? missing],
  ] as const;
  return (
    <>
      <dl className={classes['facts']}>
        {facts.map(([label, words]) =>
          words === null ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{words}</dd>
            </div>
          ),
        )}
      </dl>
      <section className={classes['section']} aria-labelledby="van-ban">
        <h2 id="van-ban">{t('indicators.basis')}</h2>
        {basis.length === 0 ? <p>{t('indicators.basis.none')}</p> : null}
        <ul className={classes['list']}>
          {basis.map(({ number, issuedOn, article, sourceUrl }) => (
            <li key={`${number} ${article}`}>
              {t('indicators.basis.one', { number, day: formatDay(issuedOn) })}
              {article === null ? null : <span>. {article}</span>}
              {sourceUrl === null ? null : (
                <>
                  {' · '}
                  <a href={sourceUrl} target="_blank" rel="noreferrer">
                    {t('indicators.source')}
                  </a>
                </>
              )}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
