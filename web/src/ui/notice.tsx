import type { ReactNode } from 'react';
import classes from './notice.module.css';

/** A quiet box with a word of weight: `danger` when something was not done, `doubt` to look at, `calm` to know. */
export function Notice({
  tone,
  title,
  children,
  actions,
  alert = false,
}: {
  tone: 'danger' | 'doubt' | 'calm';
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** Read out at once by screen readers: for what happens after an act of the person. */
  alert?: boolean;
}) {
  return (
    <div className={`${classes['notice']} ${classes[tone]}`} {...(alert ? { role: 'alert' } : {})}>
      <p className={classes['title']}>{title}</p>
      {children}
      {actions ? <div className={classes['actions']}>{actions}</div> : null}
    </div>
  );
}
