import type { Session } from '@mangnon/domain/access/session.api.ts';
import { Anchor, Modal } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../platform/language.tsx';
import { frontDoorQuery, sessionQuery, useSession } from '../platform/session.queries.ts';
import { markSessionLive } from '../platform/session-state.ts';
import { DemoPeople } from './demo-people.tsx';
import { PasskeyButton } from './passkeys/passkey-button.tsx';
import { ProveSecondFactor } from './second-factor/prove-second-factor.tsx';
import { SignInForm } from './sign-in.form.tsx';

/** Laid over the page when its session has ended; the page behind keeps everything typed. */
export function SessionEndedDialog() {
  const t = useText();
  const { person } = useSession();
  const queryClient = useQueryClient();
  const door = useQuery(frontDoorQuery);
  /** The password was right; the code is still to come. */
  const [asked, setAsked] = useState<Session | null>(null);

  function enter(session: Session) {
    setAsked(session.secondFactor === 'needed' ? session : null);
    if (session.secondFactor === 'needed') return;
    if (session.person.id !== person.id) {
      // Another person must not find what the one before had open.
      location.assign('/');
      return;
    }
    queryClient.setQueryData(sessionQuery.queryKey, session);
    markSessionLive();
    void queryClient.invalidateQueries();
  }

  const self = door.data?.demoPeople.filter((one) => one.id === person.id) ?? [];
  return (
    <Modal
      opened
      onClose={() => {}}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={t('ended.title')}
    >
      <p>{t(asked ? 'factor.state' : 'ended.text')}</p>
      {asked ? <ProveSecondFactor factors={asked.factors} onProved={enter} /> : null}
      {asked ? null : self.length > 0 ? (
        <DemoPeople people={self} onSignedIn={enter} />
      ) : (
        <>
          <SignInForm onSignedIn={enter} />
          <PasskeyButton alone onShown={enter} />
        </>
      )}
      <p>
        <Anchor href="/dang-nhap">{t('ended.other')}</Anchor>
      </p>
    </Modal>
  );
}
