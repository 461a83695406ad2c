import { mostBirthYears } from '@mangnon/domain/children/name-keys.ts';
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useText } from '../../platform/language.tsx';
import { getToday } from '../../platform/today.ts';
import classes from '../children.module.css';
import { childSearchQuery, type NameAsked } from '../children.queries.ts';
import { ChildTable } from './child-table.tsx';

/** By name, asked for by a button and never as one types: each search of a child stands in the audit trail. */
export function ChildSearch({ onAsked }: { onAsked: (asked: boolean) => void }) {
  const t = useText();
  const year = Number(getToday().slice(0, 4));
  const [name, setName] = useState('');
  const [from, setFrom] = useState(String(year - 16));
  const [to, setTo] = useState(String(year));
  const [asked, setAsked] = useState<NameAsked | null>(null);
  const [checked, setChecked] = useState(false);
  const found = useQuery(childSearchQuery(asked ?? { name: '', from: year, to: year }));
  const fault = faultOf(name, Number(from), Number(to));

  function put(next: NameAsked | null) {
    setAsked(next);
    onAsked(next !== null);
  }

  return (
    <>
      <form
        noValidate
        className={classes['asked']}
        onSubmit={(event) => {
          event.preventDefault();
          setChecked(true);
          if (fault === null) put({ name: name.trim(), from: Number(from), to: Number(to) });
        }}
      >
        <TextInput
          data-search
          type="search"
          label={t('children.search')}
          description={t('children.search.hint')}
          value={name}
          maxLength={120}
          autoComplete="off"
          error={checked && fault === 'name' ? t('children.fault.needed') : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          className={classes['year'] ?? ''}
          label={t('children.search.from')}
          value={from}
          inputMode="numeric"
          maxLength={4}
          error={checked && fault === 'years' ? t('children.fault.years', { most: mostBirthYears }) : undefined}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          className={classes['year'] ?? ''}
          label={t('children.search.to')}
          value={to}
          inputMode="numeric"
          maxLength={4}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <Button type="submit" variant="default">
          {t('children.search.action')}
        </Button>
        {asked ? (
          <Button variant="subtle" onClick={() => put(null)}>
            {t('children.search.all')}
          </Button>
        ) : null}
      </form>
      {asked && found.error ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      {asked && found.isPending ? <output>{t('app.loading', { what: t('children.what') })}</output> : null}
      {asked && found.data ? (
        <>
          <output>{t('children.search.found', { count: found.data.children.length, name: asked.name })}</output>
          {found.data.children.length > 0 ? (
            <ChildTable label={t('children.search.table')} rows={found.data.children} />
          ) : null}
          {found.data.more ? <p>{t('children.search.more')}</p> : null}
        </>
      ) : null}
    </>
  );
}

function faultOf(name: string, from: number, to: number): 'name' | 'years' | null {
  if (name.trim() === '') return 'name';
  const whole = Number.isInteger(from) && Number.isInteger(to) && from >= 1990;
  return whole && from <= to && to - from < mostBirthYears ? null : 'years';
}
