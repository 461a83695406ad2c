import type { PlacePage as Page } from '@mangnon/domain/places/places.api.ts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Crumbs } from '../../platform/crumbs.tsx';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useText } from '../../platform/language.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { getToday } from '../../platform/today.ts';
import { Notice } from '../../ui/notice.tsx';
import { PlaceLink } from '../place-link.tsx';
import { placeQuery } from '../places.queries.ts';
import { PlaceActForm } from './place-act.form.tsx';

const route = getRouteApi('/frame/dia-ban/$placeId/sua');

/** Changing one unit by a decision: another name or type, its end, what became of it. */
export function PlaceEditPage() {
  const t = useText();
  const { placeId } = route.useParams();
  const found = useQuery(placeQuery(placeId, getToday()));
  if (found.error) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />;
  const page = found.data;
  if (page === undefined || page.place.id !== placeId)
    return <output>{t('app.loading', { what: t('place.what') })}</output>;
  return <Editing key={placeId} page={page} />;
}

function Editing({ page }: { page: Page }) {
  const t = useText();
  const { place } = page;
  const title = t('place.edit.title', { name: place.fullName });
  return (
    <>
      <Crumbs
        trail={[
          { label: t('places.title'), to: '/dia-ban' },
          { label: place.fullName, to: '/dia-ban/$placeId', params: { placeId: place.id } },
        ]}
        here={t('place.edit')}
      />
      <PageHeading title={title} documentTitle={title} state={t('place.edit.state')} />
      {page.can.edit ? (
        <PlaceActForm page={page} />
      ) : (
        <Notice tone="doubt" title={t('place.edit.forbidden')}>
          <p>
            <PlaceLink place={place} long />
          </p>
        </Notice>
      )}
    </>
  );
}
