import { useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { CalendarPicture } from './calendar-picture.tsx';
import { SourceButton } from './plan-source.tsx';
import { arrangeCalendar, findFinding, isRepeated } from './report-calendar.ts';
import type { PlanReport } from './report-calendar.ts';
import classes from './plan.module.css';

/** When reports are due: the finding as a sentence, the year as a picture, and the table both come from. */
export function PlanReporting({ planId, reports }: { planId: string; reports: readonly PlanReport[] }) {
  const t = useText();
  const calendar = arrangeCalendar(reports);
  const finding = findFinding(calendar);
  const unknown = t('plans.unknown');

  function describePeriod(report: PlanReport): string {
    const quarterly = report.period === '3_months' && isRepeated(report, reports);
    return t(quarterly ? 'period.3_months.repeated' : `period.${report.period}`);
  }
  function describeDue({ period, due }: PlanReport): string {
    if (!due) return unknown;
    if (period === 'month') return t('plan.reporting.everyMonth', { day: due.day });
    return `${String(due.day).padStart(2, '0')}/${String(due.month).padStart(2, '0')}`;
  }

  return (
    <section aria-labelledby="lich-bao-cao" className={classes['section']}>
      <h2 id="lich-bao-cao">{t('plan.reporting')}</h2>
      {reports.length === 0 ? (
        <p>{t('plan.reporting.empty')}</p>
      ) : (
        <>
          <p className={classes['finding']}>
            {t(finding.key, finding.values)}{' '}
            {calendar.undated > 0 && calendar.total > 0 ? t('plan.reporting.undated', { count: calendar.undated }) : ''}
          </p>
          <p>
            <PageLink to="/che-do-bao-cao" search={{ keHoach: planId }} className="not-printed">
              {t('plan.reporting.follow')}
            </PageLink>
          </p>
          {calendar.total > 0 ? <CalendarPicture calendar={calendar} /> : null}
          <DataTable
            label={t('plan.reporting')}
            rows={reports}
            rowKey={(report) => report.id}
            columns={[
              {
                key: 'period',
                label: t('plan.reporting.column.period'),
                heads: true,
                width: '7rem',
                render: (report) => (
                  <SourceButton factId={report.id} hasSource={report.span !== null}>
                    {describePeriod(report)}
                  </SourceButton>
                ),
              },
              { key: 'due', label: t('plan.reporting.column.due'), render: describeDue },
              {
                key: 'from',
                label: t('plan.reporting.column.from'),
                render: (report) => report.from.join('; ') || unknown,
              },
              { key: 'to', label: t('plan.reporting.column.to'), render: (report) => report.to ?? unknown },
              { key: 'via', label: t('plan.reporting.column.via'), render: (report) => report.via ?? '–' },
            ]}
          />
        </>
      )}
    </section>
  );
}
