import type { PlacePage } from '@mangnon/domain/places/places.api.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DayBox } from '../../platform/day-box.tsx';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useLanguage, useText } from '../../platform/language.tsx';
import { PlaceLink } from '../place-link.tsx';
import { chainQuery } from '../places.queries.ts';
import classes from './place.module.css';

/** Through whom the unit reports on a day, itself first. */
export function PlaceChain({ page: { place, childrenOn } }: { page: PlacePage }) {
  const t = useText();
  const { language } = useLanguage();
  const [on, setOn] = useState(childrenOn);
  const found = useQuery(chainQuery(place.id, on));
  return (
    <section className={classes['section']} aria-labelledby="bao-cao-qua">
      <h2 id="bao-cao-qua">{t('place.chain')}</h2>
      <DayBox label={t('places.day')} value={on} onDay={setOn} />
      {found.error ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      <output className={classes['finding']}>
        {found.data?.reason ? found.data.reason[language] : t('place.chain.law')}
      </output>
      {found.data?.links ? (
        <ol className={classes['chain']}>
          {found.data.links.map(({ level, place: unit }) => (
            <li key={level}>
              <span className={classes['soft']}>{t(`place.chain.level.${level}`)}</span>
              {unit === null ? (
                t('place.chain.ministry')
              ) : unit.id === place.id ? (
                <strong>{unit.fullName}</strong>
              ) : (
                <span>
                  <PlaceLink place={unit} />
                </span>
              )}
            </li>
          ))}
        </ol>
      ) : null}
    </section>
  );
}
