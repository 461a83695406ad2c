import type { PlaceBrief } from '@mangnon/domain/places/places.api.ts';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../platform/language.tsx';
import { usePlaceWords } from './place-words.ts';
import { placeSearchQuery } from './places.queries.ts';

export type ChosenPlace = Pick<PlaceBrief, 'id' | 'fullName' | 'above'>;

/** One unit that stands on a day, found as one types, by any spelling. */
export function PlaceBox({
  label,
  description,
  on,
  value,
  onPlace,
  error,
}: {
  label: string;
  description?: string;
  on: string;
  value: ChosenPlace | null;
  onPlace: (place: ChosenPlace | null) => void;
  error?: string | undefined;
}) {
  const t = useText();
  const { named } = usePlaceWords();
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed.trim(), 150);
  // What stands in the box after a choice is the name chosen, and no question.
  const words = settled.length > 1 && settled !== (value && named(value)) ? settled : '';
  const found = useQuery(placeSearchQuery(words, on));
  const hits = words === '' ? [] : (found.data?.places ?? []).filter(({ standing }) => standing === 'stood');
  const offered: readonly ChosenPlace[] =
    value === null || hits.some(({ id }) => id === value.id) ? hits : [...hits, value];
  return (
    <Select
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      label={label}
      {...(description === undefined ? {} : { description })}
      error={error}
      searchable
      value={value?.id ?? null}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(id) => onPlace(offered.find((place) => place.id === id) ?? null)}
      data={offered.map((place) => ({ value: place.id, label: named(place) }))}
      // The server has matched spellings and abbreviations already.
      filter={({ options }) => options}
      nothingFoundMessage={words !== '' && found.data ? t('places.box.none') : t('places.box.type')}
      allowDeselect={false}
      autoComplete="off"
    />
  );
}
