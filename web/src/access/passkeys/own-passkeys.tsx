import type { Passkey } from '@mangnon/domain/access/passkeys.api.ts';
import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatInstant } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { sessionQuery, useSession } from '../../platform/session.queries.ts';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RecoveryCodes } from '../second-factor/recovery-codes.tsx';
import { AddPasskeyForm } from './add-passkey.form.tsx';
import { ownPasskeysQuery } from './passkeys.queries.ts';
import { RemovePasskeyDialog } from './remove-passkey-dialog.tsx';

/** One's own keys: seen, added, removed. */
export function OwnPasskeys() {
  const t = useText();
  const { passkey } = useSession();
  const queryClient = useQueryClient();
  const { data, error, refetch } = useQuery(ownPasskeysQuery);
  const [leaving, setLeaving] = useState<Passkey | null>(null);
  const [codes, setCodes] = useState<readonly string[]>([]);
  const [done, setDone] = useState<'added' | 'removed' | null>(null);
  const [adding, setAdding] = useState(false);
  const columns: Column<Passkey>[] = [
    { key: 'name', label: t('passkey.name'), heads: true, render: ({ name }) => name },
    {
      key: 'kind',
      label: t('passkey.kind'),
      render: ({ synced }) => t(synced ? 'passkey.kind.synced' : 'passkey.kind.one'),
    },
    { key: 'created', label: t('passkey.created'), render: ({ createdAt }) => formatInstant(createdAt) },
    {
      key: 'used',
      label: t('passkey.used'),
      render: ({ lastUsedAt }) => (lastUsedAt === null ? t('passkey.used.never') : formatInstant(lastUsedAt)),
    },
    {
      key: 'act',
      label: t('passkey.act'),
      width: '8rem',
      render: (key) => (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t('passkey.remove.of', { name: key.name })}
          onClick={() => setLeaving(key)}
        >
          {t('passkey.remove')}
        </Button>
      ),
    },
  ];
  const passkeys = data?.passkeys ?? [];
  function add() {
    setDone(null);
    setAdding(true);
  }
  return (
    <section id="khoa">
      <h2>{t('passkey.title')}</h2>
      <p>{t('passkey.hint')}</p>
      {passkey === 'missing' ? <Notice tone="doubt" title={t('passkey.must')} /> : null}
      {error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      {done ? <Notice tone="calm" title={t(`passkey.${done}`)} alert /> : null}
      {codes.length > 0 ? <RecoveryCodes codes={codes} part onKept={() => setCodes([])} /> : null}
      {passkeys.length > 0 ? (
        <DataTable label={t('passkey.table')} columns={columns} rows={passkeys} rowKey={({ id }) => id} />
      ) : null}
      {adding || data?.passkeys.length === 0 ? (
        <AddPasskeyForm
          onAdded={({ session, recoveryCodes }) => {
            queryClient.setQueryData(sessionQuery.queryKey, session);
            setCodes(recoveryCodes);
            setDone('added');
            setAdding(false);
            void queryClient.invalidateQueries({ queryKey: ['own-sessions'] });
          }}
        />
      ) : null}
      {!adding && passkeys.length > 0 ? (
        <p>
          <Button variant="default" onClick={add}>
            {t('passkey.another')}
          </Button>
        </p>
      ) : null}
      {leaving ? (
        <RemovePasskeyDialog
          passkey={leaving}
          onClose={() => setLeaving(null)}
          onRemoved={() => {
            setLeaving(null);
            setDone('removed');
          }}
        />
      ) : null}
    </section>
  );
}
