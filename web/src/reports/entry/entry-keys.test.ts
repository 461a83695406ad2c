import { describe, expect, it } from 'vitest';
import { noReport, type Value } from '@mangnon/domain/indicators/value.ts';
import { readTable, writeTable } from './clipboard.ts';
import { openDesk, typedAt } from './desk.ts';
import { answerReason, chosenKeys, leaveReason, openEntry, paste, type EntryState } from './entry-state.ts';
import { rectangleOf, type Layout } from './grid-walk.ts';
import { pressKey } from './press-key.ts';

const layout: Layout = [
  [
    ['a', 'a1', 'a2'],
    ['b', null, null],
    ['c', 'c1', 'c2'],
  ],
  [['d'], ['e']],
];
const cells = layout.flat(2).filter((key) => key !== null);
const open = () =>
  openEntry(
    openDesk(cells.map((key) => ({ key, value: noReport, revision: 0, enteredAt: null, enteredBy: null }))),
    layout,
  );

/** Presses keys as they are written: `12`, `[Enter]`, `[Shift+ArrowDown]`. */
function press(state: EntryState, keys: string, writes = true): EntryState {
  let now = state;
  for (const [, named, letter] of keys.matchAll(/\[([^\]]+)\]|(.)/g)) {
    const parts = (named ?? letter ?? '').split(/\+(?=.)/);
    const key = parts.at(-1) ?? '';
    const next = pressKey(
      now,
      layout,
      { key, shift: parts.includes('Shift'), ctrl: parts.includes('Ctrl'), alt: false },
      writes,
    );
    // While editing, letters are the input's own.
    if (next === null && now.editing !== null) now = { ...now, editing: { text: now.editing.text + key } };
    else now = next ?? now;
  }
  return now;
}
const valueOf = (state: EntryState, key: string): Value | string => {
  const typed = typedAt(state.desk, key);
  return typed.kind === 'value' ? typed.value : typed.text;
};
const number = (amount: number): Value => ({ state: 'number', amount });
const where = ({ at }: EntryState) => `${at.table}.${at.row}.${at.column}`;

describe('the keys of the grid', () => {
  it.each([
    ['[ArrowRight]', '0.0.1'],
    ['[ArrowDown]', '0.1.0'],
    ['[ArrowRight][ArrowDown]', '0.2.1'],
    ['[ArrowDown][ArrowRight]', '0.1.0'],
    ['[ArrowDown][ArrowDown][ArrowDown]', '1.0.0'],
    ['[ArrowDown][ArrowDown][ArrowDown][ArrowUp]', '0.2.0'],
    ['[Tab][Tab][Tab]', '0.1.0'],
    ['[Tab][Tab][Tab][Tab][Shift+Tab]', '0.1.0'],
    ['[End]', '0.0.2'],
    ['[Ctrl+End]', '0.2.2'],
    ['[Ctrl+End][Ctrl+Home]', '0.0.0'],
    ['[Ctrl+ArrowDown]', '0.2.0'],
    ['[ArrowUp]', '0.0.0'],
  ])('%s goes to %s', (keys, place) => {
    expect(where(press(open(), keys))).toBe(place);
  });

  it('leaves Tab to the page at the end, so that nobody is caught', () => {
    const last = press(open(), '[Ctrl+End][ArrowDown][ArrowDown]');
    expect(where(last)).toBe('1.1.0');
    expect(pressKey(last, layout, { key: 'Tab', shift: false, ctrl: false, alt: false }, true)).toBeNull();
  });

  it('types over, goes on, edits with F2, and leaves with Esc what stood there', () => {
    const typed = press(open(), '12[Enter]1.234,5[Tab]');
    expect(valueOf(typed, 'a')).toEqual(number(12));
    expect(valueOf(typed, 'b')).toEqual(number(1234.5));
    expect(where(typed)).toBe('0.2.0');
    const edited = press(typed, '[ArrowUp][F2]');
    expect(edited.editing?.text).toBe('1234,5');
    expect(valueOf(press(edited, '9[Escape]'), 'b')).toEqual(number(1234.5));
    expect(valueOf(press(edited, '9[Enter]'), 'b')).toEqual(number(1234.59));
  });

  it('keeps text in a cell of numbers as it was typed', () => {
    expect(valueOf(press(open(), 'mười[Enter]'), 'a')).toBe('mười');
    expect(valueOf(press(open(), '1.5[Enter]'), 'a')).toBe('1.5');
  });

  it('asks for the reason of a zero, keeps it marked without one, and goes on with it', () => {
    const asking = press(open(), '0[Enter]');
    expect(asking.asking).toEqual({ state: 'zero', keys: ['a'], next: { table: 0, row: 1, column: 0 } });
    expect(valueOf(leaveReason(asking), 'a')).toBe('0');
    const told = answerReason(asking, { state: 'zero', reason: 'none_found', words: null });
    expect(valueOf(told, 'a')).toEqual({ state: 'zero', reason: 'none_found', words: null });
    expect(where(told)).toBe('0.1.0');
    // Passing through the cell again asks nothing and loses no reason.
    const again = press(told, '[ArrowUp][F2][Enter]');
    expect(again.asking).toBeNull();
    expect(valueOf(again, 'a')).toEqual({ state: 'zero', reason: 'none_found', words: null });
  });

  it('says of chosen cells that they do not concern the unit, clears and brings back', () => {
    const chosen = press(open(), '[Shift+ArrowRight][Shift+ArrowDown]');
    expect(chosenKeys(chosen, layout)).toEqual(['a', 'a1', 'b']);
    const told = answerReason(press(chosen, 'n'), { state: 'not_applicable', reason: 'not_our_duty', words: null });
    for (const key of ['a', 'a1', 'b']) expect(valueOf(told, key)).toMatchObject({ reason: 'not_our_duty' });
    expect(valueOf(told, 'c')).toEqual(noReport);
    const cleared = press(told, '[Ctrl+a][Delete]');
    expect(valueOf(cleared, 'a')).toEqual(noReport);
    const back = press(cleared, '[Ctrl+z]');
    expect(valueOf(back, 'a')).toMatchObject({ state: 'not_applicable' });
    expect(valueOf(press(back, '[Ctrl+z]'), 'a')).toEqual(noReport);
    expect(valueOf(press(back, '[Ctrl+z][Ctrl+y]'), 'a')).toMatchObject({ state: 'not_applicable' });
  });

  it('changes nothing for who may only read', () => {
    const state = open();
    expect(press(state, '5[F2][Delete]n[Ctrl+z]', false)).toBe(state);
  });
});

describe('the clipboard', () => {
  it('reads what a spreadsheet copies', () => {
    expect(readTable('1\t2\r\n3\t4\r\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(readTable('1\t\n\t4')).toEqual([
      ['1', ''],
      ['', '4'],
    ]);
    expect(readTable('"mười\nhai"\t"a ""b"""')).toEqual([['mười hai', 'a "b"']]);
    expect(readTable('7')).toEqual([['7']]);
  });

  it('lays a table over the grid, with numbers as they are written here', () => {
    const pasted = paste(open(), layout, '1.234\t12\t7\n40\t\t\nchín\t-3\t8');
    expect(['a', 'a1', 'a2', 'b', 'c', 'c1', 'c2'].map((key) => valueOf(pasted, key))).toEqual([
      number(1234),
      number(12),
      number(7),
      number(40),
      'chín',
      '-3',
      number(8),
    ]);
    expect(pasted.leftOut).toEqual([]);
    expect(valueOf(press(pasted, '[Ctrl+z]'), 'a')).toEqual(noReport);
  });

  it('gives back what finds no cell: beyond the table, or where nothing is asked', () => {
    const pasted = paste(press(open(), '[ArrowDown]'), layout, '1\t2\t\n3\t4\t5\t6\n7');
    expect(pasted.leftOut).toEqual([
      { text: '2', row: 1, column: 2 },
      { text: '6', row: 2, column: 4 },
      { text: '7', row: 3, column: 1 },
    ]);
    expect(valueOf(pasted, 'c2')).toEqual(number(5));
    expect(valueOf(pasted, 'd')).toEqual(noReport);
  });

  it('asks once for all zeros that were pasted, and fills what is chosen from one cell', () => {
    const pasted = paste(open(), layout, '0\t5\t0');
    expect(pasted.asking?.keys).toEqual(['a', 'a2']);
    const filled = paste(press(open(), '[Ctrl+a]'), layout, '3');
    expect(cells.filter((key) => valueOf(filled, key) !== noReport && key < 'd')).toHaveLength(7);
    expect(filled.leftOut).toEqual([]);
  });

  it('copies so that pasting it changes nothing', () => {
    const state = paste(open(), layout, '1.234,5\t2\tx');
    const copied = writeTable(layout, rectangleOf(state.at, state.reach), (key) => typedAt(state.desk, key));
    expect(copied).toBe('1234,5\t2\tx');
    expect(paste(state, layout, copied).desk.mine).toEqual(state.desk.mine);
  });
});
