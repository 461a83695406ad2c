import type { LinkedTarget, TargetPage } from '@mangnon/domain/law/target.api.ts';
import { useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import { DocumentLink } from '../document-link.tsx';
import classes from '../law.module.css';
import { StandingMark } from './standing-mark.tsx';
import { useTargetWords } from './target-words.ts';

/** The targets it makes concrete, and those that make it concrete. */
export function LinkedTargets({ page: { above, below } }: { page: TargetPage }) {
  const t = useText();
  if (above.length + below.length === 0) return null;
  return (
    <section className={classes['section']} aria-labelledby="lien-quan">
      <h2 id="lien-quan">{t('law.target.linked')}</h2>
      <Side title={t('law.target.above')} targets={above} />
      <Side title={t('law.target.below')} targets={below} />
    </section>
  );
}

function Side({ title, targets }: { title: string; targets: readonly LinkedTarget[] }) {
  const words = useTargetWords();
  if (targets.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className={classes['list']}>
        {targets.map((target) => (
          <li key={target.id}>
            <div className={classes['line']}>
              <span>
                <PageLink to="/chi-tieu/$targetId" params={{ targetId: target.id }}>
                  {target.words}
                </PageLink>{' '}
                <span className={classes['soft']}>
                  {words.goal(target)} {target.year ?? ''} · {target.document.placeName ?? ''}{' '}
                  <DocumentLink document={target.document} short />
                </span>
              </span>
              <StandingMark state={target.standing.state} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
