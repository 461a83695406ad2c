import type { Heads } from '@mangnon/domain/tasks/units.api.ts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../platform/language.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { waitKinds, Waits } from './waits.tsx';
import classes from './units.module.css';

type Decider = Heads['deciders'][number];

/** Shown before more are asked for. */
const few = 5;

/** Since when the oldest of what waits there does; one without a day comes last. */
const oldest = (row: Decider) => waitKinds.flatMap((kind) => row[kind]?.since ?? []).toSorted()[0] ?? '9999';

/** What waits for the decision of each place, and who heads its committee. */
export function Deciders({ deciders, today }: Pick<Heads, 'deciders' | 'today'>) {
  const t = useText();
  const [shown, setShown] = useState(few);
  const sorted = deciders.toSorted((one, other) => oldest(one).localeCompare(oldest(other)));
  const columns: Column<Decider>[] = [
    {
      key: 'place',
      label: t('accountable.decide.place'),
      heads: true,
      width: '34%',
      render: ({ place, head }) => (
        <>
          {place.name}
          <br />
          <span className={classes['soft']}>
            {head === null ? t('accountable.nobody') : `${head.name}, ${head.title}`}
          </span>
        </>
      ),
    },
    ...waitKinds.map((kind) => ({
      key: kind,
      label: t(`accountable.decide.${kind}`),
      render: (row: Decider) => <Waits kind={kind} toDecide={row} place={row.place} today={today} />,
    })),
  ];
  return (
    <section aria-labelledby="cho-quyet-dinh" className={classes['section']}>
      <h2 id="cho-quyet-dinh">{t('accountable.decide')}</h2>
      {deciders.length === 0 ? (
        <p className={classes['soft']}>{t('accountable.decide.none')}</p>
      ) : (
        <>
          <p className={`${classes['soft']} ${classes['finding']}`}>{t('accountable.decide.hint')}</p>
          <div className={classes['table']}>
            <DataTable
              label={t('accountable.decide')}
              columns={columns}
              rows={sorted.slice(0, shown)}
              rowKey={({ place }) => place.placeId}
            />
          </div>
          {shown < sorted.length ? (
            <Button variant="default" mt="sm" onClick={() => setShown(sorted.length)}>
              {t('accountable.more', { count: sorted.length - shown })}
            </Button>
          ) : null}
        </>
      )}
    </section>
  );
}
