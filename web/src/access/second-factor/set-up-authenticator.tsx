import { confirmAuthenticator, startAuthenticator } from '@mangnon/domain/access/second-factor.api.ts';
import type { Session } from '@mangnon/domain/access/session.api.ts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { renderSVG } from 'uqr';
import { call } from '../../platform/api.ts';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useText } from '../../platform/language.tsx';
import { CodeForm } from './code.form.tsx';
import classes from './second-factor.module.css';

export interface SetUp {
  readonly session: Session;
  readonly recoveryCodes: readonly string[];
}

/** The secret as a picture drawn here, in the browser: it goes to no other host. Then the first code. */
export function SetUpAuthenticator({ onSetUp }: { onSetUp: (done: SetUp) => void }) {
  const t = useText();
  // Each asking makes a new secret, so it is asked for once and kept while the page is open.
  const started = useQuery({
    queryKey: ['authenticator'],
    queryFn: () => call(startAuthenticator, {}),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const confirm = useMutation({
    mutationFn: (code: string) => call(confirmAuthenticator, { body: { code } }),
    onSuccess: onSetUp,
  });
  if (started.error) return <ErrorNotice error={started.error} onRetry={() => void started.refetch()} />;
  if (!started.data) return null;
  const { address, secret } = started.data;
  const picture = `data:image/svg+xml,${encodeURIComponent(renderSVG(address, { border: 2 }))}`;
  return (
    <>
      <p>{t('factor.setUp.app')}</p>
      <img className={classes['picture']} src={picture} alt={t('factor.setUp.picture')} />
      <p>
        {t('factor.setUp.byHand')}
        <br />
        <code className={classes['secret']}>{secret}</code>
      </p>
      <CodeForm
        label={t('factor.setUp.code')}
        busy={confirm.isPending}
        error={confirm.error}
        onSend={(code) => confirm.mutate(code)}
      />
    </>
  );
}
