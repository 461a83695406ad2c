import type { DraftFact } from '@mangnon/domain/plans/draft-fact.ts';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { HeadingForm, LegalBasisForm, ReportingForm, TargetForm, TaskForm } from '../edit/fact-forms.tsx';
import { SplitView } from '../edit/split-view.tsx';
import { useRowCommands } from './row-commands.ts';

/** The row opened for editing, or for cutting in two. */
export function RowEditor({ fact, mode }: { fact: DraftFact; mode: 'edit' | 'split' }) {
  const commands = useRowCommands();
  const place = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    const box = place.current?.querySelector<HTMLElement>('textarea, input, select');
    box?.focus({ preventScroll: true });
    place.current?.closest('li')?.scrollIntoView({ block: 'nearest' });
  }, []);

  function keys(event: KeyboardEvent) {
    if (event.defaultPrevented || event.nativeEvent.isComposing) return;
    const cutHere = event.altKey && event.code === 'KeyS' && words.current && fact.kind === 'task';
    if (event.key === 'Escape' || (event.key === 'Enter' && event.ctrlKey)) {
      event.preventDefault();
      event.stopPropagation();
      commands.close();
    } else if (cutHere && words.current) {
      event.preventDefault();
      const { value, selectionStart } = words.current;
      commands.cutAt(fact.id, selectionStart - (value.length - value.trimStart().length));
    }
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears the keys of the boxes inside
    <div ref={place} onKeyDown={keys}>
      {mode === 'split' && fact.kind === 'task' ? <SplitView task={fact} /> : null}
      {mode === 'edit' ? <FactForm fact={fact} words={words} /> : null}
    </div>
  );
}

function FactForm({ fact, words }: { fact: DraftFact; words: React.RefObject<HTMLTextAreaElement | null> }) {
  switch (fact.kind) {
    case 'task':
      return <TaskForm factId={fact.id} boxRef={words} />;
    case 'target':
      return <TargetForm factId={fact.id} />;
    case 'reporting':
      return <ReportingForm factId={fact.id} />;
    case 'legal_basis':
      return <LegalBasisForm factId={fact.id} />;
    case 'heading':
      return <HeadingForm factId={fact.id} />;
    case 'doubt':
      return null;
  }
}
