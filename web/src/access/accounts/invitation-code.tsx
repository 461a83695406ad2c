import type { Account, EntryCode } from '@mangnon/domain/access/accounts.api.ts';
import { useText } from '../../platform/language.tsx';
import { HandedCode } from '../handover/handed-code.tsx';

/** What is handed to an invited person: where, under which name, with which code. */
export function InvitationCode({
  account,
  invitation,
  onDone,
}: {
  account: Pick<Account, 'name' | 'login'>;
  invitation: EntryCode;
  onDone: () => void;
}) {
  const t = useText();
  return (
    <HandedCode
      title={t('invite.code.title', { name: account.name })}
      text={t('invite.code.text')}
      facts={[
        { label: t('first.name'), value: account.name },
        { label: t('signIn.login'), value: account.login },
      ]}
      code={invitation.code}
      until={invitation.expiresAt}
      link={`${location.origin}/moi#${invitation.code}`}
      onDone={onDone}
    />
  );
}
