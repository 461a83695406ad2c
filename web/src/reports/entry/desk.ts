import { isSameValue } from '@mangnon/domain/kernel/same-value.ts';
import { noReport, type Value } from '@mangnon/domain/indicators/value.ts';
import type { CellState } from '@mangnon/domain/reports/versions.api.ts';
import type { CellChange } from './clipboard.ts';
import type { Typed } from './typed.ts';

/** What the server has of a cell. */
export type Stored = Pick<CellState, 'key' | 'value' | 'revision' | 'enteredAt' | 'enteredBy'>;

/** What was typed here and is not on the server. `base`: the revision it was typed over. */
export interface Mine {
  readonly typed: Typed;
  readonly base: number;
}

/** The cells of a report on this screen: what the server has, what is typed over it, where somebody else was quicker. */
export interface Desk {
  readonly stored: ReadonlyMap<string, Stored>;
  readonly mine: ReadonlyMap<string, Mine>;
  /** On its way to the server. */
  readonly sending: ReadonlyMap<string, Value>;
  /** What somebody else has put where `mine` stands: nothing is sent until the person decides. */
  readonly clashes: ReadonlyMap<string, Stored>;
  readonly undone: readonly (readonly CellChange[])[];
  readonly done: readonly (readonly CellChange[])[];
}

/** So many steps can be undone. */
const mostSteps = 200;

export function openDesk(cells: readonly Stored[], mine: ReadonlyMap<string, Mine> = new Map()): Desk {
  const stored = new Map(cells.map((cell) => [cell.key, cell]));
  return {
    stored,
    // A cell that the form does not have any more cannot be saved or shown.
    mine: new Map([...mine].filter(([key]) => stored.has(key))),
    sending: new Map(),
    clashes: new Map(),
    undone: [],
    done: [],
  };
}

export function typedAt({ stored, mine }: Desk, key: string): Typed {
  return mine.get(key)?.typed ?? { kind: 'value', value: stored.get(key)?.value ?? noReport };
}

function put(desk: Desk, changes: readonly CellChange[]): Desk {
  const mine = new Map(desk.mine);
  for (const { key, typed } of changes) {
    const stored = desk.stored.get(key);
    if (stored === undefined) continue;
    const base = mine.get(key)?.base ?? stored.revision;
    const back = typed.kind === 'value' && isSameValue(typed.value, stored.value);
    // What is on its way may arrive later than this, so what stood before is sent after it.
    if (back && !desk.sending.has(key) && !desk.clashes.has(key) && base === stored.revision) mine.delete(key);
    else mine.set(key, { typed, base });
  }
  return { ...desk, mine };
}

/** Types into cells as one step that can be undone; changes that change nothing are no step. */
export function typeCells(desk: Desk, changes: readonly CellChange[]): Desk {
  const fresh = changes.filter(({ key, typed }) => desk.stored.has(key) && !isSameValue(typedAt(desk, key), typed));
  if (fresh.length === 0) return desk;
  const before = fresh.map(({ key }) => ({ key, typed: typedAt(desk, key) }));
  return { ...put(desk, fresh), done: [...desk.done, before].slice(-mostSteps), undone: [] };
}

function takeBack(desk: Desk, from: 'done' | 'undone', to: 'done' | 'undone'): Desk {
  const step = desk[from].at(-1);
  if (step === undefined) return desk;
  const now = step.map(({ key }) => ({ key, typed: typedAt(desk, key) }));
  return { ...put(desk, step), [from]: desk[from].slice(0, -1), [to]: [...desk[to], now] };
}

export const undo = (desk: Desk): Desk => takeBack(desk, 'done', 'undone');
export const redo = (desk: Desk): Desk => takeBack(desk, 'undone', 'done');

/** What can be sent now, by cell; empty while something is on its way. */
export function nextToSend(desk: Desk): Map<string, { value: Value; base: number }> {
  if (desk.sending.size > 0) return new Map();
  return new Map(
    [...desk.mine].flatMap(([key, { typed, base }]) =>
      typed.kind === 'value' && !desk.clashes.has(key) ? [[key, { value: typed.value, base }] as const] : [],
    ),
  );
}

export function markSending(desk: Desk, batch: ReadonlyMap<string, { value: Value }>): Desk {
  return { ...desk, sending: new Map([...batch].map(([key, { value }]) => [key, value])) };
}

/** Nothing is known about what was sent: it waits again. */
export function markFailed(desk: Desk): Desk {
  return { ...desk, sending: new Map() };
}

/** Takes in what the server answered; what was typed over a cell meanwhile waits on, upon the new revision. */
export function takeAnswer(
  desk: Desk,
  answer: { saved: readonly { key: string; revision: number }[]; clashes: readonly Stored[] },
  by: { name: string; at: string },
): Desk {
  const stored = new Map(desk.stored);
  const mine = new Map(desk.mine);
  const clashes = new Map(desk.clashes);
  for (const { key, revision } of answer.saved) {
    const sent = desk.sending.get(key);
    if (sent === undefined) continue;
    stored.set(key, { key, value: sent, revision, enteredAt: by.at, enteredBy: by.name });
    const now = mine.get(key);
    if (now === undefined) continue;
    if (now.typed.kind === 'value' && isSameValue(now.typed.value, sent)) mine.delete(key);
    else mine.set(key, { ...now, base: revision });
  }
  for (const theirs of answer.clashes) {
    stored.set(theirs.key, theirs);
    if (mine.has(theirs.key)) clashes.set(theirs.key, theirs);
  }
  return { ...desk, stored, mine, clashes, sending: new Map() };
}

/** Keeps the own value over theirs, which is then sent, or takes theirs. */
export function decideClash(desk: Desk, key: string, keep: 'mine' | 'theirs'): Desk {
  const theirs = desk.clashes.get(key);
  const own = desk.mine.get(key);
  if (theirs === undefined || own === undefined) return desk;
  const clashes = new Map(desk.clashes);
  const mine = new Map(desk.mine);
  clashes.delete(key);
  if (keep === 'mine') mine.set(key, { ...own, base: theirs.revision });
  else mine.delete(key);
  return { ...desk, clashes, mine };
}

/** Takes in the cells as the server has them now: what others typed appears, what is typed here stays over it. */
export function takeCells(desk: Desk, cells: readonly Stored[]): Desk {
  const stored = new Map(desk.stored);
  for (const cell of cells) {
    if (cell.revision >= (stored.get(cell.key)?.revision ?? 0)) stored.set(cell.key, cell);
  }
  return { ...desk, stored };
}

/** Cells with text that is no value, in the order they were typed. */
export function listTexts(desk: Desk): string[] {
  return [...desk.mine].flatMap(([key, { typed }]) => (typed.kind === 'text' ? [key] : []));
}
