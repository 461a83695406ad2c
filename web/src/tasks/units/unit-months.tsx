import { taskStatuses, totalOf } from '@mangnon/domain/tasks/task-status.ts';
import type { UnitTasks } from '@mangnon/domain/tasks/units.api.ts';
import { formatDay } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import type { TaskListSearch } from '../list/task-search.ts';
import { StatusBarOf } from './status-bar-of.tsx';
import { BarLegend } from './bar-legend.tsx';
import { FigureLink } from './figure-link.tsx';
import classes from './units.module.css';

type Month = UnitTasks['months'][number];

/** Month by month due: a bar, and the same in numbers. */
export function UnitMonths({ unit, months }: Pick<UnitTasks, 'unit' | 'months'>) {
  const t = useText();
  const most = Math.max(0, ...months.map(({ counts }) => totalOf(counts)));
  const statuses = taskStatuses.filter((status) => months.some(({ counts }) => counts[status] > 0));
  const nameOf = (month: string) => (month === '' ? t('unit.month.none') : formatDay(month));
  const columns: Column<Month>[] = [
    { key: 'month', label: t('unit.month'), heads: true, width: '9rem', render: ({ month }) => nameOf(month) },
    {
      key: 'picture',
      label: t('compare.picture'),
      width: '30%',
      render: ({ counts }) => <StatusBarOf counts={counts} statuses={statuses} most={most} />,
    },
    ...statuses.map((status) => ({
      key: status,
      label: t(`tasks.status.${status}`),
      numeric: true,
      render: ({ month, counts }: Month) => (
        <FigureLink
          count={counts[status]}
          what={t(`tasks.status.${status}`)}
          who={`${unit.name}, ${nameOf(month)}`}
          search={{ coQuan: unit.agencyId, diaBan: unit.placeId, tinhTrang: status, ...daysOf(month) }}
        />
      ),
    })),
    {
      key: 'total',
      label: t('unit.total'),
      numeric: true,
      render: ({ counts }) => <strong>{totalOf(counts)}</strong>,
    },
  ];
  return (
    <>
      <h3>{t('unit.months')}</h3>
      <BarLegend statuses={statuses} />
      <div className={classes['table']}>
        <DataTable label={t('unit.months')} columns={columns} rows={months} rowKey={({ month }) => month} />
      </div>
    </>
  );
}

/** The first and last day of a month, as the list filters by them; no month: what names no due day. */
function daysOf(month: string): TaskListSearch {
  if (month === '') return { khongHan: true };
  const [year = 0, number = 1] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
  return { tuNgay: `${month}-01`, denNgay: last };
}
