import { getProviderIdentity, linkProviderIdentity, unlinkProviderIdentity } from '@mangnon/domain/access/oidc.api.ts';
import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../platform/api.ts';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { focusFirstError } from '../../platform/focus-first-error.ts';
import { formatInstant } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { frontDoorQuery, useMay } from '../../platform/session.queries.ts';
import classes from '../accounts/accounts.module.css';
import { AskDialog } from '../../platform/ask.dialog.tsx';

const identityQuery = (accountId: string) =>
  queryOptions({
    queryKey: ['provider-identity', accountId],
    queryFn: ({ signal }) => call(getProviderIdentity, { params: { accountId }, signal }),
  });

/** On the page of an account: who its person is at the authority's own sign-in. Nothing where there is none. */
export function ProviderIdentity({ accountId, name }: { accountId: string; name: string }) {
  const may = useMay();
  const { data: door } = useQuery(frontDoorQuery);
  if (!door?.provider || !may('access.identity.list')) return null;
  return <Identity accountId={accountId} name={name} provider={door.provider.name} />;
}

function Identity({ accountId, name, provider }: { accountId: string; name: string; provider: string }) {
  const t = useText();
  const params = { accountId };
  const queryClient = useQueryClient();
  const { data, error, refetch } = useQuery(identityQuery(accountId));
  const [asking, setAsking] = useState(false);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { subject: '' },
    validate: { subject: (value) => (value.trim() === '' ? t('provider.subject.missing') : null) },
  });
  const keep = (next: NonNullable<typeof data>) => queryClient.setQueryData(identityQuery(accountId).queryKey, next);
  const link = useMutation({
    mutationFn: (body: { subject: string }) => call(linkProviderIdentity, { params, body }),
    onSuccess: keep,
  });
  const identity = data?.identity ?? null;
  return (
    <section className={classes['section']}>
      <h2>{t('provider.identity', { name: provider })}</h2>
      {error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      {identity ? (
        <>
          <p>
            {t('provider.linked', { when: formatInstant(identity.linkedAt) })} <code>{identity.subject}</code>
          </p>
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('provider.unlink')}
          </Button>
        </>
      ) : null}
      {data && !identity ? (
        <form noValidate onSubmit={form.onSubmit((values) => link.mutate(values), focusFirstError)}>
          <Stack gap="md" maw="28rem">
            <p>{t('provider.unlinked')}</p>
            {link.error ? <ErrorNotice error={link.error} /> : null}
            <TextInput
              label={t('provider.subject')}
              description={t('provider.subject.hint')}
              autoCapitalize="none"
              spellCheck={false}
              maxLength={255}
              key={form.key('subject')}
              {...form.getInputProps('subject')}
            />
            <div>
              <Button type="submit" variant="default" disabled={link.isPending}>
                {t('provider.link')}
              </Button>
            </div>
          </Stack>
        </form>
      ) : null}
      {asking ? (
        <AskDialog
          title={t('provider.unlink.title', { name })}
          action={t('provider.unlink')}
          act={() => call(unlinkProviderIdentity, { params })}
          danger
          onClose={() => setAsking(false)}
          onDone={(next) => {
            setAsking(false);
            keep(next);
          }}
        >
          <p>{t('provider.unlink.text', { name })}</p>
        </AskDialog>
      ) : null}
    </section>
  );
}
