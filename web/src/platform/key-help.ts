import { useEffect, useSyncExternalStore } from 'react';

/** One line of the keyboard help: the keys as written on them, and what they do. */
export interface KeyHelp {
  readonly keys: string;
  readonly does: string;
}

let pages: readonly (readonly KeyHelp[])[] = [];
const listeners = new Set<() => void>();

function put(next: typeof pages): void {
  pages = next;
  for (const listener of listeners) listener();
}

/** Adds a page's own keys to the help under `?` while the page stands. Give it a list that keeps its identity. */
export function useKeyHelp(keys: readonly KeyHelp[]): void {
  useEffect(() => {
    put([...pages, keys]);
    return () => put(pages.filter((page) => page !== keys));
  }, [keys]);
}

export function useAllKeyHelp(): readonly KeyHelp[] {
  const all = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => pages,
  );
  return all.flat();
}

/** Whether a key pressed here is typing: single-letter shortcuts must stay silent then. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input, textarea, select, [role="textbox"], [role="combobox"]');
}
