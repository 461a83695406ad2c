import { Button } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../platform/language.tsx';
import { AddPasskeyForm } from '../passkeys/add-passkey.form.tsx';
import { SetUpAuthenticator, type SetUp } from './set-up-authenticator.tsx';

/** The first second factor of a person: an app on the phone, or a key. */
export function FirstFactor({ onSetUp }: { onSetUp: (done: SetUp) => void }) {
  const t = useText();
  const [kind, setKind] = useState<'app' | 'passkey'>('app');
  return (
    <>
      {kind === 'app' ? (
        <SetUpAuthenticator onSetUp={onSetUp} />
      ) : (
        <>
          <p>{t('passkey.hint')}</p>
          <AddPasskeyForm onAdded={onSetUp} />
        </>
      )}
      <p>
        <Button variant="subtle" onClick={() => setKind(kind === 'app' ? 'passkey' : 'app')}>
          {t(kind === 'app' ? 'factor.setUp.other.passkey' : 'factor.setUp.other.app')}
        </Button>
      </p>
    </>
  );
}
