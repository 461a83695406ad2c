import { changePassword } from '@mangnon/domain/access/own-password.api.ts';
import { Button, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../platform/api.ts';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { focusFirstError } from '../../platform/focus-first-error.ts';
import { useText } from '../../platform/language.tsx';
import { sessionQuery } from '../../platform/session.queries.ts';
import { Notice } from '../../ui/notice.tsx';
import { useAccountRules } from '../account-rules.ts';

/** The old password and the new one. What was typed stays when the answer is no. */
export function ChangePasswordForm() {
  const t = useText();
  const rules = useAccountRules();
  const queryClient = useQueryClient();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { oldPassword: '', newPassword: '' },
    validate: {
      oldPassword: (value) => (value === '' ? t('own.password.old.missing') : null),
      newPassword: rules.password,
    },
  });
  const change = useMutation({
    mutationFn: (body: { oldPassword: string; newPassword: string }) => call(changePassword, { body }),
    onSuccess: (session) => {
      form.reset();
      queryClient.setQueryData(sessionQuery.queryKey, session);
      void queryClient.invalidateQueries({ queryKey: ['own-sessions'] });
    },
  });
  const showOrHide = { 'aria-label': t('signIn.password.show') };
  return (
    <section>
      <h2>{t('own.password.title')}</h2>
      <form noValidate onSubmit={form.onSubmit((values) => change.mutate(values), focusFirstError)}>
        <Stack gap="md" maw="28rem">
          {change.error ? <ErrorNotice error={change.error} /> : null}
          {change.isSuccess ? <Notice tone="calm" title={t('own.password.done')} alert /> : null}
          <PasswordInput
            label={t('own.password.old')}
            autoComplete="current-password"
            visibilityToggleButtonProps={showOrHide}
            key={form.key('oldPassword')}
            {...form.getInputProps('oldPassword')}
          />
          <PasswordInput
            label={t('own.password.new')}
            description={t('account.password.hint')}
            autoComplete="new-password"
            visibilityToggleButtonProps={showOrHide}
            key={form.key('newPassword')}
            {...form.getInputProps('newPassword')}
          />
          <div>
            <Button type="submit" disabled={change.isPending}>
              {t(change.isPending ? 'own.password.busy' : 'own.password.action')}
            </Button>
          </div>
        </Stack>
      </form>
    </section>
  );
}
