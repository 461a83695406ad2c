import type { OfficeKind } from '@mangnon/domain/agencies/office.ts';
import type { Duty } from '@mangnon/domain/agencies/duty.ts';
import { NativeSelect, TextInput } from '@mantine/core';
import { useText } from '../../platform/language.tsx';
import type { MessageKey } from '../../platform/messages.ts';
import { useAgencyWords } from '../agency-words.ts';
import type { FieldSpec } from './record-fields.ts';

/** One line of text, a day, a telephone number or a choice of a record. */
export function RecordField({
  kind,
  spec,
  value,
  error,
  onText,
}: {
  kind: OfficeKind;
  spec: FieldSpec;
  value: string;
  error: string | undefined;
  onText: (text: string) => void;
}) {
  const t = useText();
  const words = useAgencyWords();
  // Every field of the table has its words: record-fields.test.ts.
  const label = t(`record.${kind}.${spec.name}` as MessageKey);
  const shown = spec.needed ? label : t('record.optional', { label });
  if (spec.kind === 'choice') {
    return (
      <NativeSelect
        label={label}
        value={value}
        error={error}
        onChange={(event) => onText(event.currentTarget.value)}
        data={(spec.choices ?? []).map((one) => ({
          value: one,
          label: spec.name === 'duty' ? words.duty(one as Duty) : t(choiceKey(kind, spec.name, one)),
        }))}
      />
    );
  }
  return (
    <TextInput
      label={shown}
      value={value}
      error={error}
      autoComplete="off"
      {...(spec.kind === 'day' ? { inputMode: 'numeric' as const, maxLength: 10 } : {})}
      {...(spec.kind === 'phone' ? { type: 'tel', maxLength: 40 } : {})}
      onChange={(event) => onText(event.currentTarget.value)}
    />
  );
}

/** The words of a choice; those of trust stand with the places. */
export function choiceKey(kind: OfficeKind, name: string, choice: string): MessageKey {
  return (name === 'trust' ? `places.trust.${choice}` : `record.${kind}.${name}.${choice}`) as MessageKey;
}
