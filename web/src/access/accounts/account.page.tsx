import type { AccountPage as Account, EntryCode } from '@mangnon/domain/access/accounts.api.ts';
import type { HandedOver } from '@mangnon/domain/access/recovery.api.ts';
import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { Crumbs } from '../../platform/crumbs.tsx';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { useMay } from '../../platform/session.queries.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProviderIdentity } from '../oidc/provider-identity.tsx';
import { RecoveryHalf } from '../recovery/recovery-half.tsx';
import { AccountActs } from './account-acts.tsx';
import { AccountSessions } from './account-sessions.tsx';
import { useAccountWords } from './account-words.ts';
import { accountQuery } from './accounts.queries.ts';
import { EndPostDialog } from './end-post.dialog.tsx';
import { GivePostDialog } from './give-post.dialog.tsx';
import { HoldingsTable } from './holdings-table.tsx';
import { InvitationCode } from './invitation-code.tsx';
import classes from './accounts.module.css';

const route = getRouteApi('/frame/tai-khoan/$accountId');

/** One person: how the account stands, every post, and what may be done. */
export function AccountPage() {
  const t = useText();
  const may = useMay();
  const words = useAccountWords();
  const { accountId } = route.useParams();
  const queryClient = useQueryClient();
  const { data: account, error, refetch } = useQuery(accountQuery(accountId));
  const [done, setDone] = useState<string | null>(null);
  const [invitation, setInvitation] = useState<EntryCode | null>(null);
  const [half, setHalf] = useState<HandedOver | null>(null);
  const [dialog, setDialog] = useState<'give' | { readonly end: string } | null>(null);

  /** Shows the account as it was answered, and lets the lists be asked again. */
  function take(next: Account, said: string | null = null) {
    queryClient.setQueryData(accountQuery(accountId).queryKey, next);
    void queryClient.invalidateQueries({ queryKey: ['accounts'] });
    void queryClient.invalidateQueries({ queryKey: ['recoveries'] });
    setDialog(null);
    setDone(said);
  }

  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!account) return null;
  const ending = typeof dialog === 'object' ? account.holdings.find(({ id }) => id === dialog?.end) : undefined;
  return (
    <>
      <Crumbs trail={[{ label: t('accounts.title'), to: '/tai-khoan' }]} here={account.name} />
      <PageHeading title={account.name} state={words.state(account)} />
      {done ? <Notice tone="calm" title={done} alert /> : null}
      {invitation ? (
        <InvitationCode account={account} invitation={invitation} onDone={() => setInvitation(null)} />
      ) : null}
      {half ? <RecoveryHalf handed={half} part="first" onDone={() => setHalf(null)} /> : null}
      <dl className={classes['facts']}>
        <dt>{t('signIn.login')}</dt>
        <dd>{account.login}</dd>
        <dt>{t('accounts.form.title')}</dt>
        <dd>{account.title || '–'}</dd>
      </dl>
      {may('access.audit.list') ? (
        <PageLink to="/nhat-ky" search={{ nguoi: account.id }}>
          {t('account.trail', { name: account.name })}
        </PageLink>
      ) : null}
      <section className={classes['section']}>
        <h2>{t('account.posts')}</h2>
        {account.holdings.length > 0 ? (
          <HoldingsTable holdings={account.holdings} onEnd={({ id }) => setDialog({ end: id })} />
        ) : (
          <p>{t('accounts.noPosts')}</p>
        )}
        {account.can.give ? (
          <p>
            <Button onClick={() => setDialog('give')}>{t('account.give')}</Button>
          </p>
        ) : null}
      </section>
      {account.can.sessions ? <AccountSessions accountId={accountId} name={account.name} /> : null}
      <ProviderIdentity accountId={accountId} name={account.name} />
      <AccountActs
        account={account}
        onDone={take}
        onInvited={(next, code) => {
          take(next);
          setInvitation(code);
        }}
        onStarted={(handed) => {
          take({ ...account, can: { ...account.can, recover: false } });
          setHalf(handed);
        }}
      />
      {dialog === 'give' ? (
        <GivePostDialog
          account={account}
          onClose={() => setDialog(null)}
          onGiven={(next) => take(next, t('account.give.done', { name: next.name }))}
        />
      ) : null}
      {ending === undefined ? null : (
        <EndPostDialog
          account={account}
          held={ending}
          onClose={() => setDialog(null)}
          onEnded={(next) => take(next, t('holding.end.done', { post: t(`accounts.post.${ending.post}`) }))}
        />
      )}
    </>
  );
}
