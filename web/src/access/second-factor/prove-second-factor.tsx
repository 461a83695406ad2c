import { proveSecondFactor } from '@mangnon/domain/access/second-factor.api.ts';
import type { Session } from '@mangnon/domain/access/session.api.ts';
import { useMutation } from '@tanstack/react-query';
import { call } from '../../platform/api.ts';
import { useText } from '../../platform/language.tsx';
import { PasskeyButton } from '../passkeys/passkey-button.tsx';
import { CodeForm } from './code.form.tsx';

/** Asks for a key, a code of the app, or one from paper: whatever the person has. */
export function ProveSecondFactor({
  factors,
  onProved,
}: {
  factors: Session['factors'];
  onProved: (session: Session) => void;
}) {
  const t = useText();
  const prove = useMutation({
    mutationFn: (code: string) => call(proveSecondFactor, { body: { code } }),
    onSuccess: onProved,
  });
  const hasApp = factors.includes('app');
  return (
    <>
      {factors.includes('passkey') ? (
        <>
          <PasskeyButton onShown={onProved} />
          <p>{t(hasApp ? 'factor.orApp' : 'factor.orPaper')}</p>
        </>
      ) : null}
      <CodeForm
        label={t(hasApp ? 'factor.code' : 'factor.paper')}
        {...(hasApp ? { hint: t('factor.lost') } : {})}
        busy={prove.isPending}
        error={prove.error}
        onSend={(code) => prove.mutate(code)}
      />
    </>
  );
}
