import type { Session } from '@mangnon/domain/access/session.api.ts';
import { Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useText } from '../../platform/language.tsx';
import { sessionQuery, useSession } from '../../platform/session.queries.ts';
import { answerStepUp, type StepUp } from '../../platform/step-up-state.ts';
import { AddPasskeyForm } from '../passkeys/add-passkey.form.tsx';
import { PasskeyButton } from '../passkeys/passkey-button.tsx';
import { ProveSecondFactor } from './prove-second-factor.tsx';

/** Above any other dialog: the act that waits was most likely begun in one. */
export function StepUpDialog({ asked, level }: { asked: StepUp; level: number }) {
  const t = useText();
  const { factors } = useSession();
  const queryClient = useQueryClient();
  function goOn(session: Session) {
    queryClient.setQueryData(sessionQuery.queryKey, session);
    answerStepUp(asked, true);
  }
  return (
    <Modal
      opened
      zIndex={400 + level}
      onClose={() => answerStepUp(asked, false)}
      title={t(`factor.stepUp.title.${asked}`)}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <p>{t(`factor.stepUp.text.${asked}`)}</p>
      {asked === 'factor' ? <ProveSecondFactor factors={factors} onProved={goOn} /> : null}
      {asked === 'passkey' ? <PasskeyButton onShown={goOn} /> : null}
      {asked === 'new_passkey' ? <AddPasskeyForm onAdded={({ session }) => goOn(session)} /> : null}
    </Modal>
  );
}
