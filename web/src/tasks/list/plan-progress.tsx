import { useQuery } from '@tanstack/react-query';
import { formatNumber } from '../../platform/format.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { PageLink } from '../../platform/links.tsx';
import { useMay } from '../../platform/session.queries.ts';
import { heatQuery } from '../tasks.queries.ts';
import { HeatGrid } from './heat-grid.tsx';
import { HeatTable } from './heat-table.tsx';
import { ProgressPapers } from './progress-papers.tsx';
import classes from './heat.module.css';

/** On a plan's page: how far each unit is with each sentence it was given. */
export function PlanProgress({ planId }: { planId: string }) {
  const t = useText();
  const { language } = useLanguage();
  const may = useMay()('tasks.task.read');
  const heat = useQuery({ ...heatQuery(planId), enabled: may });
  if (!may) return null;
  const cells = heat.data?.cells ?? [];
  const late = cells.filter(({ status }) => status === 'under_way_overdue');
  return (
    <section aria-labelledby="tinh-hinh-thuc-hien" className={classes['section']}>
      <h2 id="tinh-hinh-thuc-hien">{t('heat.title')}</h2>
      {heat.error ? <ErrorNotice error={heat.error} onRetry={() => void heat.refetch()} /> : null}
      {heat.isPending ? <output>{t('app.loading', { what: t('heat.what') })}</output> : null}
      {heat.data && cells.length === 0 ? <p>{t('heat.none')}</p> : null}
      {heat.data && cells.length > 0 ? (
        <>
          <p className={classes['finding']}>
            {t('heat.finding', {
              late: late.length,
              all: formatNumber(cells.length, language),
              units: new Set(late.map(({ unit }) => unit)).size,
            })}
            .
          </p>
          <HeatGrid heat={heat.data} />
          <details className={classes['table']}>
            <summary>{t('heat.asTable')}</summary>
            <HeatTable heat={heat.data} />
          </details>
          <p>
            <PageLink to="/nhiem-vu" search={{ keHoach: planId }}>
              {t('heat.list')}
            </PageLink>
          </p>
          <ProgressPapers planId={planId} today={heat.data.today} />
        </>
      ) : null}
    </section>
  );
}
