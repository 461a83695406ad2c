import type { Span } from '@mangnon/domain/plans/extraction.ts';

/** Every piece of document text on the screen stands in an element that says where it starts: `data-start`. */
function pieceAround(node: Node): HTMLElement | null {
  const element = node instanceof HTMLElement ? node : node.parentElement;
  return element?.closest<HTMLElement>('[data-start]') ?? null;
}

function startOf(piece: HTMLElement): number {
  return Number(piece.dataset['start']);
}

/** Where a point of the page stands in the document text; `edge` says to which side to go when it is between pieces. */
function positionOf(root: HTMLElement, node: Node, offset: number, edge: 'start' | 'end'): number | null {
  const piece = pieceAround(node);
  if (piece && node.nodeType === Node.TEXT_NODE) return startOf(piece) + offset;
  const pieces = [...root.querySelectorAll<HTMLElement>('[data-start]')];
  const point = document.createRange();
  point.setStart(node, offset);
  if (edge === 'start') {
    const after = pieces.find((one) => point.comparePoint(one, 0) >= 0);
    return after ? startOf(after) : null;
  }
  const before = pieces.findLast((one) => point.comparePoint(one, one.childNodes.length) <= 0);
  return before ? startOf(before) + (before.textContent?.length ?? 0) : null;
}

/** The passage the person has marked inside `root`, without space at its ends; null when there is none. */
export function readSelectedSpan(root: HTMLElement, text: string): Span | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.commonAncestorContainer)) return null;
  const start = positionOf(root, range.startContainer, range.startOffset, 'start');
  const end = positionOf(root, range.endContainer, range.endOffset, 'end');
  if (start === null || end === null || end <= start) return null;
  const passage = text.slice(start, end);
  const trimmed = passage.trim();
  if (trimmed === '') return null;
  const from = start + passage.indexOf(trimmed);
  return { start: from, end: from + trimmed.length };
}

/** The element that shows the text at `at`, or the last one before it. */
export function findPieceAt(chunk: HTMLElement, at: number): HTMLElement | null {
  const pieces = [...chunk.querySelectorAll<HTMLElement>('[data-start]')];
  return pieces.findLast((piece) => startOf(piece) <= at) ?? pieces[0] ?? null;
}
