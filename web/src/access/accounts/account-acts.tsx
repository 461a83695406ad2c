import { disableAccount, type AccountPage, type EntryCode } from '@mangnon/domain/access/accounts.api.ts';
import { renewInvitation, withdrawInvitation } from '@mangnon/domain/access/invitations.api.ts';
import type { HandedOver } from '@mangnon/domain/access/recovery.api.ts';
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../platform/api.ts';
import { useText } from '../../platform/language.tsx';
import { StartRecoveryDialog } from '../recovery/start-recovery.dialog.tsx';
import { AskDialog } from '../../platform/ask.dialog.tsx';
import classes from './accounts.module.css';

type Act = 'renew' | 'withdraw' | 'recover' | 'disable';

/** What may be done with the account itself: its code, its way back, its end. */
export function AccountActs({
  account,
  onDone,
  onInvited,
  onStarted,
}: {
  account: AccountPage;
  onDone: (account: AccountPage, said: string) => void;
  onInvited: (account: AccountPage, invitation: EntryCode) => void;
  onStarted: (handed: HandedOver) => void;
}) {
  const t = useText();
  const [asked, setAsked] = useState<Act | null>(null);
  const { can, name, invitedUntil } = account;
  const params = { accountId: account.id };
  const close = () => setAsked(null);
  const finish = (next: AccountPage, said: string) => {
    close();
    onDone(next, said);
  };
  if (!can.invite && !can.recover && !can.disable) return null;
  return (
    <section className={classes['section']}>
      <h2>{t('account.acts')}</h2>
      <Group>
        {can.invite ? (
          <Button variant="default" onClick={() => setAsked('renew')}>
            {t('account.renew')}
          </Button>
        ) : null}
        {can.invite && invitedUntil !== null ? (
          <Button variant="default" onClick={() => setAsked('withdraw')}>
            {t('account.withdraw')}
          </Button>
        ) : null}
        {can.recover ? (
          <Button variant="default" onClick={() => setAsked('recover')}>
            {t('recovery.start')}
          </Button>
        ) : null}
        {can.disable ? (
          <Button variant="default" onClick={() => setAsked('disable')}>
            {t('accounts.disable.action')}
          </Button>
        ) : null}
      </Group>
      {asked === 'renew' ? (
        <AskDialog
          title={t('account.renew.title', { name })}
          action={t('account.renew')}
          act={() => call(renewInvitation, { params })}
          onDone={(answer) => {
            close();
            onInvited(answer.account, answer.invitation);
          }}
          onClose={close}
        >
          <p>{t('account.renew.text')}</p>
        </AskDialog>
      ) : null}
      {asked === 'withdraw' ? (
        <AskDialog
          title={t('account.withdraw.title', { name })}
          action={t('account.withdraw')}
          act={() => call(withdrawInvitation, { params })}
          onDone={(next) => finish(next, t('account.withdraw.done'))}
          onClose={close}
        >
          <p>{t('account.withdraw.text', { name })}</p>
        </AskDialog>
      ) : null}
      {asked === 'recover' ? (
        <StartRecoveryDialog
          account={account}
          onStarted={(handed) => {
            close();
            onStarted(handed);
          }}
          onClose={close}
        />
      ) : null}
      {asked === 'disable' ? (
        <AskDialog
          title={t('accounts.disable.title', { name })}
          action={t('accounts.disable.action')}
          danger
          act={() => call(disableAccount, { params })}
          onDone={(next) => finish(next, t('accounts.disable.done', { name }))}
          onClose={close}
        >
          <p>{t('accounts.disable.text', { name })}</p>
        </AskDialog>
      ) : null}
    </section>
  );
}
