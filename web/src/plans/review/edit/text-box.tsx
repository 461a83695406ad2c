import { Textarea, TextInput } from '@mantine/core';
import type { RefObject } from 'react';
import { plainText, useField, type FieldForm } from './use-field.ts';

interface BoxProps {
  readonly factId: string;
  readonly field: string;
  readonly label: string;
  readonly form?: FieldForm;
  readonly placeholder?: string;
  readonly className?: string | undefined;
}

/** One line of text. */
export function TextBox({ factId, field, label, form = plainText, placeholder, className }: BoxProps) {
  const box = useField(factId, field, form);
  return (
    <TextInput
      label={label}
      value={box.text}
      error={box.problem}
      onChange={(event) => box.onText(event.currentTarget.value)}
      onBlur={box.onBlur}
      autoComplete="off"
      {...(placeholder ? { placeholder } : {})}
      {...(className ? { className } : {})}
    />
  );
}

/** Words of any length; the box grows with them. */
export function WordsBox({
  factId,
  field,
  label,
  boxRef,
  autoFocus = false,
}: Omit<BoxProps, 'form' | 'placeholder'> & { boxRef?: RefObject<HTMLTextAreaElement | null>; autoFocus?: boolean }) {
  const box = useField(factId, field);
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
      {...(boxRef ? { ref: boxRef } : {})}
      {...(autoFocus ? { 'data-autofocus': true } : {})}
    />
  );
}
