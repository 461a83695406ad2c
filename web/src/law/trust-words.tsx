import { useText } from '../platform/language.tsx';
import classes from './law.module.css';

const shapes = { verified: '●', secondary: '◐', unverified: '○' } as const;

/** How far a source is trusted, and where it was read: a shape with its word, never a colour alone. */
export function TrustWords({ trust, sourceUrl }: { trust: keyof typeof shapes | null; sourceUrl?: string | null }) {
  const t = useText();
  if (trust === null) return <span className={classes['soft']}>{t('law.trust.read')}</span>;
  return (
    <span className={classes['soft']}>
      <span aria-hidden>{shapes[trust]}</span> {t(`places.trust.${trust}`)}
      {sourceUrl ? (
        <>
          {' · '}
          <a href={sourceUrl} target="_blank" rel="noreferrer">
            {t('law.source')}
          </a>
        </>
      ) : null}
    </span>
  );
}
