import { revealReporter } from '@mangnon/domain/cases/cases.api.ts';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Known } from '../../children/groups/group-section.tsx';
import { call } from '../../platform/api.ts';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useText } from '../../platform/language.tsx';

/** Who reported stands on the screen only after it was asked for, and goes again at a press. */
export function RevealReporter({ caseId }: { caseId: string }) {
  const t = useText();
  const reveal = useMutation({ mutationFn: () => call(revealReporter, { params: { caseId } }), gcTime: 0 });
  if (reveal.data)
    return (
      <div aria-live="polite">
        <Known group="reporter" content={reveal.data.reporter} />
        <Button variant="default" size="compact-sm" mt="xs" onClick={() => reveal.reset()}>
          {t('cases.reporter.cover')}
        </Button>
      </div>
    );
  return (
    <>
      {reveal.error ? <ErrorNotice error={reveal.error} /> : null}
      <Button variant="default" size="compact-sm" disabled={reveal.isPending} onClick={() => reveal.mutate()}>
        {t('cases.reporter.reveal')}
      </Button>
    </>
  );
}
