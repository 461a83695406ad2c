import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Crumbs } from '../../platform/crumbs.tsx';
import { DayBox } from '../../platform/day-box.tsx';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { getToday } from '../../platform/today.ts';
import { Notice } from '../../ui/notice.tsx';
import { agencyQuery, officesQuery } from '../agencies.queries.ts';
import { useAgencyWords } from '../agency-words.ts';
import classes from '../agencies.module.css';
import { RecordButtons } from '../edit/edit-buttons.tsx';
import { hasPast } from '../edit/has-past.ts';
import { EditFrame } from '../edit/edit-frame.tsx';
import { PhoneLink } from '../phone-link.tsx';
import type { OfficeOfPlace } from '../record-kinds.ts';
import { AgencyDuties } from '../register/agency-duties.tsx';
import { AgencyLinks } from '../register/agency-links.tsx';
import { MovedDuties } from '../register/moved-duties.tsx';
import { UnitTasks } from '../../tasks/units/unit-tasks.tsx';
import { Heads } from './heads.tsx';
import { OfficeDuties } from './office-duties.tsx';
import { OfficePoints } from './office-points.tsx';

const route = getRouteApi('/frame/co-quan/noi/$placeId/$officeId');

/** One office of a place: who answers for it, its telephones, what it is there for, what came before and after. */
export function OfficePage() {
  const t = useText();
  const { placeId, officeId } = route.useParams();
  const { ngay } = route.useSearch();
  const navigate = route.useNavigate();
  const today = getToday();
  const on = ngay ?? today;
  const found = useQuery(officesQuery(placeId, on, true));
  const page = found.data?.place.id === placeId ? found.data : undefined;
  if (page === undefined) {
    if (found.error) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />;
    return <output>{t('app.loading', { what: t('agency.what') })}</output>;
  }
  const { place, can } = page;
  const office = page.offices.find(({ id }) => id === officeId);
  const trail = [
    { label: t('agencies.title'), to: '/co-quan' as const },
    { label: place.fullName, to: '/co-quan/noi/$placeId' as const, params: { placeId } },
  ];
  if (office === undefined) {
    return (
      <>
        <Crumbs trail={trail} here={t('office.gone')} />
        <PageHeading title={t('office.gone')} state={t('office.gone.state')} />
      </>
    );
  }
  return (
    <EditFrame place={place} canEdit={can.edit} hasPast={hasPast(page)}>
      <Crumbs trail={trail} here={office.name} />
      <PageHeading
        title={office.name}
        state={<State office={office} />}
        action={<RecordButtons record={office} name={office.name} />}
      />
      {office.standing === 'withdrawn' ? <Notice tone="doubt" title={t('office.withdrawn')} /> : null}
      <DayBox
        label={t('places.day')}
        value={on}
        onDay={(day) => void navigate({ search: day === today ? {} : { ngay: day }, replace: true })}
      />
      <Heads office={office} on={on} />
      <UnitTasks placeId={placeId} agencyId={office.agencyId} />
      <OfficePoints office={office} />
      <OfficeDuties office={office} />
      <OfRegister office={office} on={on} />
    </EditFrame>
  );
}

function State({ office }: { office: OfficeOfPlace }) {
  const t = useText();
  const words = useAgencyWords();
  return (
    <>
      {t('office.state', { standing: words.standing(office.standing), period: words.period(office) })}{' '}
      {office.address === null ? null : `${office.address}. `}
      {office.phone === null ? null : <PhoneLink phone={office.phone} name={office.name} />}
    </>
  );
}

/** What holds for every agency of this kind: its names, duties with their legal basis, what came before and after. */
function OfRegister({ office, on }: { office: OfficeOfPlace; on: string }) {
  const t = useText();
  const found = useQuery(agencyQuery(office.agencyId, on));
  if (found.error) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />;
  const page = found.data;
  if (page === undefined) return <output>{t('app.loading', { what: t('agency.what') })}</output>;
  return (
    <>
      <section className={classes['section']} aria-labelledby="danh-muc-chung">
        <h2 id="danh-muc-chung">{t('office.register')}</h2>
        <p className={classes['finding']}>
          <PageLink to="/co-quan/danh-muc/$agencyId" params={{ agencyId: office.agencyId }}>
            {page.agency.name}
          </PageLink>
          {page.aliases.length > 0 ? ` (${page.aliases.join('; ')})` : null}
        </p>
      </section>
      {page.moved ? <MovedDuties moved={page.moved} /> : null}
      <AgencyDuties page={page} />
      <AgencyLinks page={page} />
    </>
  );
}
