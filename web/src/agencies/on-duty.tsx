import { useText } from '../platform/language.tsx';
import classes from './agencies.module.css';

/** Whether a telephone is answered at this moment: word and shape. */
export function OnDuty({ now }: { now: boolean }) {
  const t = useText();
  return (
    <span className={classes[now ? 'on' : 'soft']}>
      <span aria-hidden>{now ? '●' : '○'}</span> {t(now ? 'points.now' : 'points.notNow')}
    </span>
  );
}
