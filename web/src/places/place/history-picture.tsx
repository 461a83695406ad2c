import type { PlaceLink as Step, PlacePage } from '@mangnon/domain/places/places.api.ts';
import { useText } from '../../platform/language.tsx';
import { usePlaceWords } from '../place-words.ts';
import classes from './place.module.css';

/** Thickest line, for a whole unit; a part is as much thinner as it is smaller. */
const thickest = 6;

/** Before, this unit, after, joined by lines: as thick as the share, dashed where it is not known. */
export function HistoryPicture({ page: { place, predecessors, successors } }: { page: PlacePage }) {
  const t = useText();
  const sides = [predecessors.length > 0, successors.length > 0].filter(Boolean).length;
  return (
    // The table beside it says the same in words.
    <div className={classes['picture']} aria-hidden {...(sides === 1 ? { 'data-two': true } : {})}>
      {predecessors.length > 0 ? (
        <>
          <Side title={t('place.history.before')} steps={predecessors} />
          <Lines steps={predecessors} towards="right" />
        </>
      ) : null}
      <div className={`${classes['box']} ${classes['here']}`}>
        {place.fullName}
        <small>{t('place.history.here')}</small>
      </div>
      {successors.length > 0 ? (
        <>
          <Lines steps={successors} towards="left" />
          <Side title={t('place.history.after')} steps={successors} />
        </>
      ) : null}
    </div>
  );
}

function Side({ title, steps }: { title: string; steps: readonly Step[] }) {
  const words = usePlaceWords();
  return (
    <div className={classes['side']} title={title}>
      {steps.map(({ place, kind, weight }) => (
        <div key={place.id} className={classes['box']}>
          {place.fullName}
          <small>{words.part(kind, weight)}</small>
        </div>
      ))}
    </div>
  );
}

function Lines({ steps, towards }: { steps: readonly Step[]; towards: 'left' | 'right' }) {
  return (
    <svg className={classes['lines']} viewBox="0 0 100 100" preserveAspectRatio="none">
      {steps.map(({ place, kind, weight }, at) => {
        const y = ((at + 0.5) / steps.length) * 100;
        const [from, to] = towards === 'right' ? [y, 50] : [50, y];
        const share = kind === 'whole' ? 1 : weight;
        return (
          <path
            key={place.id}
            d={`M 0 ${from} C 50 ${from}, 50 ${to}, 100 ${to}`}
            strokeWidth={share === null ? 2 : Math.max(1.5, share * thickest)}
            {...(share === null ? { 'data-open': true } : {})}
          />
        );
      })}
    </svg>
  );
}
