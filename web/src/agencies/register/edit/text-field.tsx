import { TextInput } from '@mantine/core';

/** One line of text or a day, its help and its error under it. */
export function TextField({
  label,
  hint,
  value,
  error,
  longest = 300,
  day = false,
  onText,
}: {
  label: string;
  hint?: string;
  value: string;
  error: string | undefined;
  longest?: number;
  day?: boolean;
  onText: (text: string) => void;
}) {
  return (
    <TextInput
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      label={label}
      {...(hint === undefined ? {} : { description: hint })}
      value={value}
      error={error}
      autoComplete="off"
      {...(day ? { inputMode: 'numeric' as const, maxLength: 10 } : { maxLength: longest })}
      onChange={(event) => onText(event.currentTarget.value)}
    />
  );
}
