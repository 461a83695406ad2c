import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

/** An empty list says what would stand here and how to begin. */
export function EmptyState({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <div className={classes['empty']}>
      <p className={classes['title']}>{title}</p>
      <div className={classes['words']}>{children}</div>
      {action}
    </div>
  );
}
