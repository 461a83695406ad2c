import type { DraftSummary } from '@mangnon/domain/plans/drafts.api.ts';
import { useText } from '../platform/language.tsx';
import { ProgressLine } from '../ui/progress-line.tsx';

/** How far the machine is with a file: by page where it recognises print, else by step. */
export function ReadingProgress({ progress, name }: { progress: DraftSummary['progress']; name: string }) {
  const t = useText();
  const { stage, done, of } = progress;
  const counted = stage === 'recognising' && of > 0;
  const words = counted
    ? t('drafts.reading.recognising', { done, of })
    : t(stage === 'recognising' ? 'drafts.reading.opening' : `drafts.reading.${stage}`);
  const share = stage === 'done' ? 1 : counted ? done / of : null;
  return <ProgressLine share={share} label={t('drafts.reading.label', { name })} words={words} />;
}
