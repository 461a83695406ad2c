import { useLayoutEffect, useRef } from 'react';
import { useText } from '../../platform/language.tsx';
import { useScreen, useTools } from './review-tools.ts';
import classes from './review.module.css';
import { showSide, type ScreenState } from './screen-state.ts';

/** On narrow screens: one side at a time. */
export function SideSwitch() {
  const t = useText();
  const { screen } = useTools();
  const side = useScreen((now) => now.side);
  return (
    <fieldset aria-label={t('review.sides')} className={classes['switch']}>
      {(['document', 'facts'] as const).map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={side === one}
          onClick={() => screen.set((now) => showSide(now, one))}
        >
          {t(`review.side.${one}`)}
        </button>
      ))}
    </fieldset>
  );
}

/** The side that shows; each side comes back at the place where it was left. */
export function useKeptPlace(wide: boolean): ScreenState['side'] {
  const side = useScreen((now) => now.side);
  const places = useRef({ document: 0, facts: 0 });
  const before = useRef(side);

  useLayoutEffect(() => {
    if (wide || before.current === side) return;
    before.current = side;
    window.scrollTo({ top: places.current[side] });
  }, [side, wide]);

  useLayoutEffect(() => {
    if (wide) return;
    const note = () => {
      places.current[before.current] = window.scrollY;
    };
    window.addEventListener('scroll', note, { passive: true });
    return () => window.removeEventListener('scroll', note);
  }, [wide]);
  return side;
}
