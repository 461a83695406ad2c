import { useEffect, useMemo } from 'react';
import { isTyping, useKeyHelp } from '../../platform/key-help.ts';
import { useText } from '../../platform/language.tsx';
import { useTools } from './review-tools.ts';
import { useRowCommands } from './rows/row-commands.ts';

/** The keys of the screen. They work while the keyboard is in its panes (or nowhere), never while somebody types. */
export function useReviewKeys(): void {
  const { screen, canEdit } = useTools();
  const commands = useRowCommands();
  const t = useText();

  useEffect(() => {
    const { active } = { active: () => screen.get().active };
    const onRow = (does: (factId: string) => void) => () => {
      const factId = active();
      if (factId !== null && canEdit) does(factId);
    };
    const letters: Readonly<Record<string, () => void>> = {
      j: () => commands.doubt(1),
      k: () => commands.doubt(-1),
      e: onRow(commands.edit),
      s: onRow(commands.split),
      m: onRow(commands.mergeAbove),
      u: commands.undo,
      a: () => canEdit && addFromSelection(),
      delete: onRow(commands.remove),
      enter: onRow(commands.accept),
      arrowdown: () => commands.beside(1),
      arrowup: () => commands.beside(-1),
      escape: () => screen.set((now) => ({ ...now, mode: 'look', active: null, selection: null, heldIn: null })),
    };
    const withControl: Readonly<Record<string, () => void>> = { z: commands.undo, y: commands.redo };

    /** Marked words become a fact by the bar under them; without any, the dialog asks for them. */
    function addFromSelection(): void {
      const bar = document.querySelector<HTMLElement>('[data-selection-bar] button');
      if (bar) bar.focus();
      else screen.set((now) => ({ ...now, dialog: 'add' }));
    }

    function onKey(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.altKey || event.isComposing || !isOurs(event)) return;
      const key = event.key.toLowerCase();
      const control = event.ctrlKey || event.metaKey;
      const does = control ? (event.shiftKey && key === 'z' ? commands.redo : withControl[key]) : letters[key];
      if (!does) return;
      event.preventDefault();
      does();
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [screen, commands, canEdit]);

  useKeyHelp(
    useMemo(
      () => [
        { keys: 'J / K', does: t('review.keys.doubt') },
        { keys: '↑ / ↓', does: t('review.keys.rows') },
        { keys: 'Enter', does: t('review.keys.accept') },
        { keys: 'E', does: t('review.keys.edit') },
        { keys: 'Esc', does: t('review.keys.close') },
        { keys: 'S', does: t('review.keys.split') },
        { keys: 'Alt+S', does: t('review.keys.splitHere') },
        { keys: 'M', does: t('review.keys.merge') },
        { keys: 'Delete', does: t('review.keys.delete') },
        { keys: 'A', does: t('review.keys.add') },
        { keys: 'U, Ctrl+Z', does: t('review.keys.undo') },
        { keys: 'Ctrl+Y', does: t('review.keys.redo') },
        { keys: '← / →', does: t('document.keys.next') },
      ],
      [t],
    ),
  );
}

/** Not while typing, not under a dialog, and a button keeps its own Enter, the document its own arrows. */
function isOurs(event: KeyboardEvent): boolean {
  const { target } = event;
  if (isTyping(target) || document.querySelector('[role="dialog"]')) return false;
  if (!(target instanceof Element)) return true;
  const inside = target.closest('[data-review]') !== null || target === document.body || target.tagName === 'MAIN';
  if (!inside) return false;
  if (event.key === 'Enter' && target.closest('button, a, [role="button"]')) return false;
  return !(event.key.startsWith('Arrow') && target.closest('[data-side="document"], [role="toolbar"]'));
}
