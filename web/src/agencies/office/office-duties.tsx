import { useText } from '../../platform/language.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { useAgencyWords } from '../agency-words.ts';
import classes from '../agencies.module.css';
import { AddButton, RecordButtons, useActColumn } from '../edit/edit-buttons.tsx';
import type { OfficeOfPlace } from '../record-kinds.ts';
import { pickShown } from '../shown-records.ts';
import { SourceWords } from '../source-words.tsx';
import { StandingWords } from '../standing-words.tsx';

type Duty = OfficeOfPlace['duties'][number];

/** Duties this very office has been given, where it is otherwise than in general. */
export function OfficeDuties({ office }: { office: OfficeOfPlace }) {
  const t = useText();
  const words = useAgencyWords();
  const all = pickShown(office.duties, true);
  const columns: readonly Column<Duty>[] = [
    { key: 'duty', label: t('agency.duty'), heads: true, render: ({ duty }) => words.duty(duty) },
    { key: 'period', label: t('register.column.period'), render: (duty) => <StandingWords record={duty} /> },
    { key: 'basis', label: t('charge.column.basis'), render: (duty) => <SourceWords source={duty} /> },
    ...useActColumn<Duty>((duty) => <RecordButtons record={duty} name={words.duty(duty.duty)} />),
  ];
  return (
    <section className={classes['section']} aria-labelledby="giao-rieng">
      <div className={classes['head']}>
        <h2 id="giao-rieng">{t('office.duties')}</h2>
        <AddButton kind="office_duty" fixed={{ officeId: office.id }} />
      </div>
      {all.length === 0 ? (
        <p className={classes['soft']}>{t('office.duties.none')}</p>
      ) : (
        <DataTable label={t('office.duties')} columns={columns} rows={all} rowKey={({ id }) => id} />
      )}
    </section>
  );
}
