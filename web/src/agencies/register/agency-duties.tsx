import type { AgencyPage } from '@mangnon/domain/agencies/agencies.api.ts';
import { useText } from '../../platform/language.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { useAgencyWords } from '../agency-words.ts';
import classes from '../agencies.module.css';
import { SourceWords } from '../source-words.tsx';

type DutyOfAgency = AgencyPage['duties'][number];

/** What the agency is there for, since when, and by what text. */
export function AgencyDuties({ page: { duties, agency } }: { page: Pick<AgencyPage, 'duties' | 'agency'> }) {
  const t = useText();
  const words = useAgencyWords();
  const title = t(agency.place === null ? 'agency.duties' : 'agency.duties.own');
  const columns: readonly Column<DutyOfAgency>[] = [
    {
      key: 'duty',
      label: t('agency.duty'),
      heads: true,
      render: ({ duty, part, note }) => (
        <>
          {words.duty(duty)}
          <br />
          <span className={classes['soft']}>
            {t(`charge.part.${part}`)}
            {note ? ` · ${note}` : null}
          </span>
        </>
      ),
    },
    {
      key: 'period',
      label: t('register.column.period'),
      width: '16rem',
      render: ({ since, until }) => words.period({ validFrom: since, validTo: until }),
    },
    { key: 'basis', label: t('charge.column.basis'), render: (duty) => <SourceWords source={duty} /> },
  ];
  return (
    <section className={classes['section']} aria-labelledby="chuc-nang">
      <h2 id="chuc-nang">{title}</h2>
      {duties.length === 0 ? (
        <p className={classes['soft']}>{t('agency.duties.none')}</p>
      ) : (
        <DataTable label={title} columns={columns} rows={duties} rowKey={({ id }) => id} />
      )}
    </section>
  );
}
