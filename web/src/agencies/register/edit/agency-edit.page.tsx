import type { AgencyPage } from '@mangnon/domain/agencies/agencies.api.ts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Crumbs } from '../../../platform/crumbs.tsx';
import { ErrorNotice } from '../../../platform/error-notice.tsx';
import { useText } from '../../../platform/language.tsx';
import { PageHeading } from '../../../platform/page-heading.tsx';
import { getToday } from '../../../platform/today.ts';
import { Notice } from '../../../ui/notice.tsx';
import { agencyQuery, registerQuery } from '../../agencies.queries.ts';
import { AgencyActForm } from './agency-act.form.tsx';

const route = getRouteApi('/frame/co-quan/danh-muc/$agencyId/sua');

/** Doing one thing to an agency of the register. */
export function AgencyEditPage() {
  const t = useText();
  const { agencyId } = route.useParams();
  const found = useQuery(agencyQuery(agencyId, getToday()));
  if (found.error) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />;
  const page = found.data;
  if (page === undefined || page.agency.id !== agencyId)
    return <output>{t('app.loading', { what: t('agency.what') })}</output>;
  return <Editing key={agencyId} page={page} />;
}

function Editing({ page }: { page: AgencyPage }) {
  const t = useText();
  const { agency, can } = page;
  const title = t('register.edit.title', { name: agency.name });
  return (
    <>
      <Crumbs
        trail={[
          { label: t('agencies.title'), to: '/co-quan' },
          { label: agency.name, to: '/co-quan/danh-muc/$agencyId', params: { agencyId: agency.id } },
        ]}
        here={t('record.edit')}
      />
      <PageHeading title={title} documentTitle={title} state={t('register.edit.state')} />
      {can.edit ? (
        <AgencyActForm page={page} everywhere={can.everywhere} />
      ) : (
        <Notice tone="doubt" title={t('register.edit.forbidden')} />
      )}
    </>
  );
}

/** Writing an agency down that the register does not have yet. */
export function AgencyAddPage() {
  const t = useText();
  const found = useQuery(registerQuery(getToday()));
  if (found.error) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <output>{t('app.loading', { what: t('register.title') })}</output>;
  const { can } = found.data;
  return (
    <>
      <Crumbs trail={[{ label: t('agencies.title'), to: '/co-quan' }]} here={t('register.add')} />
      <PageHeading
        title={t('register.add')}
        state={t(can.everywhere ? 'register.add.state' : 'register.add.state.place')}
      />
      {can.add ? (
        <AgencyActForm page={null} everywhere={can.everywhere} />
      ) : (
        <Notice tone="doubt" title={t('register.edit.forbidden')} />
      )}
    </>
  );
}
