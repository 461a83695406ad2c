import { fold } from '@mangnon/domain/kernel/fold.ts';
import { agencyLevels } from '@mangnon/domain/agencies/agency.ts';
import type { listAgencies } from '@mangnon/domain/agencies/agencies.api.ts';
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { DayBox } from '../../platform/day-box.tsx';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatDay } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { ButtonLink, PageLink } from '../../platform/links.tsx';
import { getToday } from '../../platform/today.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { registerQuery } from '../agencies.queries.ts';
import { useAgencyWords } from '../agency-words.ts';
import classes from '../agencies.module.css';

type Agency = z.output<typeof listAgencies.response>['agencies'][number];
type Level = Agency['level'];

/** Agencies whose names, or other names, have every word asked for; accents do not matter. */
export function filterAgencies(agencies: readonly Agency[], words: string): readonly Agency[] {
  const wanted = fold(words).split(' ').filter(Boolean);
  return agencies.filter(({ name, aliases }) => {
    const all = fold([name, ...aliases].join(' '));
    return wanted.every((word) => all.includes(word));
  });
}

/** The register of kinds of agencies: what stands on a day, and what stood before. */
export function Register() {
  const t = useText();
  const [words, setWords] = useState('');
  const [on, setOn] = useState(getToday());
  const [level, setLevel] = useState<Level | ''>('');
  const [ended, setEnded] = useState(false);
  const found = useQuery(registerQuery(on));
  const columns = useColumns();
  const shown = filterAgencies(found.data?.agencies ?? [], words).filter(
    (agency) => (ended || agency.stands) && (level === '' || agency.level === level),
  );
  return (
    <section className={classes['section']} aria-labelledby="danh-muc">
      <div className={classes['head']}>
        <h2 id="danh-muc">{t('register.title')}</h2>
        {found.data?.can.add ? (
          <ButtonLink variant="default" to="/co-quan/them-vao-danh-muc">
            {t('register.add')}
          </ButtonLink>
        ) : null}
      </div>
      <p className={classes['finding']}>{t('register.state')}</p>
      <div className={classes['tools']}>
        <TextInput
          data-search
          type="search"
          label={t('register.search')}
          description={t('register.search.hint')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          className={classes['search'] ?? ''}
        />
        <NativeSelect
          label={t('register.level')}
          value={level}
          onChange={(event) => setLevel(event.currentTarget.value as Level | '')}
          data={[
            { value: '', label: t('register.level.all') },
            ...agencyLevels.map((one) => ({ value: one, label: t(`agencies.level.${one}`) })),
          ]}
        />
        <DayBox label={t('places.day')} value={on} onDay={setOn} />
        <Checkbox
          label={t('register.ended')}
          checked={ended}
          onChange={(event) => setEnded(event.currentTarget.checked)}
          mb={6}
        />
      </div>
      {found.error ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.data ? (
        <output className={classes['finding']}>
          {t('register.found', { count: shown.length, day: formatDay(found.data.on) })}
        </output>
      ) : null}
      {found.data && shown.length === 0 ? <p className={classes['soft']}>{t('register.none')}</p> : null}
      {shown.length > 0 ? (
        <DataTable label={t('register.title')} columns={columns} rows={shown} rowKey={({ id }) => id} />
      ) : null}
    </section>
  );
}

function useColumns(): readonly Column<Agency>[] {
  const t = useText();
  const words = useAgencyWords();
  return [
    {
      key: 'name',
      label: t('register.column.name'),
      heads: true,
      render: ({ id, name }) => (
        <PageLink to="/co-quan/danh-muc/$agencyId" params={{ agencyId: id }}>
          {name}
        </PageLink>
      ),
    },
    { key: 'aliases', label: t('register.column.aliases'), render: ({ aliases }) => aliases.join(', ') || '–' },
    {
      key: 'level',
      label: t('register.column.level'),
      render: ({ level, place }) => (
        <>
          {t(`agencies.level.${level}`)}
          {place === null ? null : (
            <>
              <br />
              <span className={classes['soft']}>{place.fullName}</span>
            </>
          )}
        </>
      ),
    },
    {
      key: 'duties',
      label: t('register.column.duties'),
      render: ({ duties }) => duties.map(words.duty).join('; ') || '–',
    },
    {
      key: 'period',
      label: t('register.column.period'),
      render: (agency) => (agency.validFrom === null && agency.validTo === null ? '–' : words.period(agency)),
    },
  ];
}
