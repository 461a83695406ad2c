import * as steps from '@mangnon/domain/plans/writing/manuscript-steps.api.ts';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../platform/api.ts';
import { ErrorNotice } from '../../../platform/error-notice.tsx';
import { useText } from '../../../platform/language.tsx';
import { ButtonLink } from '../../../platform/links.tsx';
import { useDesk, useDeskView } from '../desk/use-desk.ts';
import { IssueDialog } from './issue.dialog.tsx';
import { SendBackDialog } from './send-back.dialog.tsx';

/** What can be done with the plan now, the next step first. */
export function StepButtons() {
  const t = useText();
  const { desk, manuscript } = useDesk();
  const view = useDeskView(desk);
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState<'sendBack' | 'issue' | null>(null);
  const { can, id, planId } = manuscript;
  const params = { manuscriptId: id };
  const again = () => queryClient.invalidateQueries({ queryKey: ['manuscript', id] });

  const step = useMutation({
    mutationFn: async (what: 'submit' | 'approve' | 'withdraw' | 'restore') => {
      // What was typed a moment ago goes first: it is part of what is laid before the other.
      await desk.drain();
      const { seq } = desk.getView().state;
      if (what === 'submit') return call(steps.submitManuscript, { params, body: { seq } });
      if (what === 'approve') return call(steps.approveManuscript, { params, body: { seq } });
      if (what === 'withdraw') return call(steps.withdrawManuscript, { params, body: {} });
      return call(steps.restoreManuscript, { params, body: {} });
    },
    onSettled: again,
  });
  const busy = step.isPending;
  return (
    <>
      {planId === null ? null : (
        <ButtonLink to="/ke-hoach/$planId" params={{ planId }}>
          {t('writing.step.open')}
        </ButtonLink>
      )}
      {can.submit ? (
        <Button disabled={busy || view.link === 'lost'} onClick={() => step.mutate('submit')}>
          {t('writing.step.submit')}
        </Button>
      ) : null}
      {can.approve ? (
        <Button disabled={busy} onClick={() => step.mutate('approve')}>
          {t('writing.step.approve')}
        </Button>
      ) : null}
      {can.issue ? <Button onClick={() => setAsking('issue')}>{t('writing.step.issue')}</Button> : null}
      {can.sendBack ? (
        <Button variant="default" onClick={() => setAsking('sendBack')}>
          {t('writing.step.sendBack')}
        </Button>
      ) : null}
      {can.restore ? (
        <Button variant="default" disabled={busy} onClick={() => step.mutate('restore')}>
          {t('writing.step.restore')}
        </Button>
      ) : null}
      {can.withdraw ? (
        <Button variant="default" disabled={busy} onClick={() => step.mutate('withdraw')}>
          {t('writing.step.withdraw')}
        </Button>
      ) : null}
      {step.error ? <ErrorNotice error={step.error} /> : null}
      {asking === 'sendBack' ? (
        <SendBackDialog manuscriptId={id} onClose={() => setAsking(null)} onDone={again} />
      ) : null}
      {asking === 'issue' ? (
        <IssueDialog manuscript={manuscript} onClose={() => setAsking(null)} onDone={again} />
      ) : null}
    </>
  );
}
