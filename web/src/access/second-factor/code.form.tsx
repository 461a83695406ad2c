import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { focusFirstError } from '../../platform/focus-first-error.ts';
import { useText } from '../../platform/language.tsx';

/** One field for a code. Phones offer digits; a code on paper has letters, so nothing else is forbidden. */
export function CodeForm({
  label,
  hint,
  busy,
  error,
  onSend,
}: {
  label: string;
  hint?: string;
  busy: boolean;
  error: unknown;
  onSend: (code: string) => void;
}) {
  const t = useText();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { code: '' },
    validate: { code: (value) => (value.trim() === '' ? t('factor.code.missing') : null) },
  });
  return (
    <form noValidate onSubmit={form.onSubmit(({ code }) => onSend(code), focusFirstError)}>
      <Stack gap="md">
        {error ? <ErrorNotice error={error} /> : null}
        <TextInput
          label={label}
          {...(hint === undefined ? {} : { description: hint })}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          key={form.key('code')}
          {...form.getInputProps('code')}
        />
        <div>
          <Button type="submit" disabled={busy}>
            {t(busy ? 'factor.busy' : 'factor.action')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
