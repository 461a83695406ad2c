import { PasswordInput, TextInput } from '@mantine/core';
import type { ComponentProps } from 'react';
import { useText } from '../platform/language.tsx';

/** A form that has the field `Name`; what else it has is nobody's concern here. */
interface FormWith<Name extends string> {
  readonly key: (path: Name) => string;
  readonly getInputProps: (path: Name) => Pick<ComponentProps<'input'>, 'onChange'> & { readonly error?: string };
}

/** The full name of a person. */
export function NameField({ form, own = false }: { form: FormWith<'name'>; own?: boolean }) {
  const t = useText();
  return (
    <TextInput
      label={t('first.name')}
      description={t('first.name.hint')}
      autoComplete={own ? 'name' : 'off'}
      key={form.key('name')}
      {...form.getInputProps('name')}
    />
  );
}

/** A sign-in name: one's own, known to the browser, or one that is being made up (`isNew`). */
export function LoginField({
  form,
  own = true,
  isNew = false,
  refused,
}: {
  form: FormWith<'login'>;
  own?: boolean;
  isNew?: boolean;
  /** Why the server did not take it. */
  refused?: string | undefined;
}) {
  const t = useText();
  const { error, ...input } = form.getInputProps('login');
  return (
    <TextInput
      label={t('signIn.login')}
      {...(isNew ? { description: t('account.login.hint') } : {})}
      autoComplete={own ? 'username' : 'off'}
      autoCapitalize="none"
      spellCheck={false}
      key={form.key('login')}
      {...input}
      error={error ?? refused}
    />
  );
}

/** One's own password: the one in use, or one that is being made up (`isNew`). */
export function PasswordField({
  form,
  label,
  isNew = false,
  refused,
}: {
  form: FormWith<'password'>;
  label?: string;
  isNew?: boolean;
  refused?: string | undefined;
}) {
  const t = useText();
  const { error, ...input } = form.getInputProps('password');
  return (
    <PasswordInput
      label={label ?? t('signIn.password')}
      {...(isNew ? { description: t('account.password.hint') } : {})}
      autoComplete={isNew ? 'new-password' : 'current-password'}
      visibilityToggleButtonProps={{ 'aria-label': t('signIn.password.show') }}
      key={form.key('password')}
      {...input}
      error={error ?? refused}
    />
  );
}
