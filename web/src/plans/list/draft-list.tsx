import { discardDraft } from '@mangnon/domain/plans/drafts.api.ts';
import type { DraftSummary } from '@mangnon/domain/plans/drafts.api.ts';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../platform/api.ts';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatBytes, formatInstant } from '../../platform/format.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import { ButtonLink } from '../../platform/links.tsx';
import { useMay } from '../../platform/session.queries.ts';
import { ReadingProgress } from '../reading-progress.tsx';
import classes from './draft-list.module.css';

/** What waits for a person, each with how it stands and the one thing to do. */
export function DraftList({ drafts }: { drafts: readonly DraftSummary[] }) {
  const t = useText();
  return (
    <section aria-labelledby="dang-xem-lai" className={classes['section']}>
      <h2 id="dang-xem-lai">{t('drafts.heading')}</h2>
      <ul className={classes['list']}>
        {drafts.map((draft) => (
          <DraftItem key={draft.id} draft={draft} />
        ))}
      </ul>
    </section>
  );
}

function DraftItem({ draft }: { draft: DraftSummary }) {
  const t = useText();
  const { language } = useLanguage();
  const name = draft.title ?? draft.fileName;
  return (
    <li className={classes['item']}>
      <div className={classes['words']}>
        <h3>
          {name}
          {draft.number ? <span className={classes['number']}> {draft.number}</span> : null}
        </h3>
        <DraftState draft={draft} name={name} />
        <p className={classes['meta']}>
          {t(draft.title ? 'drafts.meta' : 'drafts.meta.unnamed', {
            file: draft.fileName,
            size: formatBytes(draft.fileBytes, language),
            by: draft.uploadedBy,
            at: formatInstant(draft.uploadedAt),
          })}
        </p>
      </div>
      <DraftAction draft={draft} name={name} />
    </li>
  );
}

function DraftState({ draft, name }: { draft: DraftSummary; name: string }) {
  const t = useText();
  const { language } = useLanguage();
  const { openDoubts, tasks, targets, reporting } = draft.counts;
  if (draft.state === 'reading') return <ReadingProgress progress={draft.progress} name={name} />;
  if (draft.state === 'refused') {
    return (
      <p>
        <strong className={classes['refused']}>{t('drafts.state.refused')}.</strong> {draft.refusal?.message[language]}
      </p>
    );
  }
  return (
    <p>
      <strong>{t(openDoubts > 0 ? 'drafts.state.in_review' : 'drafts.state.ready')}.</strong>{' '}
      {openDoubts > 0 ? t('drafts.review.open', { count: openDoubts }) : t('drafts.review.ready')}{' '}
      {t('drafts.counts', { tasks, targets, reporting })}
    </p>
  );
}

function DraftAction({ draft, name }: { draft: DraftSummary; name: string }) {
  const t = useText();
  const may = useMay();
  const queryClient = useQueryClient();
  const discard = useMutation({
    mutationFn: () => call(discardDraft, { params: { draftId: draft.id }, body: {} }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['drafts'] }),
  });
  if (draft.state === 'refused') {
    if (!may('plans.draft.discard')) return null;
    const act = t('drafts.act.discard');
    return (
      <div>
        {discard.error ? <ErrorNotice error={discard.error} /> : null}
        <Button
          variant="default"
          aria-label={t('drafts.act.of', { act, name })}
          disabled={discard.isPending}
          onClick={() => discard.mutate()}
        >
          {act}
        </Button>
      </div>
    );
  }
  if (draft.state === 'reading') {
    const act = t('drafts.act.watch');
    return (
      <ButtonLink
        variant="default"
        to="/ke-hoach/tai-len"
        search={{ ban: draft.id }}
        aria-label={t('drafts.act.of', { act, name })}
      >
        {act}
      </ButtonLink>
    );
  }
  const act = t(draft.counts.openDoubts > 0 ? 'drafts.act.review' : 'drafts.act.adopt');
  return (
    <ButtonLink
      variant="outline"
      to="/ke-hoach/du-thao/$draftId"
      params={{ draftId: draft.id }}
      aria-label={t('drafts.act.of', { act, name })}
    >
      {act}
    </ButtonLink>
  );
}
