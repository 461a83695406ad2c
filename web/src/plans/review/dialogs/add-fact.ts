import type { DraftFact } from '@mangnon/domain/plans/draft-fact.ts';
import type { Span } from '@mangnon/domain/plans/extraction.ts';
import { draftsRefusals } from '@mangnon/domain/plans/drafts.refusals.ts';
import { useCallback } from 'react';
import { useLanguage, useText } from '../../../platform/language.tsx';
import { useTools } from '../review-tools.ts';
import { setMode, takeInHand } from '../screen-state.ts';
import { keyOf, type Task } from '../state/grouping.ts';
import { factFromWords, type AddedKind } from '../state/new-fact.ts';

/** Makes a fact of words and opens it for the rest. It goes to the agency of the task before it in the document. */
export function useAddFact(): (kind: AddedKind, words: string, span: Span | null) => void {
  const { store, screen, act, spoken } = useTools();
  const t = useText();
  const { language } = useLanguage();
  return useCallback(
    (kind, words, span) => {
      const neighbour = taskBefore([...store.getSnapshot().facts.values()], span, screen.get().active);
      const data = factFromWords(kind, words, neighbour?.data.lead ?? [], neighbour?.data.section ?? '');
      const after = kind === 'task' && span === null ? (neighbour?.id ?? null) : null;
      const { factId, refusal } = act.add(kind, data, span, after);
      const known = refusal === null ? null : draftsRefusals[refusal as keyof typeof draftsRefusals];
      spoken.set(() => (refusal === null ? t('review.said.added') : (known?.[language] ?? refusal)));
      if (refusal !== null) return;
      const heldIn = neighbour ? keyOf(neighbour) : '';
      screen.set((now) => ({
        ...setMode(takeInHand(now, factId, 'document', 'edit'), 'edit', heldIn),
        shown: new Set([...now.shown, kind]),
        selection: null,
      }));
      document.getSelection()?.removeAllRanges();
    },
    [store, screen, act, spoken, t, language],
  );
}

/** The task that stands last before the passage, else the one in hand. */
function taskBefore(facts: readonly DraftFact[], span: Span | null, active: string | null): Task | null {
  const tasks = facts.filter((fact): fact is Task => fact.kind === 'task');
  if (span === null) return tasks.find((task) => task.id === active) ?? null;
  const before = tasks.filter((task) => task.span !== null && task.span.start <= span.start);
  return before.toSorted((one, other) => (one.span?.start ?? 0) - (other.span?.start ?? 0)).at(-1) ?? null;
}
