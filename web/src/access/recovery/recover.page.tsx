import { redeemRecovery } from '@mangnon/domain/access/recovery.api.ts';
import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call } from '../../platform/api.ts';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { focusFirstError } from '../../platform/focus-first-error.ts';
import { useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { useRefusalAt } from '../../platform/refusal-at.ts';
import { sessionQuery } from '../../platform/session.queries.ts';
import { LoginField, PasswordField } from '../account-fields.tsx';
import { useAccountRules } from '../account-rules.ts';
import { Door } from '../door.tsx';

const noSpelling = { autoComplete: 'off', autoCapitalize: 'characters', spellCheck: false } as const;

/** Coming back with the halves of two officers: how one gets them, and where they are used. */
export function RecoverPage() {
  const t = useText();
  const rules = useAccountRules();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const missing = (value: string) => (value.trim() === '' ? t('recover.half.missing') : null);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { login: '', first: '', second: '', password: '' },
    validate: {
      login: (value) => (value.trim() === '' ? t('signIn.login.missing') : null),
      first: missing,
      second: missing,
      password: rules.password,
    },
  });
  const send = useMutation({
    mutationFn: (body: { login: string; first: string; second: string; password: string }) =>
      call(redeemRecovery, { body }),
    onSuccess: async (session) => {
      queryClient.clear();
      queryClient.setQueryData(sessionQuery.queryKey, session);
      await navigate({ to: '/' });
    },
  });
  const refusalAt = useRefusalAt(send.error);
  return (
    <Door demo={false}>
      <PageHeading title={t('recover.title')} state={t('recover.state')} />
      <ol>
        <li>{t('recover.step.ask')}</li>
        <li>{t('recover.step.halves')}</li>
        <li>{t('recover.step.here')}</li>
      </ol>
      <form noValidate onSubmit={form.onSubmit((values) => send.mutate(values), focusFirstError)}>
        <Stack gap="md">
          {send.error ? <ErrorNotice error={send.error} marked /> : null}
          <LoginField form={form} />
          <TextInput
            label={t('recovery.part.first')}
            {...noSpelling}
            key={form.key('first')}
            {...form.getInputProps('first')}
          />
          <TextInput
            label={t('recovery.part.second')}
            {...noSpelling}
            key={form.key('second')}
            {...form.getInputProps('second')}
          />
          <PasswordField form={form} label={t('recover.password')} isNew refused={refusalAt('body.password')} />
          <div>
            <Button type="submit" disabled={send.isPending}>
              {t(send.isPending ? 'recover.busy' : 'recover.action')}
            </Button>
          </div>
        </Stack>
      </form>
      <p>
        <PageLink to="/lay-lai/khan-cap">{t('recover.operator')}</PageLink>
      </p>
      <p>
        <PageLink to="/dang-nhap">{t('recover.signIn')}</PageLink>
      </p>
    </Door>
  );
}
