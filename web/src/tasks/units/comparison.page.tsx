import { totalOf } from '@mangnon/domain/tasks/task-status.ts';
import { fewestForShare, judgeShare, shareOnTime } from '@mangnon/domain/tasks/unit-figures.ts';
import type { Comparison } from '@mangnon/domain/tasks/units.api.ts';
import { SegmentedControl, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Crumbs } from '../../platform/crumbs.tsx';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatNumber } from '../../platform/format.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { getToday } from '../../platform/today.ts';
import { PlaceBox } from '../../places/place-box.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { comparisonQuery } from '../tasks.queries.ts';
import { BarLegend } from './bar-legend.tsx';
import { ComparedRows } from './compared-rows.tsx';
import { dueStatuses } from './status-bar-of.tsx';
import { orders, type ComparisonSearch } from './comparison-search.ts';
import classes from './units.module.css';

const route = getRouteApi('/frame/nguoi-dung-dau/so-sanh');

/** Sister units side by side by one measure: those without tasks too, and no medals. */
export function ComparisonPage() {
  const t = useText();
  const { noi, theo = 'place', xep = 'ten' } = route.useSearch();
  const navigate = route.useNavigate();
  const found = useQuery({ ...comparisonQuery(theo, noi ?? ''), enabled: noi !== undefined });
  const page = noi === undefined ? undefined : found.data;
  const change = (part: ComparisonSearch) =>
    void navigate({ search: (old) => ({ ...old, ...part }), replace: true, resetScroll: false });
  return (
    <>
      <Crumbs trail={[{ label: t('accountable.title'), to: '/nguoi-dung-dau' as const }]} here={t('compare.title')} />
      <PageHeading title={t('compare.title')} state={page ? <Finding page={page} /> : undefined} />
      <div className={classes['tools']}>
        <div className={classes['place']}>
          <PlaceBox
            label={t('compare.place')}
            description={t('accountable.place.hint')}
            on={getToday()}
            value={page ? { id: page.within.placeId, fullName: page.within.name, above: '' } : null}
            onPlace={(chosen) => {
              if (chosen) change({ noi: chosen.id });
            }}
          />
        </div>
        <SegmentedControl
          aria-label={t('compare.by')}
          value={theo}
          onChange={(value) => change({ theo: value === 'agency' ? 'agency' : 'place' })}
          transitionDuration={0}
          data={(['place', 'agency'] as const).map((value) => ({ value, label: t(`compare.by.${value}`) }))}
        />
        <Select
          label={t('compare.order')}
          allowDeselect={false}
          value={xep}
          onChange={(value) => change({ xep: orders.find((one) => one === value) ?? 'ten' })}
          data={orders.map((value) => ({ value, label: t(`compare.order.${value}`) }))}
        />
      </div>
      {noi === undefined ? (
        <EmptyState title={t('compare.choose')}>
          <p>{t('compare.choose.text')}</p>
        </EmptyState>
      ) : null}
      {found.error ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      {noi !== undefined && found.isPending ? <output>{t('app.loading', { what: t('compare.what') })}</output> : null}
      {page ? (
        <>
          <p className={classes['soft']}>
            {t('figures.denominator')}
            {page.rows.some(({ counts }) => judgeShare(counts) === 'few')
              ? ` ${t('compare.few', { count: fewestForShare })}`
              : ''}
          </p>
          <BarLegend statuses={dueStatuses} />
          <ComparedRows rows={page.rows} by={theo} order={xep} />
        </>
      ) : null}
    </>
  );
}

function Finding({ page }: { page: Comparison }) {
  const t = useText();
  const { language } = useLanguage();
  const { part, of } = shareOnTime(page.whole.counts);
  const said = {
    place: page.within.name,
    idle: page.rows.filter(({ counts }) => totalOf(counts) === 0).length,
  };
  return (
    <>
      {of === 0
        ? t('compare.finding.none', said)
        : t('compare.finding', { ...said, part: formatNumber(part, language), of: formatNumber(of, language) })}
    </>
  );
}
