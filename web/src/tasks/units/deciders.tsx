import type { Heads } from '@mangnon/domain/tasks/units.api.ts';
import { useText } from '../../platform/language.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { waitKinds, Waits } from './waits.tsx';
import classes from './units.module.css';

type Decider = Heads['deciders'][number];

/** What waits for the decision of each place, and who heads its committee. */
export function Deciders({ deciders, today }: Pick<Heads, 'deciders' | 'today'>) {
  const t = useText();
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
          <DataTable
            label={t('accountable.decide')}
            columns={columns}
            rows={deciders}
            rowKey={({ place }) => place.placeId}
          />
        </>
      )}
    </section>
  );
}
