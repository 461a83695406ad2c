import type { InspectionRow } from '@mangnon/domain/inspections/inspections.api.ts';
import { useQuery } from '@tanstack/react-query';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatNumber } from '../../platform/format.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import { ButtonLink, PageLink } from '../../platform/links.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import classes from '../inspections.module.css';
import { inspectionsQuery } from '../inspections.queries.ts';
import { InspectionLines } from './inspection-lines.tsx';

/** Every inspection this person may see, by plan; what is overdue first. */
export function InspectionsPage() {
  const t = useText();
  const { language } = useLanguage();
  const { data, error, refetch } = useQuery(inspectionsQuery());
  if (!data) {
    return (
      <>
        <PageHeading title={t('inspections.title')} />
        {error ? (
          <ErrorNotice error={error} onRetry={() => void refetch()} />
        ) : (
          <output>{t('app.loading', { what: t('inspections.what') })}</output>
        )}
      </>
    );
  }
  const { rows, total, can } = data;
  const sum = (count: (row: InspectionRow) => number) => rows.reduce((all, row) => all + count(row), 0);
  const plans = Map.groupBy(rows, ({ planId }) => planId);
  return (
    <>
      <PageHeading
        title={t('inspections.title')}
        state={
          rows.length === 0
            ? undefined
            : t('inspections.state', {
                visits: sum(({ visits }) => visits.overdue),
                overdue: sum(({ recommendations }) => recommendations.overdue),
                waiting: sum(({ recommendations }) => recommendations.waiting),
              })
        }
      />
      {rows.length === 0 ? (
        <EmptyState
          title={t('inspections.none')}
          action={<ButtonLink to="/ke-hoach">{t('inspections.none.plans')}</ButtonLink>}
        >
          <p>{t(can.create ? 'inspections.none.lead' : 'inspections.none.unit')}</p>
        </EmptyState>
      ) : (
        <p className={classes['soft']}>
          {rows.length < total
            ? t('inspections.cut', { shown: rows.length, total: formatNumber(total, language) })
            : t(can.create ? 'inspections.begin' : 'inspections.hint')}
        </p>
      )}
      {[...plans].map(([planId, inspections]) => {
        const [first] = inspections;
        if (first === undefined) return null;
        const name = first.planNumber === null ? first.planTitle : `${first.planNumber} – ${first.planTitle}`;
        return (
          <section key={planId} className={classes['part']}>
            <h2>
              <PageLink to="/ke-hoach/$planId" params={{ planId }}>
                {name}
              </PageLink>
            </h2>
            <InspectionLines label={t('inspections.ofPlan', { plan: name })} rows={inspections} />
          </section>
        );
      })}
    </>
  );
}
