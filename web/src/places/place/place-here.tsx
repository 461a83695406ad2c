import type { PlaceCover, PlacePage } from '@mangnon/domain/places/places.api.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DayBox } from '../../platform/day-box.tsx';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatDay } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { PlaceLink } from '../place-link.tsx';
import { usePlaceWords } from '../place-words.ts';
import { unitsHereQuery } from '../places.queries.ts';
import classes from './place.module.css';

/** What was, or is, on this ground on a day of one's choosing. */
export function PlaceHere({ page: { place, on: today } }: { page: PlacePage }) {
  const t = useText();
  // The other side of the change first: of a unit of today its last day before, of an old one today.
  const [on, setOn] = useState(place.standing === 'ended' ? today : '2025-06-30');
  const found = useQuery(unitsHereQuery(place.id, on));
  const columns = useColumns();
  const here = found.data;
  const day = formatDay(here?.on ?? on);
  return (
    <section className={classes['section']} aria-labelledby="noi-nay">
      <h2 id="noi-nay">{t('place.here')}</h2>
      <DayBox label={t('places.day')} value={on} onDay={setOn} />
      {found.error ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      {here ? (
        <>
          <output className={classes['finding']}>
            {here.units.length === 0
              ? t('place.here.none', { day })
              : here.known
                ? t('place.here.known', { day, count: here.units.length })
                : t('place.here.unknown', { day, known: formatDay(here.knownFrom) })}
          </output>
          {here.units.length > 0 ? (
            <DataTable
              label={t('place.here.table')}
              columns={columns}
              rows={here.units}
              rowKey={({ place: unit }) => unit.id}
            />
          ) : null}
        </>
      ) : null}
    </section>
  );
}

function useColumns(): readonly Column<PlaceCover>[] {
  const t = useText();
  const words = usePlaceWords();
  return [
    {
      key: 'name',
      label: t('places.column.name'),
      heads: true,
      render: ({ place }) => <PlaceLink place={place} long />,
    },
    { key: 'part', label: t('places.column.part'), render: ({ kind, weight }) => words.part(kind, weight) },
    { key: 'code', label: t('places.column.code'), numeric: true, render: ({ place }) => place.code },
  ];
}
