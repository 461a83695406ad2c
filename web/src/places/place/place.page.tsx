import type { PlacePage as Page } from '@mangnon/domain/places/places.api.ts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Crumbs } from '../../platform/crumbs.tsx';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatDay } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { ButtonLink } from '../../platform/links.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { useMay } from '../../platform/session.queries.ts';
import { getToday } from '../../platform/today.ts';
import { Notice } from '../../ui/notice.tsx';
import { ExportPlaces } from '../exchange/export-button.tsx';
import { usePlaceWords } from '../place-words.ts';
import { placeQuery } from '../places.queries.ts';
import { PlaceChain } from './place-chain.tsx';
import { PlaceChanges } from './place-changes.tsx';
import { PlaceChildren } from './place-children.tsx';
import { PlaceHere } from './place-here.tsx';
import { PlaceHistory } from './place-history.tsx';
import classes from './place.module.css';

const route = getRouteApi('/frame/dia-ban/$placeId');

/** One unit: how it stands, what it came from and became, who it reports through, what lies below it. */
export function PlacePage() {
  const t = useText();
  const { placeId } = route.useParams();
  const { daGhi } = route.useSearch();
  const may = useMay();
  const found = useQuery(placeQuery(placeId, getToday()));
  if (found.error) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />;
  const page = found.data;
  if (page === undefined || page.place.id !== placeId)
    return <output>{t('app.loading', { what: t('place.what') })}</output>;
  const { place } = page;
  return (
    <>
      <Crumbs trail={[{ label: t('places.title'), to: '/dia-ban' }]} here={place.fullName} />
      <PageHeading
        title={place.above === '' ? place.fullName : `${place.fullName}, ${place.above}`}
        documentTitle={place.fullName}
        state={<Standing page={page} />}
        action={
          <>
            {place.level === 'province' ? <ExportPlaces place={place} /> : null}
            {may('agencies.agency.read') ? (
              <ButtonLink variant="default" to="/co-quan/noi/$placeId" params={{ placeId }}>
                {t('place.agencies')}
              </ButtonLink>
            ) : null}
            {page.can.edit ? (
              <ButtonLink to="/dia-ban/$placeId/sua" params={{ placeId }}>
                {t('place.edit.open')}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      {daGhi ? <Notice tone="calm" title={t('place.edit.done')} alert /> : null}
      <Names page={page} />
      <PlaceHistory page={page} />
      <div className={classes['two']}>
        <PlaceHere key={place.id} page={page} />
        <PlaceChain key={`${place.id} chain`} page={page} />
      </div>
      <PlaceChanges key={`${place.id} changes`} page={page} />
      {place.level === 'commune' ? null : <PlaceChildren page={page} />}
    </>
  );
}

function Standing({ page: { place, on, knownFrom } }: { page: Page }) {
  const t = useText();
  const { validity } = usePlaceWords();
  return t(`place.standing.${place.standing}`, {
    validity: validity(place),
    code: place.code,
    day: formatDay(on),
    known: formatDay(knownFrom),
  });
}

function Names({ page: { began, changes } }: { page: Page }) {
  const t = useText();
  if (changes.length === 0) return null;
  const told = [
    t('place.names.began', { name: `${began.type} ${began.name}` }),
    ...changes.map(({ from, type, name }) => t('place.names.one', { day: formatDay(from), name: `${type} ${name}` })),
  ];
  return (
    <p className={classes['names']}>
      {t('place.names')}: {told.join('; ')}.
    </p>
  );
}
