import { createFirstAdministrator } from '@mangnon/domain/access/session.api.ts';
import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call } from '../platform/api.ts';
import { ErrorNotice } from '../platform/error-notice.tsx';
import { focusFirstError } from '../platform/focus-first-error.ts';
import { useText } from '../platform/language.tsx';
import { PageHeading } from '../platform/page-heading.tsx';
import { sessionQuery } from '../platform/session.queries.ts';
import { useAccountRules } from './account-rules.ts';
import { Door } from './door.tsx';

export function FirstAdministratorPage() {
  const t = useText();
  const rules = useAccountRules();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: '', login: '', password: '' },
    validate: { name: rules.name, login: rules.login, password: rules.password },
  });
  const create = useMutation({
    mutationFn: (body: { name: string; login: string; password: string }) => call(createFirstAdministrator, { body }),
    onSuccess: async (session) => {
      queryClient.clear();
      queryClient.setQueryData(sessionQuery.queryKey, session);
      await navigate({ to: '/' });
    },
  });
  return (
    <Door demo={false}>
      <PageHeading title={t('first.title')} state={t('first.state')} />
      <form noValidate onSubmit={form.onSubmit((values) => create.mutate(values), focusFirstError)}>
        <Stack gap="md">
          {create.error ? <ErrorNotice error={create.error} /> : null}
          <TextInput
            label={t('first.name')}
            description={t('first.name.hint')}
            autoComplete="name"
            key={form.key('name')}
            {...form.getInputProps('name')}
          />
          <TextInput
            label={t('signIn.login')}
            description={t('account.login.hint')}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            key={form.key('login')}
            {...form.getInputProps('login')}
          />
          <PasswordInput
            label={t('signIn.password')}
            description={t('account.password.hint')}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.password.show') }}
            key={form.key('password')}
            {...form.getInputProps('password')}
          />
          <div>
            <Button type="submit" disabled={create.isPending}>
              {t(create.isPending ? 'first.busy' : 'first.action')}
            </Button>
          </div>
        </Stack>
      </form>
    </Door>
  );
}
