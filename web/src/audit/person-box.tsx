import { listAccounts } from '@mangnon/domain/access/accounts.api.ts';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../platform/api.ts';
import { useText } from '../platform/language.tsx';

interface Chosen {
  readonly id: string;
  readonly name: string;
}

/** One person who signs in, found as one types the name, accents optional. */
export function PersonBox({
  label,
  description,
  value,
  onPerson,
}: {
  label: string;
  description: string;
  value: Chosen | null;
  onPerson: (person: Chosen | null) => void;
}) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed.trim(), 250);
  const words = settled.length > 1 && !settled.startsWith(value?.name || '\n') ? settled : '';
  const found = useQuery({
    queryKey: ['people', words],
    queryFn: ({ signal }) => call(listAccounts, { query: { q: words }, signal }),
    enabled: words !== '',
    staleTime: 60_000,
  });
  const hits = (found.data?.accounts ?? []).map(({ id, name, login, title }) => ({
    id,
    name,
    told: [name, title || login].join(', '),
  }));
  const offered =
    value === null || hits.some(({ id }) => id === value.id) ? hits : [...hits, { ...value, told: value.name }];
  return (
    <Select
      label={label}
      description={description}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      w={300}
      searchable
      clearable
      value={value?.id ?? null}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(id) => onPerson(offered.find((one) => one.id === id) ?? null)}
      data={offered.map(({ id, told }) => ({ value: id, label: told }))}
      filter={({ options }) => options}
      nothingFoundMessage={t(words !== '' && found.data ? 'audit.person.none' : 'audit.person.type')}
      clearButtonProps={{ 'aria-label': t('audit.person.clear') }}
      autoComplete="off"
    />
  );
}
