import type { ShownName as Shown } from '@mangnon/domain/children/shown-group.ts';
import { useText } from '../platform/language.tsx';
import classes from './children.module.css';

/** The name of a child, or in plain words why it does not stand here. Never an empty place. */
export function ShownName({ name }: { name: Shown }) {
  const t = useText();
  if (name.state === 'shown') return name.text;
  return <span className={classes['soft']}>{t(`children.name.${name.state}`)}</span>;
}

/** The same as plain text, for titles and labels. */
export function useNameText(): (name: Shown) => string {
  const t = useText();
  return (name) => (name.state === 'shown' ? name.text : t(`children.name.${name.state}`));
}
