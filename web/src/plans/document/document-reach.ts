import type { Chunk } from './document-blocks.ts';
import { findPieceAt } from './text-position.ts';

const factsOf = (piece: HTMLElement) => piece.dataset['facts']?.split(' ') ?? [];

/** The fact meant by a click: the shortest one under it, or, when that is chosen already, the next longer. */
export function chooseFact(target: EventTarget | null, activeId: string | null): string | null {
  if (!(target instanceof Element)) return null;
  const piece = target.closest<HTMLElement>('[data-facts]');
  if (!piece) return null;
  const facts = factsOf(piece);
  const at = activeId === null ? -1 : facts.indexOf(activeId);
  return facts[(at + 1) % facts.length] ?? null;
}

/**
 * Makes the chosen fact's pieces stand out and lets Tab come back to it. Done on the elements themselves, so that
 * going through hundreds of facts draws no part of the document again.
 */
export function markActive(root: HTMLElement, activeId: string | null): void {
  for (const piece of root.querySelectorAll('[data-active]')) piece.removeAttribute('data-active');
  for (const piece of root.querySelectorAll<HTMLElement>('[data-reach][tabindex="0"]')) piece.tabIndex = -1;
  const chosen = activeId === null ? null : CSS.escape(activeId);
  if (chosen !== null) {
    for (const piece of root.querySelectorAll(`[data-facts~="${chosen}"]`)) piece.setAttribute('data-active', '');
  }
  const reach =
    (chosen === null ? null : root.querySelector<HTMLElement>(`[data-reach="${chosen}"]`)) ??
    root.querySelector<HTMLElement>('[data-reach]');
  if (reach) reach.tabIndex = 0;
}

/**
 * Brings the text at `position` into the middle. The first scroll goes by guessed heights of what was never drawn;
 * when the browser has drawn the place, the second one is exact. False when that part is not on the page yet.
 */
export function scrollToPosition(root: HTMLElement, chunks: readonly Chunk[], position: number): boolean {
  const index = chunks.findLastIndex((chunk) => chunk.span.start <= position);
  const chunk = root.querySelectorAll<HTMLElement>('[data-chunk]')[Math.max(0, index)];
  const piece = chunk ? findPieceAt(chunk, position) : null;
  if (!piece) return false;
  piece.scrollIntoView({ block: 'center' });
  requestAnimationFrame(() => piece.scrollIntoView({ block: 'center' }));
  return true;
}
