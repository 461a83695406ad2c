import { searchAgencies } from '@mangnon/domain/agencies/agencies.api.ts';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../platform/api.ts';
import { useText } from '../../platform/language.tsx';

/** One agency of the register, found as one types, by name or other name. */
export function AgencyBox({
  label,
  value,
  known,
  error,
  onAgency,
}: {
  label: string;
  /** The name of the agency it begins with, where there is one. */
  known: { readonly id: string; readonly name: string } | null;
  /** Its id; `''` where none is chosen yet. */
  value: string;
  error: string | undefined;
  onAgency: (agency: { readonly id: string; readonly name: string }) => void;
}) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), 150);
  const found = useQuery({
    queryKey: ['agencies', asked],
    queryFn: ({ signal }) => call(searchAgencies, { query: { q: asked, limit: 20 }, signal }),
    enabled: asked.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 300_000,
  });
  const hits = found.data?.agencies ?? [];
  const offered = hits.map(({ id, name, level, place }) => ({
    value: id,
    label: t('record.agency.option', { name, level: place ?? t(`agencies.level.${level as 'province'}`) }),
  }));
  const [chosen, setChosen] = useState(known === null ? null : { value: known.id, label: known.name });
  const data = chosen === null || offered.some((one) => one.value === chosen.value) ? offered : [...offered, chosen];
  return (
    <Select
      label={label}
      error={error}
      searchable
      value={value === '' ? null : value}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(id) => {
        const agency = hits.find((one) => one.id === id);
        if (!agency) return;
        setChosen(offered.find((one) => one.value === id) ?? null);
        onAgency(agency);
      }}
      data={data}
      filter={({ options }) => options}
      nothingFoundMessage={asked !== '' && found.data ? t('record.agency.none') : t('record.agency.type')}
      allowDeselect={false}
      autoComplete="off"
    />
  );
}
