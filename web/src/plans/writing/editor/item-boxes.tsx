import { searchAgencies } from '@mangnon/domain/agencies/agencies.api.ts';
import type { ManuscriptItem } from '@mangnon/domain/plans/writing/manuscript-item.ts';
import { Autocomplete, NativeSelect, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../platform/api.ts';
import { useText } from '../../../platform/language.tsx';
import type { FieldForm } from '../../review/edit/use-field.ts';
import { maybeText } from '../../review/edit/field-forms.ts';
import { useItemField } from '../desk/use-desk.ts';

interface BoxProps {
  readonly item: ManuscriptItem;
  readonly field: string;
  readonly label: string;
  readonly form?: FieldForm;
  readonly placeholder?: string;
  readonly description?: string;
  readonly className?: string | undefined;
}

/** One line of text. */
export function LineBox({ item, field, label, form, ...rest }: BoxProps) {
  const box = useItemField(item, field, form);
  return (
    <TextInput
      label={label}
      value={box.text}
      error={box.problem}
      onChange={(event) => box.onText(event.currentTarget.value)}
      onBlur={box.onBlur}
      autoComplete="off"
      {...rest}
    />
  );
}

/** Words of any length; the box grows with them. */
export function ItemWords({ item, field, label, first = false }: BoxProps & { first?: boolean }) {
  const box = useItemField(item, field);
  return (
    <Textarea
      label={label}
      value={box.text}
      error={box.problem}
      onChange={(event) => box.onText(event.currentTarget.value)}
      onBlur={box.onBlur}
      autosize
      minRows={2}
      maxRows={16}
      spellCheck={false}
      {...(first ? { 'data-first': true } : {})}
    />
  );
}

/** One of a few values; the empty one stands for none where there may be none. */
export function ChoiceOf({
  item,
  field,
  label,
  choices,
  name,
  none,
}: BoxProps & { choices: readonly string[]; name: (choice: string) => string; none?: string }) {
  const box = useItemField(item, field);
  const data = choices.map((value) => ({ value, label: name(value) }));
  return (
    <NativeSelect
      label={label}
      value={typeof box.value === 'string' ? box.value : ''}
      error={box.problem}
      data={none === undefined ? data : [{ value: '', label: none }, ...data]}
      onChange={(event) => box.choose(event.currentTarget.value === '' ? null : event.currentTarget.value)}
    />
  );
}

function useAgencies(words: string) {
  const [asked] = useDebouncedValue(words.trim(), 150);
  const found = useQuery({
    queryKey: ['agencies', asked],
    queryFn: ({ signal }) => call(searchAgencies, { query: { q: asked, limit: 8 }, signal }),
    enabled: asked !== '',
    placeholderData: (before) => before,
    staleTime: 300_000,
  });
  return asked === '' ? [] : [...new Set((found.data?.agencies ?? []).map(({ name }) => name))];
}

/** Agencies as tags: suggestions by name or alias from the register, and any other name as it is written. */
export function AgencyTags({ item, field, label }: BoxProps) {
  const t = useText();
  const box = useItemField(item, field);
  const [search, setSearch] = useState('');
  return (
    <TagsInput
      label={label}
      placeholder={t('writing.agencies.hint')}
      value={Array.isArray(box.value) ? (box.value as string[]) : []}
      error={box.problem}
      onChange={(next) => box.choose(next)}
      searchValue={search}
      onSearchChange={setSearch}
      data={useAgencies(search)}
      filter={({ options }) => options}
      splitChars={[';']}
      acceptValueOnBlur
      clearable={false}
    />
  );
}

/** One agency, or none. */
export function OneAgency({ item, field, label }: BoxProps) {
  const box = useItemField(item, field, maybeText);
  return (
    <Autocomplete
      label={label}
      value={box.text}
      error={box.problem}
      onChange={box.onText}
      onBlur={box.onBlur}
      data={useAgencies(box.text)}
      filter={({ options }) => options}
    />
  );
}

/** Lines of a list, one below the other: recipients. */
export function ListBox({ item, field, label, description }: BoxProps) {
  const box = useItemField(item, field, lines);
  return (
    <Textarea
      label={label}
      description={description}
      value={box.text}
      error={box.problem}
      onChange={(event) => box.onText(event.currentTarget.value)}
      onBlur={box.onBlur}
      autosize
      minRows={3}
    />
  );
}

const lines: FieldForm = {
  show: (value) => (Array.isArray(value) ? value.map(String).join('\n') : ''),
  read: (text) => ({
    ok: true,
    value: text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  }),
};
