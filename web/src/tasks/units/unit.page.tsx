import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate } from '@tanstack/react-router';
import { Crumbs } from '../../platform/crumbs.tsx';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { unitQuery } from '../tasks.queries.ts';
import { UnitTasks } from './unit-tasks.tsx';
import classes from './units.module.css';

const route = getRouteApi('/frame/don-vi/$placeId/$agencyId');

/**
 * The way to a unit from its tasks: its page in the register of agencies, where the place has written its office down;
 * else what is known of it without, with how to write it down.
 */
export function UnitPage() {
  const t = useText();
  const { placeId, agencyId } = route.useParams();
  const found = useQuery(unitQuery(placeId, agencyId));
  if (found.error) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <output>{t('app.loading', { what: t('unit.what') })}</output>;
  const { unit, officeId } = found.data;
  if (officeId !== null)
    return <Navigate to="/co-quan/noi/$placeId/$officeId" params={{ placeId, officeId }} replace />;
  return (
    <>
      <Crumbs trail={[{ label: t('accountable.title'), to: '/nguoi-dung-dau' as const }]} here={unit.name} />
      <PageHeading title={unit.name} state={t('unit.noOffice', { place: unit.placeName })} />
      <p className={classes['finding']}>
        <PageLink to="/co-quan/noi/$placeId" params={{ placeId }}>
          {t('unit.noOffice.write')}
        </PageLink>
      </p>
      <UnitTasks placeId={placeId} agencyId={agencyId} />
    </>
  );
}
