import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useText } from '../../platform/language.tsx';
import { fieldsOf, sexChoices, type Group, type GroupDraft } from './group-fields.ts';

/** The boxes of one group, in the order of the form on paper. */
export function GroupInputs({
  group,
  draft,
  onDraft,
  errorAt,
}: {
  group: Group;
  draft: GroupDraft;
  onDraft: (draft: GroupDraft) => void;
  errorAt: (field: string) => string | undefined;
}) {
  const t = useText();
  return fieldsOf[group].map(({ key, label, hint, kind, most, needed }) => {
    const common = {
      label: t(label),
      error: errorAt(key),
      value: draft[key] ?? '',
      autoComplete: 'off',
      mt: 'sm',
      ...(hint ? { description: t(hint) } : {}),
      ...(needed ? { required: true, withAsterisk: false } : {}),
      onChange: (event: { currentTarget: { value: string } }) =>
        onDraft({ ...draft, [key]: event.currentTarget.value }),
    };
    if (kind === 'text') return <Textarea key={key} {...common} maxLength={most} autosize minRows={3} maxRows={14} />;
    if (kind === 'sex')
      return (
        <NativeSelect
          key={key}
          {...common}
          data={sexChoices.map((sex) => ({ value: sex, label: t(`children.sex.${sex}`) }))}
        />
      );
    const digits = kind === 'born' || kind === 'number';
    return <TextInput key={key} {...common} maxLength={most} {...(digits ? { inputMode: 'numeric' as const } : {})} />;
  });
}
