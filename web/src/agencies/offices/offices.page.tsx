import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { Crumbs } from '../../platform/crumbs.tsx';
import { DayBox } from '../../platform/day-box.tsx';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatDay } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { ButtonLink } from '../../platform/links.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { getToday } from '../../platform/today.ts';
import { officesQuery } from '../agencies.queries.ts';
import classes from '../agencies.module.css';
import { InCharge } from '../charge/in-charge.tsx';
import { hasPast } from '../edit/has-past.ts';
import { EditFrame } from '../edit/edit-frame.tsx';
import { ExportOffices } from '../exchange/export-offices.tsx';
import { ImportOffices } from '../exchange/import-offices.tsx';
import { Committees } from './committees.tsx';
import { FocalPoints } from './focal-points.tsx';
import { OfficeList } from './office-list.tsx';
import { Villages } from './villages.tsx';

const route = getRouteApi('/frame/co-quan/noi/$placeId');

/** The agencies of one place on a day: who is in charge, offices, duty telephones, committees, villages. */
export function OfficesPage() {
  const t = useText();
  const { placeId } = route.useParams();
  const { ngay } = route.useSearch();
  const navigate = route.useNavigate();
  const today = getToday();
  const on = ngay ?? today;
  const [history, setHistory] = useState(false);
  const found = useQuery(officesQuery(placeId, on, true));
  const page = found.data?.place.id === placeId ? found.data : undefined;
  if (page === undefined) {
    if (found.error) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />;
    return <output>{t('app.loading', { what: t('offices.what') })}</output>;
  }
  const { place, can } = page;
  const title = t('offices.title', {
    place: place.above === '' ? place.fullName : `${place.fullName}, ${place.above}`,
  });
  return (
    <EditFrame place={place} canEdit={can.edit} hasPast={hasPast(page)}>
      <Crumbs trail={[{ label: t('agencies.title'), to: '/co-quan' }]} here={place.fullName} />
      <PageHeading
        title={title}
        documentTitle={t('offices.title', { place: place.fullName })}
        state={t(can.edit ? 'offices.state.edit' : 'offices.state.read', { day: formatDay(on) })}
        action={
          <>
            <ButtonLink variant="default" to="/dia-ban/$placeId" params={{ placeId }}>
              {t('offices.toPlace')}
            </ButtonLink>
            <ExportOffices placeId={placeId} />
            {can.edit ? <ImportOffices placeId={placeId} /> : null}
          </>
        }
      />
      {found.error ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      <div className={`${classes['tools']} not-printed`}>
        <DayBox
          label={t('places.day')}
          value={on}
          onDay={(day) => void navigate({ search: day === today ? {} : { ngay: day }, replace: true })}
        />
        <Checkbox
          label={t('offices.history')}
          checked={history}
          onChange={(event) => setHistory(event.currentTarget.checked)}
          mb={6}
        />
      </div>
      <InCharge placeId={placeId} on={on} />
      <OfficeList page={page} history={history} />
      <FocalPoints page={page} history={history} />
      <Committees page={page} history={history} />
      {place.level === 'commune' ? <Villages page={page} history={history} /> : null}
    </EditFrame>
  );
}
