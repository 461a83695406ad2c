import { draftsRefusals } from '@mangnon/domain/plans/drafts.refusals.ts';
import { useMemo } from 'react';
import { useLanguage, useText } from '../../../platform/language.tsx';
import { useTools } from '../review-tools.ts';
import { setMode, takeInHand } from '../screen-state.ts';
import { arrangeRows, isOpen, nextDoubtful, rowBeside, taskAbove } from '../state/fact-rows.ts';
import { keyOf } from '../state/grouping.ts';

/** The commands on rows, for buttons and keys alike. Each says aloud what it did. */
export function useRowCommands() {
  const { store, screen, act, spoken } = useTools();
  const t = useText();
  const { language } = useLanguage();

  return useMemo(() => {
    const facts = () => store.getSnapshot().facts;
    const rows = () => {
      const { active, heldIn } = screen.get();
      return arrangeRows(facts(), active !== null && heldIn !== null ? { factId: active, key: heldIn } : null);
    };
    const say = (sentence: string) => spoken.set(() => sentence);
    /** What is taken in hand shows, also where its kind was hidden. */
    const take = (factId: string | null) => {
      if (factId === null) return;
      const kind = facts().get(factId)?.kind;
      screen.set((now) => {
        const shown = kind === undefined || now.shown.has(kind) ? now.shown : new Set([...now.shown, kind]);
        return takeInHand({ ...now, shown }, factId, 'keys');
      });
    };
    const shownRows = () => {
      const { shown } = screen.get();
      const kindOf = (factId: string) => facts().get(factId)?.kind ?? 'doubt';
      return { order: rows().order.filter((factId) => kindOf(factId) === 'doubt' || shown.has(kindOf(factId))) };
    };
    const said = (refusal: string | null, done: string): boolean => {
      const known = refusal === null ? null : draftsRefusals[refusal as keyof typeof draftsRefusals];
      say(refusal === null ? done : (known?.[language] ?? refusal));
      return refusal === null;
    };
    const groupOf = (factId: string) => {
      const fact = facts().get(factId);
      return fact?.kind === 'task' ? keyOf(fact) : '';
    };

    function accept(factId: string): void {
      const { doubts } = rows();
      const fact = facts().get(factId);
      const own = fact?.kind === 'doubt' ? [fact] : (doubts.get(factId) ?? []);
      const first = own.find(isOpen);
      if (!first) return;
      act.accept([first]);
      const after = rows();
      const left = after.doubtful.length;
      say(t('review.said.accepted', { left }));
      const stillOpen = after.doubtful.includes(factId);
      if (!stillOpen) take(nextDoubtful(after, factId, 1));
    }

    /** A doubt is accepted, not edited; only tasks are split. */
    function open(factId: string, mode: 'edit' | 'split'): void {
      const kind = facts().get(factId)?.kind;
      if (kind === undefined || kind === 'doubt' || (mode === 'split' && kind !== 'task')) return;
      screen.set((now) => setMode(takeInHand(now, factId, 'facts'), mode, groupOf(factId)));
    }

    function remove(factId: string): void {
      const before = rows();
      const beside = rowBeside(before, factId, 1);
      const next = beside === factId ? rowBeside(before, factId, -1) : beside;
      if (said(act.remove(factId), t('review.said.deleted'))) take(next === factId ? null : next);
    }

    function mergeAbove(factId: string): void {
      const above = taskAbove(rows(), factId);
      if (above === null) return say(t('review.said.nothingAbove'));
      if (said(act.merge(above, factId), t('review.said.merged'))) take(above);
    }

    function cutAt(factId: string, at: number): boolean {
      const done = said(act.split(factId, at), t('review.said.split'));
      if (done) take(factId);
      return done;
    }

    return {
      accept,
      remove,
      mergeAbove,
      cutAt,
      say,
      edit: (factId: string) => open(factId, 'edit'),
      split: (factId: string) => open(factId, 'split'),
      /** Back from editing to the row; what was typed is on its way. */
      close: () => {
        act.leaveField();
        const { active } = screen.get();
        if (active) screen.set((now) => takeInHand(setMode(now, 'look', null), active, 'keys'));
      },
      doubt: (step: 1 | -1) => {
        const next = nextDoubtful(rows(), screen.get().active, step);
        if (next === null) say(t('review.said.noDoubts'));
        take(next);
      },
      beside: (step: 1 | -1) => take(rowBeside(shownRows(), screen.get().active, step)),
      undo: () => {
        const { undoable } = store.getSnapshot().review;
        say(t(undoable.length === 0 ? 'review.said.nothingToUndo' : 'review.said.undone'));
        act.undo();
      },
      redo: () => {
        const { redoable } = store.getSnapshot().review;
        say(t(redoable.length === 0 ? 'review.said.nothingToRedo' : 'review.said.redone'));
        act.redo();
      },
    };
  }, [store, screen, act, spoken, t, language]);
}

export type RowCommands = ReturnType<typeof useRowCommands>;
