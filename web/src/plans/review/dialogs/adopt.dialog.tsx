import { adoptDraft } from '@mangnon/domain/plans/drafts.api.ts';
import { Button, Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call } from '../../../platform/api.ts';
import { ErrorNotice } from '../../../platform/error-notice.tsx';
import { useText } from '../../../platform/language.tsx';
import { NetworkError } from '../../../platform/refusal-error.ts';
import { useReview, useTools } from '../review-tools.ts';
import { countFacts } from '../state/grouping.ts';
import classes from './dialogs.module.css';

/** Adopting cannot be taken back: what will stand, for whom, before it is done. Asked twice, it is done once. */
export function AdoptDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { draftId, drain, catchUp, store } = useTools();
  const facts = useReview((snapshot) => snapshot.facts);
  const { tasks, agencies, targets, reporting } = countFacts(facts);
  const navigate = useNavigate();
  const client = useQueryClient();
  const adopt = useMutation({
    mutationFn: async () => {
      // What was typed a moment ago belongs to what is adopted.
      if (!(await drain())) throw new NetworkError('edits are still waiting');
      return call(adoptDraft, { params: { draftId }, body: { seq: store.getSnapshot().review.seq } });
    },
    onSuccess: async ({ planId }) => {
      await navigate({ to: '/ke-hoach/$planId', params: { planId } });
      await client.invalidateQueries();
    },
    // Somebody may have edited meanwhile: show it, and let the person look again.
    onError: () => void catchUp().catch(() => {}),
  });
  return (
    <Modal opened onClose={onClose} title={t('review.adopt')} closeButtonProps={{ 'aria-label': t('app.close') }}>
      <p>{t('review.adopt.text', { tasks, agencies, targets, reporting })}</p>
      <p>{t('review.adopt.final')}</p>
      {adopt.error ? <ErrorNotice error={adopt.error} /> : null}
      <div className={classes['buttons']}>
        <Button loading={adopt.isPending} onClick={() => adopt.mutate()} data-autofocus>
          {t('review.adopt')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </div>
    </Modal>
  );
}
