import { acceptInvitation, openInvitation } from '@mangnon/domain/access/invitations.api.ts';
import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { call } from '../platform/api.ts';
import { ErrorNotice } from '../platform/error-notice.tsx';
import { focusFirstError } from '../platform/focus-first-error.ts';
import { formatInstant } from '../platform/format.ts';
import { useText } from '../platform/language.tsx';
import { PageLink } from '../platform/links.tsx';
import { PageHeading } from '../platform/page-heading.tsx';
import { useRefusalAt } from '../platform/refusal-at.ts';
import { frontDoorQuery, sessionQuery } from '../platform/session.queries.ts';
import { PasswordField } from './account-fields.tsx';
import { useAccountRules } from './account-rules.ts';
import { Door } from './door.tsx';
import { ComeByProvider } from './oidc/come-by-provider.tsx';

/**
 * Coming in by a code: first whose it is, then a password of one's own or the authority's own sign-in. A link brings the code behind the `#`, where no
 * machine on the way sees it; it is taken out of the address at once.
 */
export function AcceptInvitationPage() {
  const t = useText();
  const [linked] = useState(() => location.hash.slice(1));
  const [code, setCode] = useState(linked);
  const open = useMutation({ mutationFn: (given: string) => call(openInvitation, { body: { code: given } }) });
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { code: linked },
    validate: { code: (value) => (value.trim() === '' ? t('come.code.missing') : null) },
  });
  const { mutate } = open;
  useEffect(() => {
    if (linked === '') return;
    history.replaceState(history.state, '', location.pathname);
    mutate(linked);
  }, [linked, mutate]);

  return (
    <Door demo={false}>
      {open.data ? (
        <ComeIn code={code} {...open.data} />
      ) : (
        <>
          <PageHeading title={t('come.title')} state={t('come.state')} />
          <form
            noValidate
            onSubmit={form.onSubmit((values) => {
              setCode(values.code);
              mutate(values.code);
            }, focusFirstError)}
          >
            <Stack gap="md">
              {open.error ? <ErrorNotice error={open.error} marked /> : null}
              <TextInput
                label={t('come.code')}
                description={t('come.code.hint')}
                autoComplete="off"
                autoCapitalize="characters"
                spellCheck={false}
                key={form.key('code')}
                {...form.getInputProps('code')}
              />
              <div>
                <Button type="submit" disabled={open.isPending}>
                  {t('come.open')}
                </Button>
              </div>
            </Stack>
          </form>
          <p>
            <PageLink to="/dang-nhap">{t('come.signIn')}</PageLink>
          </p>
        </>
      )}
    </Door>
  );
}

function ComeIn({ code, name, login, expiresAt }: { code: string; name: string; login: string; expiresAt: string }) {
  const t = useText();
  const { provider } = useSuspenseQuery(frontDoorQuery).data;
  return (
    <>
      <PageHeading
        title={t('come.hello', { name })}
        state={t(provider ? 'come.hello.choose' : 'come.hello.state', { until: formatInstant(expiresAt) })}
      />
      {provider ? <ComeByProvider code={code} name={provider.name} /> : null}
      <SetPassword code={code} login={login} second={provider !== null} />
    </>
  );
}

/** `second`: another way in stands above it. */
function SetPassword({ code, login, second }: { code: string; login: string; second: boolean }) {
  const t = useText();
  const rules = useAccountRules();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { password: '' },
    validate: { password: rules.password },
  });
  const accept = useMutation({
    mutationFn: ({ password }: { password: string }) => call(acceptInvitation, { body: { code, password } }),
    onSuccess: async (session) => {
      queryClient.clear();
      queryClient.setQueryData(sessionQuery.queryKey, session);
      await navigate({ to: '/' });
    },
  });
  const refusalAt = useRefusalAt(accept.error);
  return (
    <form noValidate onSubmit={form.onSubmit((values) => accept.mutate(values), focusFirstError)}>
      <Stack gap="md">
        {accept.error ? <ErrorNotice error={accept.error} marked /> : null}
        <TextInput
          label={t('signIn.login')}
          description={t('come.login.hint')}
          autoComplete="username"
          value={login}
          readOnly
        />
        <PasswordField form={form} label={t('come.password')} isNew refused={refusalAt('body.password')} />
        <div>
          <Button type="submit" variant={second ? 'default' : 'filled'} disabled={accept.isPending}>
            {t(accept.isPending ? 'come.busy' : 'come.action')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
