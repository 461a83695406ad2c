import { Stack } from '@mantine/core';
import { OwnMail } from '../../attention/own-mail.tsx';
import { useText } from '../../platform/language.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { useSession } from '../../platform/session.queries.ts';
import { OwnPasskeys } from '../passkeys/own-passkeys.tsx';
import { OwnAuthenticator } from '../second-factor/own-authenticator.tsx';
import { ChangePasswordForm } from './change-password.form.tsx';
import { OwnSessions } from './own-sessions.tsx';

/** What concerns only the person who is signed in: where they are signed in, their keys, app and password. */
export function OwnAccountPage() {
  const t = useText();
  const { person, hasPassword } = useSession();
  return (
    <>
      <PageHeading title={t('own.title')} state={t('own.state', { name: person.name })} />
      <Stack gap="xl">
        <OwnSessions />
        <OwnPasskeys />
        <OwnAuthenticator />
        {hasPassword ? (
          <ChangePasswordForm />
        ) : (
          <section>
            <h2>{t('own.password.title')}</h2>
            <p>{t('own.password.none')}</p>
          </section>
        )}
        <OwnMail />
      </Stack>
    </>
  );
}
