import { useQuery } from '@tanstack/react-query';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useText } from '../../platform/language.tsx';
import { ButtonLink } from '../../platform/links.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { useMay } from '../../platform/session.queries.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { draftsQuery, plansQuery } from '../plans.queries.ts';
import { AdoptedPlans } from './adopted-plans.tsx';
import { DraftList } from './draft-list.tsx';

export function PlansPage() {
  const t = useText();
  const may = useMay();
  const reviews = may('plans.draft.read');
  const drafts = useQuery({ ...draftsQuery, enabled: reviews });
  const plans = useQuery(plansQuery(''));

  const open = drafts.data?.drafts ?? [];
  const adopted = plans.data?.plans.length;
  const known = adopted !== undefined && (!reviews || drafts.data !== undefined);
  const nothing = known && adopted === 0 && open.length === 0;
  const state = !known
    ? undefined
    : !reviews
      ? t('plans.state.reader', { plans: adopted })
      : open.length > 0
        ? t('plans.state.open', { open: open.length, plans: adopted })
        : t('plans.state.quiet', { plans: adopted });
  const acts = [
    may('plans.draft.upload') ? (
      <ButtonLink key="upload" to="/ke-hoach/tai-len">
        {t('plans.upload')}
      </ButtonLink>
    ) : null,
    may('plans.writing.read') ? (
      <ButtonLink key="write" to="/ke-hoach/soan-thao" variant="outline">
        {t(may('plans.writing.edit') ? 'plans.write' : 'plans.writing')}
      </ButtonLink>
    ) : null,
  ].filter((act) => act !== null);
  const upload = acts.length > 0 ? <>{acts}</> : null;

  return (
    <>
      <PageHeading title={t('plans.title')} state={nothing ? undefined : state} action={nothing ? null : upload} />
      {drafts.error ? <ErrorNotice error={drafts.error} onRetry={() => void drafts.refetch()} /> : null}
      {plans.error ? <ErrorNotice error={plans.error} onRetry={() => void plans.refetch()} /> : null}
      {nothing ? (
        <EmptyState title={t('plans.empty.title')} action={upload}>
          <p>{t(may('plans.draft.upload') ? 'plans.empty.officer' : 'plans.empty.reader')}</p>
        </EmptyState>
      ) : (
        <>
          {open.length > 0 ? <DraftList drafts={open} /> : null}
          {known ? adopted > 0 ? <AdoptedPlans /> : <p>{t('plans.adopted.none')}</p> : null}
        </>
      )}
    </>
  );
}
