import { listAccounts } from '@mangnon/domain/access/accounts.api.ts';
import type { Account } from '@mangnon/domain/access/accounts.api.ts';
import { Button, Modal } from '@mantine/core';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../platform/api.ts';
import { ErrorNotice } from '../platform/error-notice.tsx';
import { useText } from '../platform/language.tsx';
import { PageHeading } from '../platform/page-heading.tsx';
import { useMay } from '../platform/session.queries.ts';
import { Notice } from '../ui/notice.tsx';
import { AccountTable } from './account-table.tsx';
import { CreateAccountForm } from './create-account.form.tsx';

const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: ({ signal }) => call(listAccounts, { signal }),
});

export function AccountsPage() {
  const t = useText();
  const may = useMay();
  const queryClient = useQueryClient();
  const accounts = useQuery(accountsQuery);
  const [creating, setCreating] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const all = accounts.data?.accounts ?? [];

  /** Says what was done and asks for the list again. */
  function finish(key: 'accounts.form.done' | 'accounts.disable.done', account: Account) {
    setCreating(false);
    setDone(t(key, { name: account.name }));
    void queryClient.invalidateQueries({ queryKey: ['accounts'] });
  }

  const disabled = all.filter(({ disabledAt }) => disabledAt !== null).length;
  return (
    <>
      <PageHeading
        title={t('accounts.title')}
        state={accounts.data ? t('accounts.state', { live: all.length - disabled, disabled }) : undefined}
        action={
          may('access.account.create') ? <Button onClick={() => setCreating(true)}>{t('accounts.new')}</Button> : null
        }
      />
      {done ? <Notice tone="calm" title={done} alert /> : null}
      {accounts.error ? <ErrorNotice error={accounts.error} onRetry={() => void accounts.refetch()} /> : null}
      {all.length > 0 ? (
        <AccountTable accounts={all} onDisabled={(account) => finish('accounts.disable.done', account)} />
      ) : null}
      <Modal
        opened={creating}
        onClose={() => setCreating(false)}
        title={t('accounts.new')}
        closeOnClickOutside={false}
        closeButtonProps={{ 'aria-label': t('app.close') }}
      >
        <CreateAccountForm onCreated={(account) => finish('accounts.form.done', account)} />
      </Modal>
    </>
  );
}
