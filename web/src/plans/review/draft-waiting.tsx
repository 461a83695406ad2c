import { restoreDraft, type Draft } from '@mangnon/domain/plans/drafts.api.ts';
import { Anchor, Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../../platform/api.ts';
import { Crumbs } from '../../platform/crumbs.tsx';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useLanguage, useText } from '../../platform/language.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProgressLine } from '../../ui/progress-line.tsx';
import classes from './notices/notices.module.css';
import { LeftOver } from './notices/left-over.tsx';

interface Props {
  readonly draft: Draft;
  readonly person: { readonly id: string };
  readonly onChange: () => void;
}

/** A draft that is not under review: still being read, unreadable, adopted, or put away. */
export function DraftWaiting({ draft, person, onChange }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const upload = (
    <Anchor component={Link} to="/ke-hoach/tai-len">
      {t('review.refused.upload')}
    </Anchor>
  );
  return (
    <>
      <Crumbs trail={[{ label: t('plans.subject'), to: '/ke-hoach' }]} here={t('review.crumb')} />
      <PageHeading
        title={draft.title ?? draft.fileName}
        state={t(`review.state.${draft.state === 'in_review' ? 'reading' : draft.state}`)}
      />
      {draft.state === 'reading' ? <Progress progress={draft.progress} /> : null}
      {draft.state === 'refused' ? (
        <Notice
          tone="danger"
          title={draft.refusal?.message[language] ?? t('review.state.refused')}
          actions={upload}
          alert
        >
          <p>{t('review.refused.file', { file: draft.fileName })}</p>
        </Notice>
      ) : null}
      {draft.state === 'adopted' && draft.planId ? (
        <Notice tone="calm" title={t('review.adopted.title')}>
          <Link className={classes['link']} to="/ke-hoach/$planId" params={{ planId: draft.planId }}>
            {t('review.adopted.link')}
          </Link>
        </Notice>
      ) : null}
      {draft.state === 'discarded' ? <Discarded draft={draft} onChange={onChange} /> : null}
      {draft.state === 'adopted' || draft.state === 'discarded' ? (
        <LeftOver draftId={draft.id} personId={person.id} />
      ) : null}
    </>
  );
}

function Progress({ progress }: { progress: Draft['progress'] }) {
  const t = useText();
  const { stage, done, of } = progress;
  const words = of > 0 ? t('review.progress.pages', { done, of }) : t(`review.progress.${stage}`);
  return (
    <>
      <p>{t(`review.progress.${stage}`)}</p>
      <ProgressLine share={of > 0 ? done / of : null} label={t('review.progress')} words={words} />
      <p>{t('review.progress.leave')}</p>
    </>
  );
}

function Discarded({ draft, onChange }: Pick<Props, 'draft' | 'onChange'>) {
  const t = useText();
  const restore = useMutation({
    mutationFn: () => call(restoreDraft, { params: { draftId: draft.id }, body: {} }),
    onSuccess: onChange,
  });
  const button = draft.can.discard ? (
    <Button loading={restore.isPending} onClick={() => restore.mutate()}>
      {t('review.restore')}
    </Button>
  ) : null;
  return (
    <>
      <Notice tone="doubt" title={t('review.discarded.title')} actions={button}>
        <p>{t('review.discarded.text')}</p>
      </Notice>
      {restore.error ? <ErrorNotice error={restore.error} /> : null}
    </>
  );
}
