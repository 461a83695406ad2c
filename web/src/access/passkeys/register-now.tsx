import type { Session } from '@mangnon/domain/access/session.api.ts';
import { Button } from '@mantine/core';
import { useText } from '../../platform/language.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { AddPasskeyForm } from './add-passkey.form.tsx';

/** At sign-in, for who must have a key and has none. They may look around without; it is asked again when it is needed. */
export function RegisterNow({ onDone }: { onDone: (session: Session | null) => void }) {
  const t = useText();
  return (
    <>
      <PageHeading title={t('passkey.now.title')} state={t('passkey.now.state')} />
      <p>{t('passkey.hint')}</p>
      <AddPasskeyForm onAdded={({ session }) => onDone(session)} />
      <p>
        <Button variant="subtle" onClick={() => onDone(null)}>
          {t('passkey.now.later')}
        </Button>
      </p>
    </>
  );
}
