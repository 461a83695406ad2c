import { searchAgencies } from '@mangnon/domain/agencies/agencies.api.ts';
import { Autocomplete } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../../platform/api.ts';
import { useField } from './use-field.ts';

/** One agency, or none: suggestions from the registry, and any other name as it is written. */
export function OneAgencyBox({ factId, field, label }: { factId: string; field: string; label: string }) {
  const box = useField(factId, field);
  const [asked] = useDebouncedValue(box.text.trim(), 150);
  const suggestions = useQuery({
    queryKey: ['agencies', asked],
    queryFn: ({ signal }) => call(searchAgencies, { query: { q: asked, limit: 8 }, signal }),
    enabled: asked.length > 0,
    placeholderData: (before) => before,
    staleTime: 300_000,
  });
  return (
    <Autocomplete
      label={label}
      value={box.text}
      error={box.problem}
      onChange={box.onText}
      onBlur={box.onBlur}
      data={[...new Set((suggestions.data?.agencies ?? []).map((agency) => agency.name))]}
      filter={({ options }) => options}
    />
  );
}
