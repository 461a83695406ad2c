import { getDraft, listDraftEdits } from '@mangnon/domain/plans/drafts.api.ts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { call } from '../../platform/api.ts';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useText } from '../../platform/language.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { useSession } from '../../platform/session.queries.ts';
import { DraftWaiting } from './draft-waiting.tsx';
import { ReviewWorkspace } from './review-workspace.tsx';

const draftQuery = (draftId: string) =>
  queryOptions({
    queryKey: ['draft', draftId],
    queryFn: ({ signal }) => openDraft(draftId, signal),
    // The open screen follows the draft by its edits; only a draft still being read is asked for again.
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    refetchInterval: (query) => (query.state.data?.draft.state === 'reading' ? 1_000 : false),
  });

/** The draft, and where it is reviewed what was done on it until then. */
async function openDraft(draftId: string, signal: AbortSignal) {
  const draft = await call(getDraft, { params: { draftId }, signal });
  if (draft.state !== 'in_review' || draft.seq === 0) return { draft, edits: [] };
  const { edits } = await call(listDraftEdits, { params: { draftId }, query: { after: 0 }, signal });
  return { draft, edits };
}

/** The review of one draft, in whatever state it is. */
export function ReviewPage() {
  const t = useText();
  const { draftId } = useParams({ from: '/frame/ke-hoach/du-thao/$draftId' });
  const { person } = useSession();
  const { data, error, refetch } = useQuery(draftQuery(draftId));
  if (data?.draft.state === 'in_review') return <ReviewWorkspace key={data.draft.id} {...data} person={person} />;
  if (data) return <DraftWaiting draft={data.draft} person={person} onChange={() => void refetch()} />;
  return (
    <>
      <PageHeading
        title={t('review.title')}
        {...(error ? {} : { state: t('app.loading', { what: t('review.what') }) })}
      />
      {error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
    </>
  );
}
