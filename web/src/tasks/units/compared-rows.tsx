import { shareOnTime, type UnitFigures } from '@mangnon/domain/tasks/unit-figures.ts';
import type { compareKinds, Comparison } from '@mangnon/domain/tasks/units.api.ts';
import { useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import type { TaskListSearch } from '../list/task-search.ts';
import type { Order } from './comparison-search.ts';
import { FigureLink } from './figure-link.tsx';
import { MovedFigure } from './moved-figure.tsx';
import classes from './units.module.css';
import { ShareOnTime } from './share.tsx';
import { dueStatuses, StatusBarOf } from './status-bar-of.tsx';

type Row = Comparison['rows'][number];

/** What comes first in an order; who has no figure stands last. The rows come in the order of their names. */
const standing: Readonly<Record<Exclude<Order, 'ten'>, (figures: UnitFigures) => number>> = {
  dungHan: ({ counts }) => {
    const { part, of } = shareOnTime(counts);
    return of === 0 ? Number.POSITIVE_INFINITY : part / of;
  },
  quaHan: ({ counts }) => -counts.under_way_overdue,
  denHan: ({ counts }) => -shareOnTime(counts).of,
};

/** One line for each unit: its share and bar, and each number a way to the list of those periods. */
export function ComparedRows({
  rows,
  by,
  order,
}: {
  rows: readonly Row[];
  by: (typeof compareKinds)[number];
  order: Order;
}) {
  const t = useText();
  const most = Math.max(0, ...rows.map(({ counts }) => shareOnTime(counts).of));
  // Infinity less infinity is no number: two without a figure stand as they came.
  const compare = (one: number, other: number) => (one === other ? 0 : one - other);
  const sorted =
    order === 'ten' ? rows : rows.toSorted((one, other) => compare(standing[order](one), standing[order](other)));
  const link = (row: Row, count: number, what: string, search: TaskListSearch) => (
    <FigureLink
      count={count}
      what={what}
      who={row.name}
      search={{ ...(row.agencyId === null ? {} : { coQuan: row.agencyId }), diaBan: row.placeId, ...search }}
    />
  );
  const columns: Column<Row>[] = [
    {
      key: 'unit',
      label: t(`compare.by.${by}`),
      heads: true,
      width: '26%',
      // From a commune to the agencies in it; from an agency to its own page.
      render: ({ agencyId, placeId, name }) =>
        agencyId === null ? (
          <PageLink to="/nguoi-dung-dau/so-sanh" search={{ noi: placeId, theo: 'agency' }} preload={false}>
            {name}
          </PageLink>
        ) : (
          <PageLink to="/don-vi/$placeId/$agencyId" params={{ placeId, agencyId }} preload={false}>
            {name}
          </PageLink>
        ),
    },
    {
      key: 'picture',
      label: t('compare.picture'),
      width: '22%',
      render: ({ counts }) => <StatusBarOf counts={counts} statuses={dueStatuses} most={most} />,
    },
    { key: 'share', label: t('figures.share'), numeric: true, render: ({ counts }) => <ShareOnTime counts={counts} /> },
    {
      key: 'due',
      label: t('figures.due'),
      numeric: true,
      render: (row) => link(row, shareOnTime(row.counts).of, t('figures.due'), { denHan: true }),
    },
    {
      key: 'onTime',
      label: t('figures.onTime'),
      numeric: true,
      render: (row) => link(row, row.counts.done_on_time, t('figures.onTime'), { tinhTrang: 'done_on_time' }),
    },
    {
      key: 'covered',
      label: t('figures.covered'),
      numeric: true,
      render: (row) => link(row, row.coveredUp, t('figures.covered'), { nhap: 'after_due' }),
    },
    {
      key: 'late',
      label: t('figures.late'),
      numeric: true,
      render: (row) => link(row, row.counts.done_late, t('figures.late'), { tinhTrang: 'done_late' }),
    },
    {
      key: 'overdue',
      label: t('figures.overdue'),
      numeric: true,
      render: (row) =>
        link(row, row.counts.under_way_overdue, t('figures.overdue'), { tinhTrang: 'under_way_overdue' }),
    },
    {
      key: 'moved',
      label: t('figures.moved'),
      numeric: true,
      render: ({ agencyId, placeId, name, ...figures }) => (
        <MovedFigure
          figures={figures}
          who={name}
          search={{ ...(agencyId === null ? {} : { coQuan: agencyId }), diaBan: placeId }}
        />
      ),
    },
  ];
  return (
    <div className={classes['table']}>
      <DataTable
        label={t('compare.title')}
        columns={columns}
        rows={sorted}
        rowKey={({ agencyId, placeId }) => `${agencyId ?? ''} ${placeId}`}
      />
    </div>
  );
}
