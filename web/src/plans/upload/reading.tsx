import { Button, Group } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatInstant } from '../../platform/format.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import { ButtonLink } from '../../platform/links.tsx';
import { Notice } from '../../ui/notice.tsx';
import { draftOnceQuery, readingQuery } from '../plans.queries.ts';
import { ReadingProgress } from '../reading-progress.tsx';
import type { SameFile } from './use-upload.ts';

/** The machine reads; when it has, the review opens by itself, unless the same file was here before. */
export function Reading({
  draftId,
  sameFileAs,
  onAgain,
}: {
  draftId: string;
  sameFileAs: SameFile;
  onAgain: () => void;
}) {
  const t = useText();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const reading = useQuery(readingQuery(draftId));
  const state = reading.data?.state;
  const draft = useQuery(draftOnceQuery(draftId, state === 'refused'));
  const name = draft.data?.fileName ?? '';
  const planId = reading.data?.planId;

  useEffect(() => {
    if (state === undefined || state === 'reading') return;
    void queryClient.invalidateQueries({ queryKey: ['drafts'] });
    if (sameFileAs) return;
    if (state === 'in_review') void navigate({ to: '/ke-hoach/du-thao/$draftId', params: { draftId }, replace: true });
    if (state === 'adopted' && planId) void navigate({ to: '/ke-hoach/$planId', params: { planId }, replace: true });
  }, [state, draftId, planId, sameFileAs, navigate, queryClient]);

  if (reading.error) return <ErrorNotice error={reading.error} onRetry={() => void reading.refetch()} />;
  if (!reading.data || !draft.data) return null;
  if (state === 'refused') {
    return (
      <Notice
        tone="danger"
        title={t('upload.refused.title', { name })}
        actions={<Button onClick={onAgain}>{t('upload.again')}</Button>}
        alert
      >
        <p>{draft.data.refusal?.message[language]}</p>
      </Notice>
    );
  }
  return (
    <>
      {sameFileAs ? <SameFileNotice same={sameFileAs} /> : null}
      <h2>{t(state === 'reading' ? 'upload.read.title' : 'upload.read.done', { name })}</h2>
      <div style={{ marginBlock: 12 }}>
        <ReadingProgress progress={reading.data.progress} name={name} />
      </div>
      {state === 'reading' ? <p>{t('upload.read.leave')}</p> : null}
      {sameFileAs && state === 'in_review' ? (
        <ButtonLink variant="default" to="/ke-hoach/du-thao/$draftId" params={{ draftId }}>
          {t('upload.same.go')}
        </ButtonLink>
      ) : null}
    </>
  );
}

function SameFileNotice({ same }: { same: NonNullable<SameFile> }) {
  const t = useText();
  return (
    <Notice
      tone="doubt"
      title={t('upload.same.title', { when: formatInstant(same.uploadedAt) })}
      actions={
        <Group>
          {same.planId ? (
            <ButtonLink to="/ke-hoach/$planId" params={{ planId: same.planId }}>
              {t('upload.same.plan')}
            </ButtonLink>
          ) : (
            <ButtonLink to="/ke-hoach/du-thao/$draftId" params={{ draftId: same.draftId }}>
              {t('upload.same.draft')}
            </ButtonLink>
          )}
        </Group>
      }
      alert
    />
  );
}
