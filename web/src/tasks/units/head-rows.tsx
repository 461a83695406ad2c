import type { Heads } from '@mangnon/domain/tasks/units.api.ts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import type { TaskListSearch } from '../list/task-search.ts';
import { FigureLink } from './figure-link.tsx';
import { MovedFigure } from './moved-figure.tsx';
import { ShareOnTime } from './share.tsx';
import classes from './units.module.css';

type Row = Heads['rows'][number];

/** Rows drawn at once; more are asked for. */
const step = 100;

/** Each unit with whoever headed it when its tasks fell due; the most overdue first. */
export function HeadRows({ rows }: { rows: readonly Row[] }) {
  const t = useText();
  const [shown, setShown] = useState(step);
  const link = (row: Row, count: number, what: string, search: TaskListSearch) => (
    <FigureLink
      count={count}
      what={what}
      who={row.head === null ? row.unit.name : `${row.unit.name}, ${row.head.name}`}
      search={{ coQuan: row.unit.agencyId, diaBan: row.unit.placeId, nguoi: row.head?.id ?? 'none', ...search }}
    />
  );
  const columns: Column<Row>[] = [
    {
      key: 'unit',
      label: t('accountable.column.unit'),
      heads: true,
      width: '22%',
      // A ministry stands once for each place it was asked for in.
      render: ({ unit: { agencyId, placeId, name, placeName } }) => (
        <>
          <PageLink to="/don-vi/$placeId/$agencyId" params={{ placeId, agencyId }} preload={false}>
            {name}
          </PageLink>
          {name.includes(placeName) ? null : (
            <span className={classes['soft']}>
              <br />
              {placeName}
            </span>
          )}
        </>
      ),
    },
    { key: 'head', label: t('accountable.column.head'), width: '22%', render: ({ head }) => <Head head={head} /> },
    {
      key: 'overdue',
      label: t('figures.overdue'),
      numeric: true,
      render: (row) =>
        link(row, row.counts.under_way_overdue, t('figures.overdue'), { tinhTrang: 'under_way_overdue' }),
    },
    {
      key: 'late',
      label: t('figures.late'),
      numeric: true,
      render: (row) => link(row, row.counts.done_late, t('figures.late'), { tinhTrang: 'done_late' }),
    },
    {
      key: 'covered',
      label: t('figures.covered'),
      numeric: true,
      render: (row) => link(row, row.coveredUp, t('figures.covered'), { nhap: 'after_due' }),
    },
    {
      key: 'later',
      label: t('figures.later'),
      numeric: true,
      render: (row) => (
        <>
          {link(row, row.enteredLater, t('figures.later'), { nhap: 'later' })}
          {row.longestEntry === null ? null : (
            <span className={classes['soft']}>
              <br />
              {t('figures.longest', { days: row.longestEntry })}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'moved',
      label: t('figures.moved'),
      numeric: true,
      render: (row) => (
        <MovedFigure
          figures={row}
          who={row.head === null ? row.unit.name : `${row.unit.name}, ${row.head.name}`}
          search={{ coQuan: row.unit.agencyId, diaBan: row.unit.placeId, nguoi: row.head?.id ?? 'none' }}
        />
      ),
    },
    {
      key: 'waiting',
      label: t('figures.waiting'),
      numeric: true,
      render: (row) => link(row, row.waiting, t('figures.waiting'), { cho: 'report' }),
    },
    { key: 'share', label: t('figures.share'), numeric: true, render: ({ counts }) => <ShareOnTime counts={counts} /> },
  ];
  return (
    <>
      <div className={classes['table']}>
        <DataTable
          label={t('accountable.units')}
          columns={columns}
          rows={rows.slice(0, shown)}
          rowKey={({ unit, head }) => `${unit.agencyId} ${unit.placeId} ${head?.id ?? ''}`}
        />
      </div>
      {shown < rows.length ? (
        <Button variant="default" mt="sm" onClick={() => setShown(shown + step)}>
          {t('accountable.more', { count: rows.length - shown })}
        </Button>
      ) : null}
    </>
  );
}

function Head({ head }: { head: Row['head'] }) {
  const t = useText();
  if (head === null) return <span className={classes['soft']}>{t('accountable.nobody')}</span>;
  const { name, title, validFrom, validTo } = head;
  return (
    <>
      {name}
      <br />
      <span className={classes['soft']}>
        {title},{' '}
        {validTo === null
          ? t('accountable.since', { day: formatDay(validFrom) })
          : t('accountable.until', { day: formatDay(validTo) })}
      </span>
    </>
  );
}
