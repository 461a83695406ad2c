import type { KeyboardEvent, RefObject } from 'react';

/**
 * The keys on a passage: right and left go to the next and the one before, Enter and Space choose. They work only on a passage,
 * so that the arrows still scroll the document.
 */
export function useDocumentKeys(root: RefObject<HTMLElement | null>, onChoose?: (factId: string) => void) {
  return (event: KeyboardEvent) => {
    const piece = event.target instanceof HTMLElement ? event.target : null;
    const factId = piece?.dataset['reach'];
    if (!piece || factId === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onChoose?.(factId);
      return;
    }
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const all = [...(root.current?.querySelectorAll<HTMLElement>('[data-reach]') ?? [])];
    const next = all[all.indexOf(piece) + step];
    if (!next) return;
    piece.tabIndex = -1;
    next.tabIndex = 0;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest' });
  };
}
