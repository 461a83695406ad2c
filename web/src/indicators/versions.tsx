import type { IndicatorPage } from '@mangnon/domain/indicators/indicators.api.ts';
import { formatDay } from '../platform/format.ts';
import { useLanguage, useText } from '../platform/language.tsx';
import classes from './indicators.module.css';

/** What the indicator meant over time, the newest first. */
export function Versions({ versions, current }: Pick<IndicatorPage, 'versions' | 'current'>) {
  const t = useText();
  const { language } = useLanguage();
  const spanOf = (from: string | null, to: string | null) => {
    if (from === null)
      return to === null ? t('indicators.version.always') : t('indicators.version.until', { to: formatDay(to) });
    return to === null
      ? t('indicators.version.open', { from: formatDay(from) })
      : t('indicators.version.span', { from: formatDay(from), to: formatDay(to) });
  };
  return (
    <section className={classes['section']} aria-labelledby="phien-ban">
      <h2 id="phien-ban">{t('indicators.versions')}</h2>
      <ul className={classes['list']}>
        {versions.toReversed().map(({ version, validFrom, validTo, formulaWords }) => (
          <li key={version}>
            {t('indicators.version', { version, period: spanOf(validFrom, validTo) })}
            {version === current ? <strong> · {t('indicators.version.now')}</strong> : null}
            <br />
            <span className={classes['soft']}>{formulaWords[language]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
