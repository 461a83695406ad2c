import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Crumbs } from '../../platform/crumbs.tsx';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useText } from '../../platform/language.tsx';
import { ButtonLink } from '../../platform/links.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { choicesQuery } from '../inspections.queries.ts';
import { NewInspectionForm } from './new-inspection.form.tsx';

const route = getRouteApi('/frame/ke-hoach/$planId/kiem-tra');

/** Sets up an inspection of how a plan is carried out. */
export function NewInspectionPage() {
  const t = useText();
  const { planId } = route.useParams();
  const { data, error, refetch } = useQuery(choicesQuery(planId));
  return (
    <>
      <Crumbs
        trail={[
          { label: t('plans.title'), to: '/ke-hoach' },
          {
            label: data?.plan.number ?? data?.plan.title ?? t('plan.what'),
            to: '/ke-hoach/$planId',
            params: { planId },
          },
        ]}
        here={t('inspections.new')}
      />
      <PageHeading title={t('inspections.new')} state={data?.plan.title} />
      {error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <output>{t('app.loading', { what: t('inspections.units') })}</output> : null}
      {data?.units.length === 0 ? (
        <EmptyState
          title={t('inspections.new.noTasks')}
          action={
            <ButtonLink to="/ke-hoach/$planId/giao-viec" params={{ planId }}>
              {t('giving.title')}
            </ButtonLink>
          }
        >
          <p>{t('inspections.new.noTasks.text')}</p>
        </EmptyState>
      ) : null}
      {data && data.units.length > 0 ? <NewInspectionForm key={planId} planId={planId} choices={data} /> : null}
    </>
  );
}
