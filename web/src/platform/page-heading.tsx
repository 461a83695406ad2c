import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { useText } from './language.tsx';
import classes from './page-heading.module.css';

/** The first line of every screen: what it is, how it stands, what to do now; with its one main action. */
export function PageHeading({
  title,
  documentTitle,
  state,
  action,
}: {
  title: ReactNode;
  /** What stands in the browser's tab, where the title is not plain text. */
  documentTitle?: string;
  state?: ReactNode;
  action?: ReactNode;
}) {
  const t = useText();
  const page = documentTitle ?? (typeof title === 'string' ? title : undefined);
  useEffect(() => {
    if (page) document.title = t('app.title', { page });
  }, [page, t]);
  return (
    <header className={classes['heading']}>
      <div className={classes['words']}>
        <h1>{title}</h1>
        {state === undefined ? null : <p className={classes['state']}>{state}</p>}
      </div>
      {action ? <div className={`${classes['action']} not-printed`}>{action}</div> : null}
    </header>
  );
}
