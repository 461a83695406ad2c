import { useEffect } from 'react';
import { isTyping } from '../../../platform/key-help.ts';
import type { DeskTools } from '../desk/use-desk.ts';

/** Escape closes the open part; arrows go from part to part, U takes the last own act back; silent while somebody types. */
export function useSheetKeys({ desk, manuscript, open, openId }: DeskTools): void {
  const canEdit = manuscript.can.edit;
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      // A list of suggestions closes first: it has taken the key by then.
      if (event.key === 'Escape' && openId !== null && !event.defaultPrevented) {
        desk.leave();
        open(null);
        document.querySelector<HTMLElement>(`[data-words="${openId}"]`)?.focus();
      }
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'u' && canEdit) desk.undo();
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      const rows = [...document.querySelectorAll<HTMLElement>('[data-words]')];
      const at = rows.findIndex((row) => row === document.activeElement);
      if (at < 0) return;
      event.preventDefault();
      rows[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [desk, canEdit, open, openId]);
}
