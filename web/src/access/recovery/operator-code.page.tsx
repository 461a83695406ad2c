import { redeemOperatorRecovery } from '@mangnon/domain/access/operator-recovery.api.ts';
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
import { PasswordField } from '../account-fields.tsx';
import { useAccountRules } from '../account-rules.ts';
import { Door } from '../door.tsx';

/** Coming back by a code made on the server, when no administrator can sign in any more. */
export function OperatorCodePage() {
  const t = useText();
  const rules = useAccountRules();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { code: '', password: '' },
    validate: {
      code: (value) => (value.trim() === '' ? t('operator.code.missing') : null),
      password: rules.password,
    },
  });
  const send = useMutation({
    mutationFn: (body: { code: string; password: string }) => call(redeemOperatorRecovery, { body }),
    onSuccess: async (session) => {
      queryClient.clear();
      queryClient.setQueryData(sessionQuery.queryKey, session);
      await navigate({ to: '/' });
    },
  });
  const refusalAt = useRefusalAt(send.error);
  return (
    <Door demo={false}>
      <PageHeading title={t('operator.title')} state={t('operator.state')} />
      <form noValidate onSubmit={form.onSubmit((values) => send.mutate(values), focusFirstError)}>
        <Stack gap="md">
          {send.error ? <ErrorNotice error={send.error} marked /> : null}
          <TextInput
            label={t('operator.code')}
            description={t('come.code.hint')}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            key={form.key('code')}
            {...form.getInputProps('code')}
          />
          <PasswordField form={form} label={t('recover.password')} isNew refused={refusalAt('body.password')} />
          <div>
            <Button type="submit" disabled={send.isPending}>
              {t(send.isPending ? 'recover.busy' : 'operator.action')}
            </Button>
          </div>
        </Stack>
      </form>
      <p>
        <PageLink to="/dang-nhap">{t('recover.signIn')}</PageLink>
      </p>
    </Door>
  );
}
