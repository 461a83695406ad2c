import type { Force } from '@mangnon/domain/law/legal-text.ts';
import { useText } from '../platform/language.tsx';
import classes from './law.module.css';

const shapes: Readonly<Record<Force, string>> = { in_force: '●', not_yet: '◔', ended: '✕', unknown: '○' };

/** How a text stands today: word and shape. */
export function ForceMark({ force }: { force: Force }) {
  const t = useText();
  return (
    <span className={classes['mark']} data-force={force}>
      <span aria-hidden>{shapes[force]}</span> {t(`law.force.${force}`)}
    </span>
  );
}
