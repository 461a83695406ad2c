import { taskStatuses, totalOf } from '@mangnon/domain/tasks/task-status.ts';
import type { Overview as OverviewData } from '@mangnon/domain/tasks/tasks.api.ts';
import { SegmentedControl } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { formatDay, formatNumber } from '../../platform/format.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import type { TaskListSearch } from './task-search.ts';
import { StatusBar } from './status-bar.tsx';
import classes from './tasks.module.css';

export const groupings = ['agency', 'place', 'month'] as const;
export type Grouping = (typeof groupings)[number];
const route = getRouteApi('/frame/nhiem-vu');
type Group = OverviewData['groups'][number];

/** How the tasks stand in all, and the same by agency, place or month. */
export function Overview({
  overview,
  by,
  onBy,
}: {
  overview: OverviewData;
  by: Grouping;
  onBy: (by: Grouping) => void;
}) {
  const t = useText();
  const { language } = useLanguage();
  const search = route.useSearch();
  const nameOf = ({ key, name }: Group) =>
    by !== 'month' ? name : key === '' ? t('taskList.group.noMonth') : formatDay(key);
  const columns: Column<Group>[] = [
    {
      key: 'name',
      label: t(`taskList.by.${by}`),
      heads: true,
      width: '34%',
      render: (group) => (
        <PageLink to="/nhiem-vu" search={{ ...search, ...searchOf(by, group.key) }} replace>
          {nameOf(group)}
        </PageLink>
      ),
    },
    ...taskStatuses
      .filter((status) => overview.counts[status] > 0)
      .map((status) => ({
        key: status,
        label: t(`tasks.status.${status}`),
        numeric: true,
        render: ({ counts }: Group) => formatNumber(counts[status], language),
      })),
    {
      key: 'total',
      label: t('taskList.column.total'),
      numeric: true,
      render: ({ counts }) => <strong>{formatNumber(totalOf(counts), language)}</strong>,
    },
  ];
  return (
    <section aria-labelledby="tinh-hinh" className={classes['overview']}>
      <h2 id="tinh-hinh">{t('taskList.overview')}</h2>
      <div className={classes['pair']}>
        <div>
          <StatusBar counts={overview.counts} />
          {overview.dueMoved === 0 ? null : (
            <p className={classes['soft']}>
              <PageLink
                to="/nhiem-vu"
                search={{ ...search, doiHan: overview.lateByFirst > 0 ? 'late' : 'any' }}
                replace
              >
                {t('taskList.moved', { moved: overview.dueMoved, late: overview.lateByFirst })}
              </PageLink>
            </p>
          )}
        </div>
        <div>
          <SegmentedControl
            aria-label={t('taskList.by')}
            value={by}
            onChange={(value) => onBy(groupings.find((one) => one === value) ?? 'agency')}
            transitionDuration={0}
            data={groupings.map((value) => ({ value, label: t(`taskList.by.${value}`) }))}
          />
          <div className={classes['groups']}>
            <DataTable
              fixed
              label={t('taskList.group.table', { by: t(`taskList.by.${by}`) })}
              columns={columns}
              rows={overview.groups}
              rowKey={({ key }) => key}
            />
          </div>
        </div>
      </div>
    </section>
  );
}

/** What a group means as a filter of the list. */
function searchOf(by: Grouping, key: string): TaskListSearch {
  switch (by) {
    case 'agency':
      return { coQuan: key };
    case 'place':
      return { diaBan: key };
    case 'month': {
      if (key === '') return { khongHan: true };
      const [year = 0, month = 1] = key.split('-').map(Number);
      const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
      return { tuNgay: `${key}-01`, denNgay: last };
    }
  }
}
