import { redo, undo } from './desk.ts';
import { ask, cancel, clearChosen, commit, moveTo, reachTo, startEdit, type EntryState } from './entry-state.ts';
import { endOf, follow, keyAt, reachOn, step, type Direction, type Layout, type Place } from './grid-walk.ts';

export interface KeyPress {
  readonly key: string;
  readonly shift: boolean;
  /** Ctrl, or Command. */
  readonly ctrl: boolean;
  readonly alt: boolean;
}

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** What a key does in the grid, as in a spreadsheet; null where the key is the browser's. `writes`: the person may type. */
export function pressKey(state: EntryState, layout: Layout, press: KeyPress, writes: boolean): EntryState | null {
  if (press.alt) return null;
  if (state.editing !== null) return pressWhileEditing(state, layout, press);
  return walk(state, layout, press) ?? (writes ? write(state, layout, press) : null);
}

function pressWhileEditing(state: EntryState, layout: Layout, { key, shift, ctrl }: KeyPress): EntryState | null {
  const { at } = state;
  if (key === 'Escape') return cancel(state);
  if (key === 'Enter') return commit(state, layout, step(layout, at, shift ? 'up' : 'down'));
  if (key === 'Tab') {
    const next = follow(layout, at, shift ? -1 : 1);
    return commit(state, layout, next ?? at);
  }
  // Left and right move within the text.
  if ((key === 'ArrowUp' || key === 'ArrowDown') && !ctrl && !shift) {
    return commit(state, layout, step(layout, at, arrows[key] ?? 'down'));
  }
  return null;
}

function walk(state: EntryState, layout: Layout, { key, shift, ctrl }: KeyPress): EntryState | null {
  const { at, reach } = state;
  const go = (to: Place) => (shift ? reachTo(state, to) : moveTo(state, to));
  const direction = arrows[key];
  if (direction !== undefined) {
    if (shift) return reachTo(state, reachOn(layout, reach, direction));
    if (!ctrl) return moveTo(state, step(layout, at, direction));
    const vertical = direction === 'up' || direction === 'down';
    const end = direction === 'up' || direction === 'left' ? 'first' : 'last';
    if (!vertical) return moveTo(state, endOf(layout, at, end, 'row'));
    const { row } = endOf(layout, at, end, 'table');
    const to = { ...at, row };
    return moveTo(state, keyAt(layout, to) === null ? at : to);
  }
  if (key === 'Tab') {
    if (ctrl) return null;
    const next = follow(layout, at, shift ? -1 : 1);
    return next === null ? null : moveTo(state, next);
  }
  if (key === 'Home' || key === 'End') {
    return go(endOf(layout, shift ? reach : at, key === 'Home' ? 'first' : 'last', ctrl ? 'table' : 'row'));
  }
  if (key === 'Enter' && !ctrl) return moveTo(state, step(layout, at, shift ? 'up' : 'down'));
  if (key === 'Escape') return cancel(state);
  if (ctrl && key.toLowerCase() === 'a') {
    const first = endOf(layout, at, 'first', 'table');
    const rows = layout[at.table] ?? [];
    const columns = Math.max(...rows.map((row) => row.length));
    return { ...state, at: first, reach: { table: at.table, row: rows.length - 1, column: columns - 1 } };
  }
  return null;
}

function write(state: EntryState, layout: Layout, { key, shift, ctrl }: KeyPress): EntryState | null {
  if (key === 'F2') return startEdit(state, layout);
  if (key === 'Delete' || key === 'Backspace') return clearChosen(state, layout);
  if (ctrl) {
    const letter = key.toLowerCase();
    if (letter === 'z') return { ...state, desk: shift ? redo(state.desk) : undo(state.desk) };
    if (letter === 'y') return { ...state, desk: redo(state.desk) };
    return null;
  }
  if (key === '-' || key === 'n' || key === 'N') return ask(state, layout, 'not_applicable');
  if (key === '0' && (state.at.row !== state.reach.row || state.at.column !== state.reach.column)) {
    return ask(state, layout, 'zero');
  }
  return [...key].length === 1 && key !== ' ' ? startEdit(state, layout, key) : null;
}
