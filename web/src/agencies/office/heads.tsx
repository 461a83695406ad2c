import { formatDay } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import classes from '../agencies.module.css';
import { AddButton, RecordButtons, useActColumn } from '../edit/edit-buttons.tsx';
import type { HeadOfOffice, OfficeOfPlace } from '../record-kinds.ts';
import { pickShown } from '../shown-records.ts';
import { StandingWords } from '../standing-words.tsx';
import { HeadPicture } from './head-picture.tsx';
import own from './office.module.css';

/** Who answers for the office on the day, then everybody who headed it or was a deputy, drawn and as a table. */
export function Heads({ office, on }: { office: OfficeOfPlace; on: string }) {
  const t = useText();
  const { accountable } = office;
  const all = pickShown(office.heads, true);
  const drawn = all.filter(({ standing }) => standing !== 'withdrawn');
  const columns: readonly Column<HeadOfOffice>[] = [
    {
      key: 'name',
      label: t('record.head.name'),
      heads: true,
      render: ({ name, charge }) => (
        <>
          {name}
          {charge === null ? null : (
            <>
              <br />
              <span className={classes['soft']}>{charge}</span>
            </>
          )}
        </>
      ),
    },
    { key: 'title', label: t('record.head.title'), render: ({ title }) => title },
    { key: 'role', label: t('record.head.role'), render: ({ role }) => t(`record.head.role.${role}`) },
    { key: 'period', label: t('register.column.period'), render: (head) => <StandingWords record={head} /> },
    ...useActColumn<HeadOfOffice>((head) => <RecordButtons record={head} name={head.name} />),
  ];
  return (
    <section className={classes['section']} aria-labelledby="dung-dau">
      <div className={classes['head']}>
        <h2 id="dung-dau">{t('heads.title')}</h2>
        <AddButton kind="head" fixed={{ officeId: office.id }} />
      </div>
      <p className={classes['finding']}>
        {accountable === null
          ? t('heads.nobody', { day: formatDay(on) })
          : t('heads.who', {
              day: formatDay(on),
              name: accountable.name,
              title: accountable.title,
              since: formatDay(accountable.validFrom),
            })}
      </p>
      {all.length === 0 ? null : (
        <div className={own['drawn']}>
          {drawn.length > 0 ? <HeadPicture stretches={drawn} on={on} /> : null}
          <DataTable label={t('heads.title')} columns={columns} rows={all} rowKey={({ id }) => id} />
        </div>
      )}
    </section>
  );
}
