import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { DayBox } from '../../platform/day-box.tsx';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useText } from '../../platform/language.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { SearchBox } from '../../platform/search-box.tsx';
import { useMay } from '../../platform/session.queries.ts';
import { getToday } from '../../platform/today.ts';
import { ExportPlaces } from '../exchange/export-button.tsx';
import { ImportPlaces } from '../exchange/import-button.tsx';
import { placeSearchQuery } from '../places.queries.ts';
import { PlaceResults } from './place-results.tsx';
import classes from './places.module.css';

const route = getRouteApi('/frame/dia-ban');

/** Search as one types; what is searched, and the day, stand in the address, so that Back finds them. */
export function PlacesPage() {
  const t = useText();
  const may = useMay();
  const { tim = '', ngay } = route.useSearch();
  const navigate = route.useNavigate();
  const today = getToday();
  const on = ngay ?? today;
  const words = tim.length > 1 ? tim : '';
  const found = useQuery(placeSearchQuery(words, on));
  const places = words === '' ? [] : (found.data?.places ?? []);

  return (
    <>
      <PageHeading
        title={t('places.title')}
        state={t('places.state')}
        action={
          <>
            <ExportPlaces />
            {may('places.place.edit') ? <ImportPlaces /> : null}
          </>
        }
      />
      <div className={classes['asked']}>
        <SearchBox
          label={t('places.search')}
          description={t('places.search.hint')}
          value={tim}
          onWords={(typed) => void navigate({ search: (old) => ({ ...old, tim: typed || undefined }), replace: true })}
          className={classes['search'] ?? ''}
        />
        <DayBox
          label={t('places.day')}
          value={on}
          onDay={(day) =>
            void navigate({ search: (old) => ({ ...old, ngay: day === today ? undefined : day }), replace: true })
          }
        />
      </div>
      <output className={classes['found']}>
        {tim.length === 1 ? t('places.search.short') : null}
        {words !== '' && found.data && !found.isPlaceholderData ? tellFound(places.length) : null}
      </output>
      {found.error ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      {places.length > 0 ? <PlaceResults places={places} /> : null}
    </>
  );

  function tellFound(count: number): string {
    if (count === 0) return t('places.search.none', { words });
    return count < 30 ? t('places.search.found', { count, words }) : t('places.search.most', { words });
  }
}
