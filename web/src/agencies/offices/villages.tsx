import type { OfficesPage } from '@mangnon/domain/agencies/offices.api.ts';
import { useText } from '../../platform/language.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import classes from '../agencies.module.css';
import { AddButton, RecordButtons, useActColumn } from '../edit/edit-buttons.tsx';
import { PhoneLink } from '../phone-link.tsx';
import type { VillageOfPlace } from '../record-kinds.ts';
import { pickShown } from '../shown-records.ts';
import { StandingWords } from '../standing-words.tsx';

/** The villages, hamlets and street groups of a commune, each with its collaborators. */
export function Villages({ page, history }: { page: OfficesPage; history: boolean }) {
  const t = useText();
  const shown = pickShown(page.villages, history);
  const without = shown.filter(({ collaborators }) => pickShown(collaborators, false).length === 0).length;
  const columns = useColumns(page.can.seeCollaborators, history);
  return (
    <section className={classes['section']} aria-labelledby="thon">
      <div className={classes['head']}>
        <h2 id="thon">{t('villages.title')}</h2>
        <AddButton kind="village" fixed={{ placeId: page.place.id }} />
      </div>
      {page.can.seeCollaborators ? null : <p className={classes['soft']}>{t('villages.hidden')}</p>}
      {shown.length === 0 ? <p className={classes['soft']}>{t('villages.none')}</p> : null}
      {shown.length > 0 && page.can.seeCollaborators ? (
        <p className={classes['finding']}>{t('villages.state', { count: shown.length, without })}</p>
      ) : null}
      {shown.length > 0 ? (
        <DataTable label={t('villages.title')} columns={columns} rows={shown} rowKey={({ id }) => id} />
      ) : null}
    </section>
  );
}

function useColumns(seen: boolean, history: boolean): readonly Column<VillageOfPlace>[] {
  const t = useText();
  const nameOf = ({ type, name }: VillageOfPlace) =>
    t('villages.name', { type: t(`record.village.type.${type}`), name });
  return [
    { key: 'name', label: t('villages.column.name'), heads: true, render: nameOf },
    {
      key: 'collaborators',
      label: t('villages.column.collaborators'),
      width: '46%',
      render: (village) => (seen ? <Collaborators village={village} history={history} /> : t('villages.hidden.short')),
    },
    { key: 'period', label: t('register.column.period'), render: (village) => <StandingWords record={village} /> },
    ...useActColumn<VillageOfPlace>((village) => (
      <>
        {seen && village.standing !== 'withdrawn' ? (
          <AddButton kind="collaborator" fixed={{ villageId: village.id }} />
        ) : null}
        <RecordButtons record={village} name={nameOf(village)} />
      </>
    )),
  ];
}

function Collaborators({ village, history }: { village: VillageOfPlace; history: boolean }) {
  const t = useText();
  const shown = pickShown(village.collaborators, history);
  if (shown.length === 0) return <span className={classes['soft']}>{t('villages.nobody')}</span>;
  return (
    <ul className={classes['list']}>
      {shown.map((person) => (
        <li key={person.id} className={classes['acts']}>
          <span>
            {person.name} {person.phone === null ? null : <PhoneLink phone={person.phone} name={person.name} />}
            {history ? (
              <>
                {' '}
                (<StandingWords record={person} />)
              </>
            ) : null}
          </span>
          <RecordButtons record={person} name={person.name} />
        </li>
      ))}
    </ul>
  );
}
