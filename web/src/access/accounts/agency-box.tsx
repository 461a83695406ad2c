import { searchAgencies } from '@mangnon/domain/agencies/agencies.api.ts';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../platform/api.ts';
import { useText } from '../../platform/language.tsx';

export interface ChosenAgency {
  readonly id: string;
  readonly name: string;
}

/** One agency of the register, found as one types by name or abbreviation, accents optional. */
export function AgencyBox({
  label,
  description,
  value,
  onAgency,
  error,
}: {
  label: string;
  description?: string;
  value: ChosenAgency | null;
  onAgency: (agency: ChosenAgency | null) => void;
  error?: string | undefined;
}) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed.trim(), 150);
  // What stands in the box after a choice is the name chosen, and no question.
  const words = settled === value?.name ? '' : settled;
  const found = useQuery({
    queryKey: ['agencies', words],
    queryFn: ({ signal }) => call(searchAgencies, { query: { q: words, limit: 20 }, signal }),
    enabled: words !== '',
    placeholderData: (before) => before,
    staleTime: 300_000,
  });
  const hits: readonly ChosenAgency[] = words === '' ? [] : (found.data?.agencies ?? []);
  const offered = value === null || hits.some(({ id }) => id === value.id) ? hits : [...hits, value];
  return (
    <Select
      label={label}
      {...(description === undefined ? {} : { description })}
      error={error}
      searchable
      clearable
      value={value?.id ?? null}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(id) => onAgency(offered.find((agency) => agency.id === id) ?? null)}
      data={offered.map(({ id, name }) => ({ value: id, label: name }))}
      filter={({ options }) => options}
      nothingFoundMessage={t(words !== '' && found.data ? 'holding.agency.none' : 'holding.agency.type')}
      clearButtonProps={{ 'aria-label': t('holding.agency.clear') }}
      autoComplete="off"
    />
  );
}
