import { fold } from '@mangnon/domain/kernel/fold.ts';
import type { OfficesPage } from '@mangnon/domain/agencies/offices.api.ts';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import classes from '../agencies.module.css';
import { AddButton } from '../edit/edit-buttons.tsx';
import { PhoneLink } from '../phone-link.tsx';
import type { OfficeOfPlace } from '../record-kinds.ts';
import { pickShown } from '../shown-records.ts';
import { StandingWords } from '../standing-words.tsx';

/** From here on a list is searched, not read. */
const many = 8;

/** The offices of the place with who answers for each. */
export function OfficeList({ page, history }: { page: OfficesPage; history: boolean }) {
  const t = useText();
  const [words, setWords] = useState('');
  const all = pickShown(page.offices, history);
  const wanted = fold(words).split(' ').filter(Boolean);
  const shown = all.filter(({ name, agencyName, heads }) => {
    const text = fold([name, agencyName, ...heads.map((head) => head.name)].join(' '));
    return wanted.every((word) => text.includes(word));
  });
  const columns = useColumns();
  return (
    <section className={classes['section']} aria-labelledby="co-quan">
      <div className={classes['head']}>
        <h2 id="co-quan">{t('offices.list')}</h2>
        <AddButton kind="office" fixed={{ placeId: page.place.id }} />
      </div>
      {all.length > many ? (
        <TextInput
          data-search
          type="search"
          label={t('offices.search')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          className={classes['search'] ?? ''}
          maw={480}
          mb={8}
        />
      ) : null}
      {all.length === 0 ? (
        <EmptyState title={t('offices.none')}>
          <p>{t(page.can.edit ? 'offices.none.edit' : 'offices.none.read')}</p>
        </EmptyState>
      ) : (
        <DataTable label={t('offices.list')} columns={columns} rows={shown} rowKey={({ id }) => id} />
      )}
      {all.length > 0 && shown.length === 0 ? <output>{t('offices.search.none', { words })}</output> : null}
    </section>
  );
}

function useColumns(): readonly Column<OfficeOfPlace>[] {
  const t = useText();
  return [
    {
      key: 'name',
      label: t('offices.column.name'),
      heads: true,
      render: ({ id, placeId, name, agencyName }) => (
        <>
          <PageLink to="/co-quan/noi/$placeId/$officeId" params={{ placeId, officeId: id }}>
            {name}
          </PageLink>
          {agencyName === name ? null : (
            <>
              <br />
              <span className={classes['soft']}>{agencyName}</span>
            </>
          )}
        </>
      ),
    },
    {
      key: 'head',
      label: t('offices.column.head'),
      render: ({ accountable }) =>
        accountable === null ? (
          <span className={classes['soft']}>{t('charge.head.none')}</span>
        ) : (
          `${accountable.name}, ${accountable.title}`
        ),
    },
    {
      key: 'phone',
      label: t('offices.column.phone'),
      render: ({ phone, name }) => (phone === null ? '–' : <PhoneLink phone={phone} name={name} />),
    },
    { key: 'address', label: t('offices.column.address'), render: ({ address }) => address ?? '–' },
    { key: 'period', label: t('register.column.period'), render: (office) => <StandingWords record={office} /> },
  ];
}
