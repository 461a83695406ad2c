import type { Session } from '@mangnon/domain/access/session.api.ts';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useText } from '../../platform/language.tsx';
import { enterWithPasskey, showPasskey } from './passkey-browser.ts';
import { PasskeyError } from './passkey-error.tsx';

/** Asks for a key: as the second factor of who is signed in, or to sign in with it alone. */
export function PasskeyButton({ alone = false, onShown }: { alone?: boolean; onShown: (session: Session) => void }) {
  const t = useText();
  const show = useMutation({ mutationFn: alone ? enterWithPasskey : showPasskey, onSuccess: onShown });
  return (
    <>
      <PasskeyError error={show.error} />
      <p>
        <Button variant={alone ? 'default' : 'filled'} disabled={show.isPending} onClick={() => show.mutate()}>
          {t(show.isPending ? 'passkey.busy' : alone ? 'passkey.enter' : 'passkey.show')}
        </Button>
      </p>
    </>
  );
}
