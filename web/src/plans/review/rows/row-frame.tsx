import type { DraftFact } from '@mangnon/domain/plans/draft-fact.ts';
import { memo, useEffect, useRef } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import { useText } from '../../../platform/language.tsx';
import { ClashPanel } from '../notices/clash-panel.tsx';
import { useReview, useTools } from '../review-tools.ts';
import { takeInHand } from '../screen-state.ts';
import { isOpen } from '../state/fact-rows.ts';
import type { Doubt } from '../state/grouping.ts';
import { DoubtMarks, OpenDoubts } from './doubts.tsx';
import { FactWords } from './fact-words.tsx';
import { RowActions } from './row-actions.tsx';
import { useRowCommands } from './row-commands.ts';
import { RowEditor } from './row-editor.tsx';
import classes from './rows.module.css';

export interface RowProps {
  readonly fact: DraftFact;
  readonly number: number;
  readonly doubts: readonly Doubt[];
  /** How this row stands: not in hand, in hand, being edited, being split. */
  readonly state: 'rest' | 'look' | 'edit' | 'split';
  /** The keyboard comes to the list here. */
  readonly first: boolean;
  /** Grows when this row must come into sight and take the keyboard. */
  readonly reveal: number;
}

function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button, input, textarea, select, a') !== null;
}

function isSameRow(before: RowProps, after: RowProps): boolean {
  return (
    before.fact === after.fact &&
    before.number === after.number &&
    before.state === after.state &&
    before.first === after.first &&
    before.reveal === after.reveal &&
    before.doubts.length === after.doubts.length &&
    before.doubts.every((doubt, at) => doubt === after.doubts[at])
  );
}

/** One fact: its words, what is doubted about it, and, in hand, what can be done with it. */
export const FactRow = memo(function FactRow({ fact, number, doubts, state, first, reveal }: RowProps) {
  const t = useText();
  const { screen } = useTools();
  const commands = useRowCommands();
  const row = useRef<HTMLLIElement>(null);
  const open = doubts.filter(isOpen);
  const isOpened = state === 'edit' || state === 'split';

  useEffect(() => {
    if (reveal === 0 || !row.current) return;
    row.current.scrollIntoView({ block: 'nearest' });
    if (!row.current.contains(document.activeElement)) row.current.focus({ preventScroll: true });
  }, [reveal]);

  function choose(event: MouseEvent) {
    // Marking words to copy them chooses nothing, and inside an open editor there is nothing to choose.
    if (!document.getSelection()?.isCollapsed || isOpened) return;
    if (isControl(event.target)) return;
    screen.set((now) => takeInHand(now, fact.id, 'facts'));
  }

  // A row is no button: it holds some. Everything the mouse does here, the keys of the screen do too.
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <li
      ref={row}
      id={`fact-${fact.id}`}
      data-row={fact.id}
      className={classes['row']}
      data-state={state}
      data-doubt={open.length > 0 || undefined}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard goes from row to row
      tabIndex={state !== 'rest' || first ? 0 : -1}
      aria-current={state === 'rest' ? undefined : 'true'}
      onClick={choose}
      onDoubleClick={(event) => {
        if (!isOpened && !isControl(event.target)) commands.edit(fact.id);
      }}
    >
      <span className={classes['number']}>
        <span className="for-screen-readers">{t(`review.kind.${fact.kind}.one`)} </span>
        {number}
      </span>
      <div className={classes['body']}>
        <RowClashes factId={fact.id} />
        {isOpened ? <OpenDoubts doubts={doubts} /> : null}
        {isOpened ? <RowEditor key={state} fact={fact} mode={state} /> : <FactWords fact={fact} />}
        {state === 'rest' ? <DoubtMarks doubts={doubts} /> : null}
        {state === 'look' ? <OpenDoubts doubts={doubts} /> : null}
        {state === 'look' || state === 'edit' ? (
          <RowActions fact={fact} open={open} editing={state === 'edit'} />
        ) : null}
      </div>
    </li>
  );
}, isSameRow);

function RowClashes({ factId }: { factId: string }): ReactNode {
  const clashes = useReview(({ review }) => review.clashes);
  const own = clashes.filter((clash) => clash.factId === factId);
  return own.map((clash) => <ClashPanel key={clash.id} clash={clash} />);
}
