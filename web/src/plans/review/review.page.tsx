import { useParams } from '@tanstack/react-router';

export function ReviewPage() {
  const { draftId } = useParams({ strict: false }) as { draftId?: string };
  return <main data-draft={draftId} />;
}
