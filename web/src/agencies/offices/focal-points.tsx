import type { OfficesPage } from '@mangnon/domain/agencies/offices.api.ts';
import { useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { useAgencyWords } from '../agency-words.ts';
import classes from '../agencies.module.css';
import { RecordButtons, useActColumn } from '../edit/edit-buttons.tsx';
import { OnDuty } from '../on-duty.tsx';
import { PhoneLink } from '../phone-link.tsx';
import type { OfficeOfPlace, PointOfOffice } from '../record-kinds.ts';
import { pickShown } from '../shown-records.ts';
import { StandingWords } from '../standing-words.tsx';

interface Row {
  readonly key: string;
  readonly name: string;
  readonly phone: string;
  readonly hours: PointOfOffice['hours'];
  readonly onDutyNow: boolean;
  /** Null for a national line. */
  readonly office: OfficeOfPlace | null;
  readonly point: PointOfOffice | null;
}

/** Where reports about children are received, the lines of the whole country first. */
export function FocalPoints({ page, history }: { page: OfficesPage; history: boolean }) {
  const t = useText();
  const columns = useColumns();
  const rows: Row[] = [
    ...page.nationalLines.map((line) => ({ ...line, key: line.phone, office: null, point: null })),
    ...page.offices.flatMap((office) =>
      pickShown(office.focalPoints, history).map((point) => ({ ...point, key: point.id, office, point })),
    ),
  ];
  return (
    <section className={classes['section']} aria-labelledby="dau-moi">
      <h2 id="dau-moi">{t('points.title')}</h2>
      <p className={classes['finding']}>{t('points.state')}</p>
      <DataTable label={t('points.title')} columns={columns} rows={rows} rowKey={({ key }) => key} />
      {rows.length === page.nationalLines.length ? <p className={classes['soft']}>{t('points.none')}</p> : null}
    </section>
  );
}

function useColumns(): readonly Column<Row>[] {
  const t = useText();
  const words = useAgencyWords();
  return [
    { key: 'name', label: t('points.column.name'), heads: true, render: ({ name }) => name },
    {
      key: 'phone',
      label: t('points.column.phone'),
      render: ({ phone, name }) => <PhoneLink phone={phone} name={name} />,
    },
    {
      key: 'hours',
      label: t('points.column.hours'),
      render: ({ hours, onDutyNow }) => (
        <>
          {words.hours(hours)}
          <br />
          <OnDuty now={onDutyNow} />
        </>
      ),
    },
    {
      key: 'office',
      label: t('points.column.office'),
      render: ({ office }) =>
        office === null ? (
          t('points.national')
        ) : (
          <PageLink to="/co-quan/noi/$placeId/$officeId" params={{ placeId: office.placeId, officeId: office.id }}>
            {office.name}
          </PageLink>
        ),
    },
    {
      key: 'period',
      label: t('register.column.period'),
      render: ({ point }) => (point === null ? '–' : <StandingWords record={point} />),
    },
    ...useActColumn<Row>(({ point, name }) => (point === null ? null : <RecordButtons record={point} name={name} />)),
  ];
}
