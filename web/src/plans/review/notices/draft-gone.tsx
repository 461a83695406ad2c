import { Link } from '@tanstack/react-router';
import { useText } from '../../../platform/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import classes from './notices.module.css';
import { useReview } from '../review-tools.ts';

/** Another person has adopted this draft or put it away while it was open here. */
export function DraftGone() {
  const t = useText();
  const state = useReview(({ link }) => link.draftState);
  const planId = useReview(({ link }) => link.planId);
  if (state === 'adopted')
    return (
      <Notice tone="calm" title={t('review.adopted.title')} alert>
        <p>{t('review.adopted.text')}</p>
        {planId ? (
          <Link className={classes['link']} to="/ke-hoach/$planId" params={{ planId }}>
            {t('review.adopted.link')}
          </Link>
        ) : null}
      </Notice>
    );
  if (state === 'discarded')
    return (
      <Notice tone="doubt" title={t('review.discarded.title')} alert>
        <p>{t('review.discarded.text')}</p>
      </Notice>
    );
  return null;
}
