import type { PlaceLink as Step, PlacePage } from '@mangnon/domain/places/places.api.ts';
import { formatDay } from '../../platform/format.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { PlaceLink } from '../place-link.tsx';
import { usePlaceWords } from '../place-words.ts';
import { HistoryPicture } from './history-picture.tsx';
import classes from './place.module.css';

interface Row {
  readonly key: string;
  readonly step: Step;
  readonly back: boolean;
}

/** What it came from and what became of it: the finding, the picture, and the same as a table beside it. */
export function PlaceHistory({ page }: { page: PlacePage }) {
  const t = useText();
  const { language } = useLanguage();
  const { place, predecessors, successors, before, after } = page;
  const columns = useColumns(page);
  const rows: Row[] = [
    ...predecessors.map((step) => ({ key: `< ${step.place.id}`, step, back: true })),
    ...successors.map((step) => ({ key: `> ${step.place.id}`, step, back: false })),
  ];
  const told = [
    predecessors.length > 0 ? t('place.history.came', { name: place.fullName, count: predecessors.length }) : null,
    successors.length > 0 ? t('place.history.became', { name: place.fullName, count: successors.length }) : null,
  ].filter((sentence) => sentence !== null);
  return (
    <section className={classes['section']} aria-labelledby="truoc-va-sau">
      <h2 id="truoc-va-sau">{t('place.history')}</h2>
      {rows.length === 0 ? (
        <p className={classes['soft']}>{t('place.history.none')}</p>
      ) : (
        <>
          <p className={classes['finding']}>
            {told.map((sentence) => `${sentence}.`).join(' ')}{' '}
            {predecessors.length > 0 ? before.sentence[language] : null}{' '}
            {after !== null && successors.length > 0 ? after.sentence[language] : null}
          </p>
          <div className={classes['drawn']}>
            <HistoryPicture page={page} />
            <DataTable label={t('place.history.table')} columns={columns} rows={rows} rowKey={({ key }) => key} />
          </div>
        </>
      )}
    </section>
  );
}

function useColumns({ place }: PlacePage): readonly Column<Row>[] {
  const t = useText();
  const words = usePlaceWords();
  return [
    {
      key: 'before',
      label: t('places.column.before'),
      heads: true,
      render: ({ step, back }) => (back ? <PlaceLink place={step.place} long /> : place.fullName),
    },
    {
      key: 'after',
      label: t('places.column.after'),
      render: ({ step, back }) => (back ? place.fullName : <PlaceLink place={step.place} long />),
    },
    { key: 'part', label: t('places.column.part'), render: ({ step }) => words.part(step.kind, step.weight) },
    { key: 'day', label: t('places.column.day'), render: ({ step }) => formatDay(step.on) },
    { key: 'trust', label: t('places.column.trust'), render: ({ step }) => words.trust(step.trust) },
  ];
}
