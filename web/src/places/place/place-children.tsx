import type { PlacePage } from '@mangnon/domain/places/places.api.ts';
import { formatDay } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { PlaceLink } from '../place-link.tsx';
import classes from './place.module.css';

/** The units directly below, in the order of the Vietnamese alphabet. */
export function PlaceChildren({ page: { children, childrenOn } }: { page: PlacePage }) {
  const t = useText();
  const day = formatDay(childrenOn);
  return (
    <section className={classes['section']} aria-labelledby="truc-thuoc">
      <h2 id="truc-thuoc">{t('place.children')}</h2>
      <p className={classes['soft']}>
        {children.length === 0
          ? t('place.children.none', { day })
          : t('place.children.count', { count: children.length, day })}
      </p>
      <ul className={classes['columns']}>
        {children.map((child) => (
          <li key={child.id}>
            <PlaceLink place={child} />
          </li>
        ))}
      </ul>
    </section>
  );
}
