import { signIn } from '@mangnon/domain/access/session.api.ts';
import type { Session } from '@mangnon/domain/access/session.api.ts';
import { Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { call } from '../platform/api.ts';
import { ErrorNotice } from '../platform/error-notice.tsx';
import { focusFirstError } from '../platform/focus-first-error.ts';
import { useText } from '../platform/language.tsx';
import { LoginField, PasswordField } from './account-fields.tsx';

/** Name and password; what was typed stays when the answer is no. */
export function SignInForm({ onSignedIn, login = '' }: { onSignedIn: (session: Session) => void; login?: string }) {
  const t = useText();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { login, password: '' },
    validate: {
      login: (value) => (value.trim() === '' ? t('signIn.login.missing') : null),
      password: (value) => (value === '' ? t('signIn.password.missing') : null),
    },
  });
  const send = useMutation({
    mutationFn: (body: { login: string; password: string }) => call(signIn, { body }),
    onSuccess: onSignedIn,
  });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => send.mutate(values), focusFirstError)}>
      <Stack gap="md">
        {send.error ? <ErrorNotice error={send.error} /> : null}
        <LoginField form={form} />
        <PasswordField form={form} />
        <div>
          <Button type="submit" disabled={send.isPending}>
            {t(send.isPending ? 'signIn.busy' : 'signIn.action')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
