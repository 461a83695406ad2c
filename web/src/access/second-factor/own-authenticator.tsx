import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../platform/language.tsx';
import { sessionQuery, useSession } from '../../platform/session.queries.ts';
import { Notice } from '../../ui/notice.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SetUpAuthenticator, type SetUp } from './set-up-authenticator.tsx';

/** The app that shows codes: set up, or put on a new phone. The old one stays good until the new one has shown a code. */
export function OwnAuthenticator() {
  const t = useText();
  const queryClient = useQueryClient();
  const { factors } = useSession();
  const [step, setStep] = useState<'rest' | 'setting_up' | 'done'>('rest');
  const [codes, setCodes] = useState<readonly string[]>([]);
  const has = factors.includes('app');
  function finish({ session, recoveryCodes }: SetUp) {
    setCodes(recoveryCodes);
    setStep('done');
    queryClient.setQueryData(sessionQuery.queryKey, session);
    void queryClient.invalidateQueries({ queryKey: ['own-sessions'] });
  }
  return (
    <section>
      <h2>{t('factor.app.title')}</h2>
      {step === 'done' ? <Notice tone="calm" title={t('factor.app.done')} alert /> : null}
      {codes.length > 0 ? <RecoveryCodes codes={codes} part onKept={() => setCodes([])} /> : null}
      {step === 'setting_up' ? (
        <>
          <SetUpAuthenticator onSetUp={finish} />
          <p>
            <Button variant="subtle" onClick={() => setStep('rest')}>
              {t('factor.app.keep')}
            </Button>
          </p>
        </>
      ) : (
        <>
          <p>{t(has ? 'factor.app.has' : 'factor.app.none')}</p>
          <Button variant="default" onClick={() => setStep('setting_up')}>
            {t(has ? 'factor.app.replace' : 'factor.app.setUp')}
          </Button>
        </>
      )}
    </section>
  );
}
