import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useText } from '../platform/language.tsx';
import { ButtonLink } from '../platform/links.tsx';
import { PageHeading } from '../platform/page-heading.tsx';
import { getToday } from '../platform/today.ts';
import { PlaceBox, type ChosenPlace } from '../places/place-box.tsx';
import { Register } from './register/register.tsx';
import classes from './agencies.module.css';

const route = getRouteApi('/frame/co-quan');

/** Two ways in: the place whose agencies one looks for, or the register of all kinds of agencies. */
export function AgenciesPage() {
  const t = useText();
  const navigate = route.useNavigate();
  const [place, setPlace] = useState<ChosenPlace | null>(null);
  return (
    <>
      <PageHeading title={t('agencies.title')} state={t('agencies.state')} />
      <section className={classes['section']} aria-labelledby="theo-dia-ban">
        <h2 id="theo-dia-ban">{t('agencies.ofPlace')}</h2>
        <div className={classes['tools']}>
          <div className={classes['search']}>
            <PlaceBox
              label={t('agencies.place')}
              description={t('agencies.place.hint')}
              on={getToday()}
              value={place}
              onPlace={(chosen) => {
                setPlace(chosen);
                if (chosen) void navigate({ to: '/co-quan/noi/$placeId', params: { placeId: chosen.id } });
              }}
            />
          </div>
          {place ? (
            <ButtonLink to="/co-quan/noi/$placeId" params={{ placeId: place.id }}>
              {t('agencies.open')}
            </ButtonLink>
          ) : null}
        </div>
      </section>
      <Register />
    </>
  );
}
