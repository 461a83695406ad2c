import type { ReactNode } from 'react';
import { useText } from '../../platform/language.tsx';
import classes from './giving.module.css';

/** From here on names are folded, with a way to see them. */
const many = 6;

/** Names of units one after the other; a long row of them is folded. */
export function UnitNames({
  label,
  names,
}: {
  label: string;
  names: readonly { readonly key: string; readonly shown: ReactNode }[];
}) {
  const t = useText();
  if (names.length === 0) return null;
  const list = (
    <ul className={classes['names']}>
      {names.map(({ key, shown }) => (
        <li key={key}>{shown}</li>
      ))}
    </ul>
  );
  if (names.length <= many) {
    return (
      <div className={classes['line']}>
        <span className={classes['soft']}>{label}</span> {list}
      </div>
    );
  }
  return (
    <details className={classes['fold']}>
      <summary>
        <span className={classes['soft']}>{label}</span> {t('giving.units', { count: names.length })}
      </summary>
      {list}
    </details>
  );
}
