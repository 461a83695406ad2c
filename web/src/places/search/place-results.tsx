import type { PlaceHit } from '@mangnon/domain/places/places.api.ts';
import { useText } from '../../platform/language.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { PlaceLink } from '../place-link.tsx';
import { usePlaceWords } from '../place-words.ts';
import classes from './places.module.css';

/** What was found, each old name with what it belongs to now. */
export function PlaceResults({ places }: { places: readonly PlaceHit[] }) {
  const t = useText();
  const columns = useColumns();
  return <DataTable label={t('places.results')} columns={columns} rows={places} rowKey={(hit) => hit.id} />;
}

function useColumns(): readonly Column<PlaceHit>[] {
  const t = useText();
  const words = usePlaceWords();
  return [
    {
      key: 'name',
      label: t('places.column.name'),
      heads: true,
      render: (hit) => <PlaceLink place={hit} />,
    },
    { key: 'above', label: t('places.column.above'), render: (hit) => hit.above },
    { key: 'now', label: t('places.column.now'), width: '34%', render: (hit) => <Now hit={hit} /> },
    { key: 'validity', label: t('places.column.validity'), render: (hit) => words.validity(hit) },
    { key: 'code', label: t('places.column.code'), numeric: true, render: (hit) => hit.code },
  ];
}

function Now({ hit }: { hit: PlaceHit }) {
  const t = useText();
  const words = usePlaceWords();
  if (hit.standing === 'stood') return <>{t('places.now.stands')}</>;
  if (hit.standing !== 'ended') return <>{t(`places.now.${hit.standing}`)}</>;
  if (hit.now.length === 0) return <span className={classes['soft']}>{t('places.now.none')}</span>;
  return (
    <ul className={classes['now']}>
      {hit.now.map(({ place, kind, weight }) => (
        <li key={place.id}>
          <PlaceLink place={place} long /> {kind === 'whole' ? null : `(${words.part(kind, weight)})`}
        </li>
      ))}
    </ul>
  );
}
