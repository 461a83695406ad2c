import type { PlacePage } from '@mangnon/domain/places/places.api.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatDay } from '../../platform/format.ts';
import { HistoryList } from '../../platform/history/history-list.tsx';
import { useText } from '../../platform/language.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { placeHistoryQuery } from '../places.queries.ts';
import classes from './place.module.css';

type Decision = PlacePage['decisions'][number];

/** The decisions the unit was changed by, and below them every change with what stood there before. */
export function PlaceChanges({ page: { place, decisions } }: { page: PlacePage }) {
  const t = useText();
  const [opened, setOpened] = useState(false);
  const columns: readonly Column<Decision>[] = [
    { key: 'number', label: t('decision.number'), heads: true, whole: true, render: ({ number }) => number },
    { key: 'day', label: t('decision.day'), render: ({ day }) => formatDay(day) },
    { key: 'issuer', label: t('decision.issuer'), render: ({ issuer }) => issuer ?? t('decision.unknown') },
    { key: 'title', label: t('decision.title'), render: ({ title }) => title ?? t('decision.unknown') },
    {
      key: 'link',
      label: t('decision.link'),
      render: ({ link, number }) =>
        link === null ? (
          '–'
        ) : (
          <a href={link} target="_blank" rel="noreferrer" aria-label={t('decision.open.of', { number })}>
            {t('decision.open')}
          </a>
        ),
    },
  ];
  return (
    <section className={classes['section']} aria-labelledby="thay-doi">
      <h2 id="thay-doi">{t('place.changes')}</h2>
      {decisions.length === 0 ? (
        <p className={classes['soft']}>{t('place.changes.none')}</p>
      ) : (
        <DataTable
          label={t('place.changes')}
          columns={columns}
          rows={decisions}
          rowKey={({ number, day, issuer }) => `${number} ${day} ${issuer}`}
        />
      )}
      <details className={classes['past']} onToggle={(event) => setOpened(event.currentTarget.open)}>
        <summary>{t('place.changes.each')}</summary>
        {opened ? <EachChange placeId={place.id} /> : null}
      </details>
    </section>
  );
}

function EachChange({ placeId }: { placeId: string }) {
  const t = useText();
  const found = useQuery(placeHistoryQuery(placeId));
  if (found.error) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <output>{t('app.loading', { what: t('history.title') })}</output>;
  const { entries } = found.data;
  if (entries.length === 0) return <p className={classes['soft']}>{t('place.changes.each.none')}</p>;
  return (
    <HistoryList
      entries={entries}
      tellWhat={({ what, name }) => t('place.changes.one', { what: t(`exchange.what.${what}`), name })}
    >
      {({ decision }) => (
        <p>
          {decision === null
            ? t('place.changes.workbook')
            : t('place.changes.by', { number: decision.number, day: formatDay(decision.day) })}
        </p>
      )}
    </HistoryList>
  );
}
