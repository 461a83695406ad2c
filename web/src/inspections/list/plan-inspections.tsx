import { useQuery } from '@tanstack/react-query';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useText } from '../../platform/language.tsx';
import { ButtonLink } from '../../platform/links.tsx';
import { useMay } from '../../platform/session.queries.ts';
import classes from '../inspections.module.css';
import { inspectionsQuery } from '../inspections.queries.ts';
import { InspectionLines } from './inspection-lines.tsx';

/** On a plan's page: the inspections of how it is carried out. */
export function PlanInspections({ planId }: { planId: string }) {
  const t = useText();
  const may = useMay()('inspections.inspection.read');
  const { data, error, refetch } = useQuery({ ...inspectionsQuery(planId), enabled: may });
  if (!may) return null;
  return (
    <section className={`${classes['part']} ${classes['narrow']}`} aria-labelledby="kiem-tra-giam-sat">
      <h2 id="kiem-tra-giam-sat">{t('inspections.plan.title')}</h2>
      {error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? (
        error ? null : (
          <output>{t('app.loading', { what: t('inspections.what') })}</output>
        )
      ) : (
        <>
          {data.rows.length === 0 ? (
            <p>{t('inspections.plan.none')}</p>
          ) : (
            <InspectionLines label={t('inspections.plan.title')} rows={data.rows} />
          )}
          {data.can.create ? (
            <p className="not-printed">
              <ButtonLink variant="default" to="/ke-hoach/$planId/kiem-tra" params={{ planId }}>
                {t('inspections.new')}
              </ButtonLink>
            </p>
          ) : null}
        </>
      )}
    </section>
  );
}
