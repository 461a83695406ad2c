import type { Breakdown } from '@mangnon/domain/indicators/breakdown.ts';
import { useLanguage, useText } from '../platform/language.tsx';
import classes from './indicators.module.css';

/** By what an indicator is split, how the parts stand to the whole, and from where the list is. */
export function Breakdowns({ breakdowns }: { breakdowns: readonly Breakdown[] }) {
  const t = useText();
  const { language } = useLanguage();
  return (
    <section className={classes['section']} aria-labelledby="phan-to">
      <h2 id="phan-to">{t('indicators.breakdowns')}</h2>
      {breakdowns.length === 0 ? <p>{t('indicators.breakdowns.none')}</p> : null}
      {breakdowns.map(({ code, name, parts, parting, source }) => (
        <div key={code}>
          <h3>{name[language]}</h3>
          {parts.length > 0 ? <p>{parts.map((part) => part.name[language]).join('; ')}</p> : null}
          <p className={classes['soft']}>
            {t(`indicators.parting.${parting}`)} {source[language]}.
          </p>
        </div>
      ))}
    </section>
  );
}
