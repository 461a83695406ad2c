import type { Value } from '@mangnon/domain/indicators/value.ts';
import { layOver, type LeftOut } from './clipboard.ts';
import { typeCells, typedAt, type Desk } from './desk.ts';
import { isSamePlace, keyAt, keysIn, placeOf, rectangleOf, type Layout, type Place } from './grid-walk.ts';
import { emptied, isBareZero, understand, writePlain } from './typed.ts';

/** A reason that is asked for: why it is zero, or why it does not concern the unit. */
export interface Asking {
  readonly state: 'zero' | 'not_applicable';
  readonly keys: readonly string[];
  /** Where the keyboard goes on. */
  readonly next: Place;
}

/** Everything a person sees of the grid beside the server. */
export interface EntryState {
  readonly desk: Desk;
  readonly at: Place;
  /** The other corner of what is chosen; `at` where it is one cell. */
  readonly reach: Place;
  readonly editing: { readonly text: string } | null;
  readonly asking: Asking | null;
  /** What of the last paste found no cell. */
  readonly leftOut: readonly LeftOut[];
}

export function openEntry(desk: Desk, layout: Layout): EntryState {
  const first = layout.flatMap((rows, table) =>
    rows.flatMap((cells, row) => cells.flatMap((key, column) => (key === null ? [] : [{ table, row, column }]))),
  )[0];
  const at = first ?? { table: 0, row: 0, column: 0 };
  return { desk, at, reach: at, editing: null, asking: null, leftOut: [] };
}

export function moveTo(state: EntryState, at: Place): EntryState {
  if (isSamePlace(state.at, at) && isSamePlace(state.reach, at)) return state;
  return { ...state, at, reach: at };
}

export function reachTo(state: EntryState, reach: Place): EntryState {
  if (reach.table !== state.at.table || isSamePlace(state.reach, reach)) return state;
  return { ...state, reach };
}

export function chosenKeys({ at, reach }: EntryState, layout: Layout): string[] {
  return keysIn(layout, rectangleOf(at, reach));
}

/** Begins to edit, with the first key that was pressed or with what stands there. */
export function startEdit(state: EntryState, layout: Layout, first: string | null = null): EntryState {
  const key = keyAt(layout, state.at);
  if (key === null) return state;
  return { ...state, reach: state.at, editing: { text: first ?? writePlain(typedAt(state.desk, key)) } };
}

/** Ends editing and goes on; a zero first asks for its reason. What stands unchanged keeps its reason. */
export function commit(state: EntryState, layout: Layout, next: Place = state.at): EntryState {
  const key = keyAt(layout, state.at);
  if (state.editing === null || key === null) return moveTo(state, next);
  const { text } = state.editing;
  const before = typedAt(state.desk, key);
  const done = moveTo({ ...state, editing: null }, next);
  if (text.trim() === writePlain(before) && before.kind === 'value') return done;
  const typed = understand(text);
  const desk = typeCells(state.desk, [{ key, typed }]);
  if (!isBareZero(typed)) return { ...done, desk };
  return { ...state, editing: null, desk, asking: { state: 'zero', keys: [key], next } };
}

export function cancel(state: EntryState): EntryState {
  if (state.editing !== null) return { ...state, editing: null };
  return state.leftOut.length > 0 ? { ...state, leftOut: [] } : moveTo(state, state.at);
}

export function clearChosen(state: EntryState, layout: Layout): EntryState {
  const changes = chosenKeys(state, layout).map((key) => ({ key, typed: emptied }));
  return { ...state, desk: typeCells(state.desk, changes) };
}

export function paste(state: EntryState, layout: Layout, text: string): EntryState {
  const { changes, leftOut, reach } = layOver(layout, rectangleOf(state.at, state.reach), text);
  const { top, left, table } = rectangleOf(state.at, state.reach);
  const desk = typeCells(state.desk, changes);
  const at = { table, row: top, column: left };
  const zeros = changes.filter(({ typed }) => isBareZero(typed)).map(({ key }) => key);
  const asking = zeros.length === 0 ? null : ({ state: 'zero', keys: zeros, next: at } as const);
  return { ...state, desk, leftOut, asking, at: keyAt(layout, at) === null ? state.at : at, reach };
}

/** Asks for one reason for these cells, or for what is chosen. */
export function ask(
  state: EntryState,
  layout: Layout,
  what: Asking['state'],
  keys: readonly string[] = chosenKeys(state, layout),
): EntryState {
  if (keys.length === 0) return state;
  return { ...state, editing: null, asking: { state: what, keys, next: state.at } };
}

/** The reason is told: every cell asked about has its value. */
export function answerReason(
  state: EntryState,
  value: Extract<Value, { state: 'zero' | 'not_applicable' }>,
): EntryState {
  if (state.asking === null) return state;
  const { keys, next } = state.asking;
  const desk = typeCells(
    state.desk,
    keys.map((key) => ({ key, typed: { kind: 'value', value } as const })),
  );
  return moveTo({ ...state, desk, asking: null }, next);
}

/** No reason now: a typed zero stays as it was typed, marked. */
export function leaveReason(state: EntryState): EntryState {
  return { ...state, asking: null };
}

/** Goes to a cell by its key: from what was noticed about it. */
export function jump(state: EntryState, layout: Layout, key: string): EntryState {
  const place = placeOf(layout, key);
  return place === null ? state : moveTo(commit(state, layout), place);
}

/** Cells of these that nobody has said anything about. */
export function listEmpty({ desk }: EntryState, keys: readonly string[]): string[] {
  return keys.filter((key) => {
    const typed = typedAt(desk, key);
    return typed.kind === 'value' && typed.value.state === 'no_report';
  });
}
