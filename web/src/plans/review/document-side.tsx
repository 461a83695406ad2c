import type { DraftFact } from '@mangnon/domain/plans/draft-fact.ts';
import type { Draft } from '@mangnon/domain/plans/drafts.api.ts';
import type { Span } from '@mangnon/domain/plans/extraction.ts';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { DocumentPane, type DocumentPaneHandle } from '../document/document-pane.tsx';
import type { Highlight } from '../document/highlight.ts';
import { useReview, useScreen, useTools } from './review-tools.ts';
import { takeInHand } from './screen-state.ts';
import { isOpen } from './state/fact-rows.ts';
import type { Facts } from './state/review-state.ts';

/** The left side: the document as printed, each fact marked where it was read. */
export function DocumentSide({ layout, height }: { layout: Draft['layout']; height: 'fill' | 'flow' }) {
  const { text, screen, store } = useTools();
  const facts = useReview((snapshot) => snapshot.facts);
  const shown = useScreen((now) => now.shown);
  const active = useScreen((now) => now.active);
  const reveal = useScreen((now) => now.reveal);
  const pane = useRef<DocumentPaneHandle>(null);
  const highlights = useMemo(
    () =>
      [...facts.values()].flatMap((fact) =>
        isMarked(fact) && (shown.has(fact.kind) || fact.kind === 'doubt') ? [markOf(fact)] : [],
      ),
    [facts, shown],
  );

  useEffect(() => {
    const { active: chosen } = screen.get();
    const span = chosen === null ? null : placeOf(store.getSnapshot().facts, chosen);
    if (reveal.count > 0 && reveal.where !== 'facts' && span) pane.current?.scrollToSpan(span);
  }, [reveal, screen, store]);

  const choose = useCallback(
    (factId: string) => {
      const fact = store.getSnapshot().facts.get(factId);
      const about = fact?.kind === 'doubt' ? fact.data.about : null;
      screen.set((now) => takeInHand(now, about ?? factId, 'document'));
    },
    [screen, store],
  );
  const select = useCallback(
    (span: Span | null) =>
      screen.set((now) => {
        if (span === null) return now.selection === null ? now : { ...now, selection: null };
        return { ...now, selection: { span, words: text.slice(span.start, span.end) } };
      }),
    [screen, text],
  );

  return (
    <DocumentPane
      ref={pane}
      text={text}
      layout={layout}
      highlights={highlights}
      activeId={active}
      onChoose={choose}
      onSelect={select}
      height={height}
    />
  );
}

/** Where to look for a fact: at the passage that is still doubted, else at its own. */
function placeOf(facts: Facts, factId: string): Span | null {
  for (const fact of facts.values())
    if (fact.kind === 'doubt' && fact.data.about === factId && isOpen(fact) && fact.span) return fact.span;
  return facts.get(factId)?.span ?? null;
}

type Marked = Exclude<DraftFact, { kind: 'heading' }> & { span: Span };

/** Settled doubts are no longer marked. */
function isMarked(fact: DraftFact): fact is Marked {
  if (fact.span === null || fact.kind === 'heading') return false;
  return fact.kind !== 'doubt' || fact.data.settled === null;
}

function markOf(fact: Marked): Highlight {
  return { id: fact.id, kind: fact.kind, span: fact.span };
}
