import { Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useText } from '../../platform/language.tsx';
import { sessionQuery } from '../../platform/session.queries.ts';
import { answerStepUp } from '../../platform/step-up-state.ts';
import { ProveSecondFactor } from './prove-second-factor.tsx';

/** Above any other dialog: the act that waits was most likely begun in one. */
export function StepUpDialog() {
  const t = useText();
  const queryClient = useQueryClient();
  return (
    <Modal
      opened
      zIndex={400}
      onClose={() => answerStepUp(false)}
      title={t('factor.stepUp.title')}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <p>{t('factor.stepUp.text')}</p>
      <ProveSecondFactor
        onProved={(session) => {
          queryClient.setQueryData(sessionQuery.queryKey, session);
          answerStepUp(true);
        }}
      />
    </Modal>
  );
}
