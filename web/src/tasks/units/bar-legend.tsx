import { StatusMark } from '../status-mark.tsx';
import { dueStatuses } from './status-bar-of.tsx';
import classes from './units.module.css';

/** What the colours of the bars mean. */
export function BarLegend() {
  return (
    <ul className={classes['legend']}>
      {dueStatuses.map((status) => (
        <li key={status}>
          <StatusMark status={status} />
        </li>
      ))}
    </ul>
  );
}
