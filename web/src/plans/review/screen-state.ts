import type { FactKind } from '@mangnon/domain/plans/draft-fact.ts';
import type { Span } from '@mangnon/domain/plans/extraction.ts';

/** What one person looks at; nothing of it goes to the server. */
export interface ScreenState {
  /** The fact in hand, shown on both sides. */
  readonly active: string | null;
  readonly mode: 'look' | 'edit' | 'split';
  /** The group in which the row in hand stays while it is edited, though its lead changes. */
  readonly heldIn: string | null;
  /** On narrow screens, the one side that shows. */
  readonly side: 'document' | 'facts';
  /** Kinds of facts that show on both sides. */
  readonly shown: ReadonlySet<FactKind>;
  readonly dialog: 'adopt' | 'accept' | 'add' | null;
  /** Text chosen in the document, from which a fact can be made. */
  readonly selection: { readonly span: Span; readonly words: string } | null;
  /** Grows each time the active fact must be brought into sight; `where` says on which side. */
  readonly reveal: { readonly count: number; readonly where: 'document' | 'facts' | 'both'; readonly focus: boolean };
}

export const reviewKinds = ['task', 'target', 'reporting', 'legal_basis', 'heading'] as const satisfies FactKind[];
export type ReviewKind = (typeof reviewKinds)[number];

export const firstScreen: ScreenState = {
  active: null,
  mode: 'look',
  heldIn: null,
  side: 'facts',
  shown: new Set<FactKind>(reviewKinds),
  dialog: null,
  selection: null,
  reveal: { count: 0, where: 'both', focus: false },
};

/** A fact is taken in hand. `from` is the side it was chosen on; the other side is brought to it. */
export function takeInHand(
  screen: ScreenState,
  factId: string,
  from: 'document' | 'facts' | 'keys',
  mode: ScreenState['mode'] = 'look',
): ScreenState {
  const where = from === 'document' ? 'facts' : from === 'facts' ? 'document' : 'both';
  const same = screen.active === factId;
  return {
    ...screen,
    active: factId,
    side: from === 'document' ? 'facts' : screen.side,
    mode: same && mode === 'look' && from === 'facts' ? screen.mode : mode,
    heldIn: same ? screen.heldIn : null,
    reveal: { count: screen.reveal.count + 1, where, focus: from !== 'facts' },
  };
}

export function setMode(screen: ScreenState, mode: ScreenState['mode'], heldIn: string | null): ScreenState {
  return { ...screen, mode, heldIn: mode === 'look' ? null : heldIn };
}

/** Shows or hides a kind; the last one that shows stays. */
export function toggleKind(screen: ScreenState, kind: ReviewKind): ScreenState {
  const shown = new Set(screen.shown);
  if (shown.has(kind)) shown.delete(kind);
  else shown.add(kind);
  return shown.size === 0 ? { ...screen, shown: new Set<FactKind>(reviewKinds) } : { ...screen, shown };
}

/** On a narrow screen: the other side, with the fact in hand brought into sight there. */
export function showSide(screen: ScreenState, side: ScreenState['side']): ScreenState {
  return { ...screen, side, reveal: { count: screen.reveal.count + 1, where: side, focus: false } };
}
