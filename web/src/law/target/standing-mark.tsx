import type { TargetState } from '@mangnon/domain/law/target-state.ts';
import { useText } from '../../platform/language.tsx';
import classes from '../law.module.css';

const shapes: Readonly<Record<TargetState, string>> = { reached: '●', on_way: '◐', off_way: '▲', no_figure: '○' };

/** How a target stands: word and shape. */
export function StandingMark({ state }: { state: TargetState }) {
  const t = useText();
  return (
    <span className={classes['mark']} data-state={state}>
      <span aria-hidden>{shapes[state]}</span> {t(`law.standing.${state}`)}
    </span>
  );
}
