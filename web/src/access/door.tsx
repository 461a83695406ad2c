import type { ReactNode } from 'react';
import { useLanguage, useText } from '../platform/language.tsx';
import classes from './door.module.css';

/** What stands around the pages before sign-in: the name of the house, and the choice of language. */
export function Door({ demo, children }: { demo: boolean; children: ReactNode }) {
  const t = useText();
  const { language, chooseLanguage } = useLanguage();
  return (
    <div className={classes['door']}>
      <header>
        {demo ? <p className={classes['demo']}>{t('app.demo')}</p> : null}
        <p className={classes['brand']}>
          <img src="/mang-non.svg" alt="" width="40" height="40" />
          <span>
            <strong>{t('app.name')}</strong>
            <br />
            {t('app.line')}
          </span>
        </p>
      </header>
      <main className={classes['main']}>{children}</main>
      <footer className={classes['languages']} aria-label={t('app.language')}>
        {(['vi', 'en'] as const).map((choice) => (
          <button
            key={choice}
            type="button"
            lang={choice}
            aria-pressed={choice === language}
            onClick={() => chooseLanguage(choice)}
          >
            {t(`app.language.${choice}`)}
          </button>
        ))}
      </footer>
    </div>
  );
}
