import { useText } from '../platform/language.tsx';
import { useAgencyWords } from './agency-words.ts';
import { TrustMark } from './trust-mark.tsx';
import classes from './agencies.module.css';

interface Source {
  readonly basis: string | null;
  readonly article: string | null;
  readonly trust: 'verified' | 'secondary' | 'unverified';
  readonly sourceUrl?: string | null;
}

/** The text a thing rests on, how far it is trusted, and where it was read. */
export function SourceWords({ source }: { source: Source }) {
  const t = useText();
  const words = useAgencyWords();
  return (
    <span>
      {words.basis(source)} <TrustMark trust={source.trust} />
      {source.sourceUrl ? (
        <>
          {' '}
          <a className={classes['source']} href={source.sourceUrl} target="_blank" rel="noreferrer">
            {t('agencies.source')}
          </a>
        </>
      ) : null}
    </span>
  );
}
