import { createFirstAdministrator } from '@mangnon/domain/access/session.api.ts';
import { Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call } from '../platform/api.ts';
import { ErrorNotice } from '../platform/error-notice.tsx';
import { focusFirstError } from '../platform/focus-first-error.ts';
import { useText } from '../platform/language.tsx';
import { PageHeading } from '../platform/page-heading.tsx';
import { useRefusalAt } from '../platform/refusal-at.ts';
import { sessionQuery } from '../platform/session.queries.ts';
import { LoginField, NameField, PasswordField } from './account-fields.tsx';
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
  const refusalAt = useRefusalAt(create.error);
  return (
    <Door demo={false}>
      <PageHeading title={t('first.title')} state={t('first.state')} />
      <form noValidate onSubmit={form.onSubmit((values) => create.mutate(values), focusFirstError)}>
        <Stack gap="md">
          {create.error ? <ErrorNotice error={create.error} marked /> : null}
          <NameField form={form} own />
          <LoginField form={form} isNew refused={refusalAt('body.login')} />
          <PasswordField form={form} isNew refused={refusalAt('body.password')} />
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
