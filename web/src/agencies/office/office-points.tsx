import { useText } from '../../platform/language.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { useAgencyWords } from '../agency-words.ts';
import classes from '../agencies.module.css';
import { AddButton, RecordButtons, useActColumn } from '../edit/edit-buttons.tsx';
import { OnDuty } from '../on-duty.tsx';
import { PhoneLink } from '../phone-link.tsx';
import type { OfficeOfPlace, PointOfOffice } from '../record-kinds.ts';
import { pickShown } from '../shown-records.ts';
import { StandingWords } from '../standing-words.tsx';

/** Where the office receives reports: the telephones, their hours, and those before them. */
export function OfficePoints({ office }: { office: OfficeOfPlace }) {
  const t = useText();
  const words = useAgencyWords();
  const all = pickShown(office.focalPoints, true);
  const columns: readonly Column<PointOfOffice>[] = [
    { key: 'name', label: t('points.column.name'), heads: true, render: ({ name }) => name },
    {
      key: 'phone',
      label: t('points.column.phone'),
      render: ({ phone, name }) => <PhoneLink phone={phone} name={name} />,
    },
    {
      key: 'hours',
      label: t('points.column.hours'),
      render: ({ hours, onDutyNow, standing }) => (
        <>
          {words.hours(hours)}
          {standing === 'stands' ? (
            <>
              <br />
              <OnDuty now={onDutyNow} />
            </>
          ) : null}
        </>
      ),
    },
    { key: 'period', label: t('register.column.period'), render: (point) => <StandingWords record={point} /> },
    ...useActColumn<PointOfOffice>((point) => <RecordButtons record={point} name={point.name} />),
  ];
  return (
    <section className={classes['section']} aria-labelledby="dau-moi">
      <div className={classes['head']}>
        <h2 id="dau-moi">{t('points.title')}</h2>
        <AddButton kind="focal_point" fixed={{ officeId: office.id }} />
      </div>
      {all.length === 0 ? (
        <p className={classes['soft']}>{t('points.office.none')}</p>
      ) : (
        <DataTable label={t('points.title')} columns={columns} rows={all} rowKey={({ id }) => id} />
      )}
    </section>
  );
}
