import { weekdayOf } from '@mangnon/domain/kernel/day.ts';
import type { CalendarDay } from '@mangnon/domain/law/calendar/calendar.ts';
import { Button } from '@mantine/core';
import { TrustMark } from '../../agencies/trust-mark.tsx';
import { formatDay } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import type { MessageKey } from '../../platform/messages.ts';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import classes from './calendar.module.css';

/** Every day that is not what its weekday says, with the text it stands in and how far that is trusted. */
export function DayTable({ days, onEdit }: { days: readonly CalendarDay[]; onEdit?: (day: CalendarDay) => void }) {
  const t = useText();
  const columns: Column<CalendarDay>[] = [
    {
      key: 'day',
      label: t('calendar.column.day'),
      heads: true,
      width: '11rem',
      render: ({ day }) =>
        t('calendar.day', { weekday: t(`calendar.weekday.${weekdayOf(day)}` as MessageKey), day: formatDay(day) }),
    },
    { key: 'kind', label: t('calendar.column.kind'), width: '9rem', render: ({ kind }) => t(`calendar.mark.${kind}`) },
    { key: 'name', label: t('calendar.column.name'), render: ({ name }) => name },
    {
      key: 'basis',
      label: t('calendar.column.basis'),
      render: ({ basis, article }) => (article === null ? basis : t('calendar.basis', { basis, article })),
    },
    { key: 'trust', label: t('calendar.column.trust'), render: ({ trust }) => <TrustMark trust={trust} /> },
    {
      key: 'source',
      label: t('calendar.column.source'),
      render: ({ source, note }) => [source, note].filter((part) => part !== null).join(' ') || '–',
    },
    ...(onEdit === undefined
      ? []
      : [
          {
            key: 'act',
            label: t('calendar.column.act'),
            width: '5rem',
            render: (day: CalendarDay) => (
              <Button
                variant="default"
                size="compact-sm"
                aria-label={t('calendar.edit.of', { day: formatDay(day.day) })}
                onClick={() => onEdit(day)}
              >
                {t('calendar.edit')}
              </Button>
            ),
          },
        ]),
  ];
  return (
    <section className={classes['section']}>
      <h2>{t('calendar.table')}</h2>
      <DataTable label={t('calendar.table')} columns={columns} rows={days} rowKey={({ day }) => day} />
    </section>
  );
}
