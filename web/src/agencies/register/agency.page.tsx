import type { AgencyPage as Page } from '@mangnon/domain/agencies/agencies.api.ts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { Crumbs } from '../../platform/crumbs.tsx';
import { DayBox } from '../../platform/day-box.tsx';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatDay } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { ButtonLink } from '../../platform/links.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { getToday } from '../../platform/today.ts';
import { Notice } from '../../ui/notice.tsx';
import { agencyQuery } from '../agencies.queries.ts';
import { useAgencyWords } from '../agency-words.ts';
import classes from '../agencies.module.css';
import { AgencyDuties } from './agency-duties.tsx';
import { AgencyLinks } from './agency-links.tsx';
import { AgencyPast } from './agency-past.tsx';
import { MovedDuties } from './moved-duties.tsx';

const route = getRouteApi('/frame/co-quan/danh-muc/$agencyId');

/** One kind of agency: its names, its time, what it is there for, what came before and after. */
export function AgencyPage() {
  const t = useText();
  const { agencyId } = route.useParams();
  const { daGhi } = route.useSearch();
  const [on, setOn] = useState(getToday());
  const found = useQuery(agencyQuery(agencyId, on));
  if (found.error) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />;
  const page = found.data;
  if (page === undefined || page.agency.id !== agencyId)
    return <output>{t('app.loading', { what: t('agency.what') })}</output>;
  return (
    <>
      <Crumbs trail={[{ label: t('agencies.title'), to: '/co-quan' }]} here={page.agency.name} />
      <PageHeading
        title={page.agency.name}
        state={<Standing page={page} />}
        action={
          page.can.edit ? (
            <ButtonLink to="/co-quan/danh-muc/$agencyId/sua" params={{ agencyId }}>
              {t('register.edit.open')}
            </ButtonLink>
          ) : null
        }
      />
      {daGhi ? <Notice tone="calm" title={t('register.edit.done')} alert /> : null}
      <Names page={page} />
      <DayBox label={t('places.day')} value={on} onDay={setOn} />
      {page.moved ? <MovedDuties moved={page.moved} /> : null}
      <AgencyDuties page={page} />
      <AgencyLinks page={page} />
      <AgencyPast key={agencyId} agencyId={agencyId} />
    </>
  );
}

function Standing({ page: { agency, on } }: { page: Page }) {
  const t = useText();
  const words = useAgencyWords();
  return t(agency.stands ? 'agency.stands' : 'agency.standsNot', {
    place: agency.place === null ? t('register.place.everywhere') : agency.place.fullName,
    level: t(`agencies.level.${agency.level}`),
    day: formatDay(on),
    period: words.period(agency),
  });
}

function Names({ page: { aliases, note } }: { page: Page }) {
  const t = useText();
  return (
    <>
      {aliases.length > 0 ? (
        <p className={classes['finding']}>
          {t('agency.aliases')}: {aliases.join('; ')}.
        </p>
      ) : null}
      {note ? <p className={classes['finding']}>{note}</p> : null}
    </>
  );
}
