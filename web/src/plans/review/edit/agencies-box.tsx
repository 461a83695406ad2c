import { searchAgencies } from '@mangnon/domain/agencies/agencies.api.ts';
import { TagsInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../platform/api.ts';
import { useText } from '../../../platform/language.tsx';
import { useField } from './use-field.ts';

/** Agencies as tags: suggestions by name or alias from the registry, and any other name as it is written. */
export function AgenciesBox({ factId, field, label }: { factId: string; field: string; label: string }) {
  const t = useText();
  const box = useField(factId, field);
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search.trim(), 150);
  const suggestions = useQuery({
    queryKey: ['agencies', asked],
    queryFn: ({ signal }) => call(searchAgencies, { query: { q: asked, limit: 8 }, signal }),
    enabled: asked.length > 0,
    placeholderData: (before) => before,
    staleTime: 300_000,
  });
  const names = suggestions.data?.agencies ?? [];
  const aliases = new Map(names.map((agency) => [agency.name, agency.matched]));
  return (
    <TagsInput
      label={label}
      placeholder={t('review.agencies.hint')}
      value={Array.isArray(box.value) ? (box.value as string[]) : []}
      error={box.problem}
      onChange={(next) => box.choose(next)}
      searchValue={search}
      onSearchChange={setSearch}
      onBlur={box.onBlur}
      data={asked === '' ? [] : [...aliases.keys()]}
      // The server has matched name, alias and accents already.
      filter={({ options }) => options}
      renderOption={({ option }) => <AgencyOption name={option.value} alias={aliases.get(option.value) ?? null} />}
      splitChars={[';']}
      acceptValueOnBlur
      clearable={false}
      comboboxProps={{ withinPortal: true }}
    />
  );
}

function AgencyOption({ name, alias }: { name: string; alias: string | null }) {
  return (
    <span>
      {name}
      {alias ? <small> ({alias})</small> : null}
    </span>
  );
}
