import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useText } from '../platform/language.tsx';
import classes from './attention.module.css';
import { noticeCountQuery } from './attention.queries.ts';

/** In the frame of every page: how many notices are not read, and the way to them. */
export function Bell() {
  const t = useText();
  const { data } = useQuery(noticeCountQuery);
  const unread = data?.unread ?? 0;
  return (
    <Link to="/thong-bao" className={classes['bell']}>
      {unread === 0 ? (
        t('notices.title')
      ) : (
        <>
          <span aria-hidden className={classes['shown']}>
            {t('notices.title')}
            <span className={classes['count']}>{unread > 99 ? t('notices.many') : unread}</span>
          </span>
          <span className="for-screen-readers">{t('notices.bell', { count: unread })}</span>
        </>
      )}
    </Link>
  );
}
