import { disableAccount } from '@mangnon/domain/access/accounts.api.ts';
import type { Account } from '@mangnon/domain/access/accounts.api.ts';
import { Button, Group, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../platform/api.ts';
import { ErrorNotice } from '../platform/error-notice.tsx';
import { formatInstant } from '../platform/format.ts';
import { useText } from '../platform/language.tsx';
import { useMay, useSession } from '../platform/session.queries.ts';
import { DataTable } from '../ui/data-table.tsx';
import type { Column } from '../ui/data-table.tsx';

export function AccountTable({
  accounts,
  onDisabled,
}: {
  accounts: readonly Account[];
  onDisabled: (account: Account) => void;
}) {
  const t = useText();
  const may = useMay();
  const { person } = useSession();
  const [asked, setAsked] = useState<Account | null>(null);
  const columns: Column<Account>[] = [
    {
      key: 'name',
      label: t('accounts.column.name'),
      heads: true,
      render: ({ id, name }) => (id === person.id ? `${name} (${t('accounts.you')})` : name),
    },
    { key: 'title', label: t('accounts.column.title'), render: ({ title }) => title || '–' },
    { key: 'login', label: t('accounts.column.login'), render: ({ login }) => login },
    {
      key: 'posts',
      label: t('accounts.column.posts'),
      render: ({ holdings }) => [...new Set(holdings.map(({ post }) => t(`accounts.post.${post}`)))].join(', '),
    },
    {
      key: 'state',
      label: t('accounts.column.state'),
      render: ({ disabledAt }) =>
        disabledAt ? t('accounts.disabled', { when: formatInstant(disabledAt) }) : t('accounts.live'),
    },
  ];
  if (may('access.account.disable')) {
    columns.push({
      key: 'act',
      label: t('accounts.column.act'),
      width: '6rem',
      render: (account) =>
        account.disabledAt || account.id === person.id ? (
          '–'
        ) : (
          <Button
            variant="default"
            size="compact-sm"
            aria-label={t('accounts.disable.of', { name: account.name })}
            onClick={() => setAsked(account)}
          >
            {t('accounts.disable')}
          </Button>
        ),
    });
  }
  return (
    <>
      <DataTable label={t('accounts.table')} columns={columns} rows={accounts} rowKey={({ id }) => id} />
      {asked ? (
        <DisableDialog
          account={asked}
          onClose={() => setAsked(null)}
          onDisabled={(account) => {
            setAsked(null);
            onDisabled(account);
          }}
        />
      ) : null}
    </>
  );
}

/** It cannot be undone yet, so it says first what will happen to whom. */
function DisableDialog({
  account,
  onClose,
  onDisabled,
}: {
  account: Account;
  onClose: () => void;
  onDisabled: (account: Account) => void;
}) {
  const t = useText();
  const { name } = account;
  const disable = useMutation({
    mutationFn: () => call(disableAccount, { params: { accountId: account.id } }),
    onSuccess: onDisabled,
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('accounts.disable.title', { name })}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      {disable.error ? <ErrorNotice error={disable.error} /> : null}
      <p>{t('accounts.disable.text', { name })}</p>
      <Group>
        <Button color="red.9" disabled={disable.isPending} onClick={() => disable.mutate()}>
          {t('accounts.disable.action')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </Group>
    </Modal>
  );
}
