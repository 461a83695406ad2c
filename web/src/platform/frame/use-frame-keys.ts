import { useEffect } from 'react';
import { isTyping } from '../key-help.ts';

/** The search box of the page, if it has one. */
export function findSearchBox(): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>('input[data-search]');
}

/** `?` asks for the keys of the page, `/` goes to its search box; both stay silent while somebody types. */
export function useFrameKeys(onHelp: () => void): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (event.key === '?') {
        event.preventDefault();
        onHelp();
        return;
      }
      const search = event.key === '/' ? findSearchBox() : null;
      if (!search) return;
      event.preventDefault();
      search.focus();
      search.select();
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onHelp]);
}
