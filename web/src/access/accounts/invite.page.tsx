import { createAccount, type NewHolding } from '@mangnon/domain/access/accounts.api.ts';
import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { call } from '../../platform/api.ts';
import { Crumbs } from '../../platform/crumbs.tsx';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { focusFirstError } from '../../platform/focus-first-error.ts';
import { useText } from '../../platform/language.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { useRefusalAt } from '../../platform/refusal-at.ts';
import { getToday } from '../../platform/today.ts';
import { LoginField, NameField } from '../account-fields.tsx';
import { useAccountRules } from '../account-rules.ts';
import { postsToGiveQuery } from './accounts.queries.ts';
import { emptyHolding, findFaults, toHolding, type HoldingDraft } from './holding-draft.ts';
import { HoldingFields } from './holding-fields.tsx';
import { InvitationCode } from './invitation-code.tsx';
import classes from './accounts.module.css';

/** Who, as what, where and from when; then the code to hand over. The password is never asked for here. */
export function InvitePage() {
  const t = useText();
  const rules = useAccountRules();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { data, error } = useQuery(postsToGiveQuery);
  const counted = useRef(1);
  const [drafts, setDrafts] = useState<readonly (HoldingDraft & { readonly key: number })[]>([
    { ...emptyHolding(getToday()), key: 0 },
  ]);
  const [checked, setChecked] = useState(false);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: '', title: '', login: '' },
    validate: { name: rules.name, login: rules.login },
  });
  const create = useMutation({
    mutationFn: (body: { name: string; title: string; login: string; holdings: NewHolding[] }) =>
      call(createAccount, { body }),
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: ['accounts'] }),
  });
  const refusalAt = useRefusalAt(create.error);

  function send(values: { name: string; title: string; login: string }, event?: { currentTarget: EventTarget | null }) {
    setChecked(true);
    const holdings = drafts.map(toHolding).filter((held) => held !== null);
    if (holdings.length === drafts.length) create.mutate({ ...values, holdings });
    else focusFirstError(null, null, event);
  }

  if (create.data) {
    const { account, invitation } = create.data;
    return (
      <>
        <PageHeading title={t('invite.done', { name: account.name })} state={t('invite.done.state')} />
        <InvitationCode
          account={account}
          invitation={invitation}
          onDone={() => void navigate({ to: '/tai-khoan/$accountId', params: { accountId: account.id } })}
        />
      </>
    );
  }
  return (
    <>
      <Crumbs trail={[{ label: t('accounts.title'), to: '/tai-khoan' }]} here={t('invite.new')} />
      <PageHeading title={t('invite.new')} state={t('invite.state')} />
      {error ? <ErrorNotice error={error} /> : null}
      <form
        noValidate
        onSubmit={form.onSubmit(
          (values, event) => send(values, event),
          (...all) => {
            setChecked(true);
            focusFirstError(...all);
          },
        )}
      >
        <Stack gap="md" maw="52rem">
          {create.error ? <ErrorNotice error={create.error} marked /> : null}
          <div className={classes['fields']}>
            <NameField form={form} />
            <TextInput
              label={t('accounts.form.title')}
              description={t('accounts.form.title.hint')}
              autoComplete="off"
              maxLength={160}
              key={form.key('title')}
              {...form.getInputProps('title')}
            />
          </div>
          <LoginField form={form} own={false} isNew refused={refusalAt('body.login')} />
          {drafts.map((draft, index) => {
            const faults = findFaults(draft);
            return (
              <fieldset key={draft.key} className={classes['holding']}>
                <legend>{t('holding.nth', { nth: index + 1 })}</legend>
                <HoldingFields
                  draft={draft}
                  onDraft={(next) =>
                    setDrafts(drafts.map((one) => (one.key === draft.key ? { ...next, key: draft.key } : one)))
                  }
                  gives={data?.gives ?? []}
                  errorAt={(field) => {
                    const fault = checked ? faults[field] : undefined;
                    return fault ? t(`holding.fault.${fault}`) : refusalAt(`body.holdings.${index}.${field}`);
                  }}
                />
                {drafts.length > 1 ? (
                  <Button
                    mt="sm"
                    variant="default"
                    size="compact-sm"
                    onClick={() => setDrafts(drafts.filter(({ key }) => key !== draft.key))}
                  >
                    {t('holding.remove', { nth: index + 1 })}
                  </Button>
                ) : null}
              </fieldset>
            );
          })}
          <div>
            <Button
              variant="default"
              disabled={drafts.length >= 20}
              onClick={() => {
                setDrafts([...drafts, { ...emptyHolding(getToday()), key: counted.current }]);
                counted.current += 1;
              }}
            >
              {t('holding.add')}
            </Button>
          </div>
          <div>
            <Button type="submit" disabled={create.isPending}>
              {t(create.isPending ? 'invite.busy' : 'invite.action')}
            </Button>
          </div>
        </Stack>
      </form>
    </>
  );
}
