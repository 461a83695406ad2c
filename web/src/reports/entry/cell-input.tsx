import { useLayoutEffect, useRef } from 'react';
import { commit } from './entry-state.ts';
import { useEntry, useEntryTools } from './entry-tools.ts';
import classes from './entry.module.css';

/** The box in the cell that is edited; leaving it by a click elsewhere keeps what was typed. */
export function CellInput({ name }: { name: string }) {
  const { store } = useEntryTools();
  const text = useEntry(({ entry }) => entry.editing?.text ?? '');
  const box = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const { current } = box;
    current?.focus();
    current?.setSelectionRange(current.value.length, current.value.length);
  }, []);
  return (
    <input
      ref={box}
      className={classes['input']}
      aria-label={name}
      inputMode="decimal"
      autoComplete="off"
      value={text}
      onChange={({ currentTarget }) => {
        const typed = currentTarget.value;
        store.update((state) => (state.editing === null ? state : { ...state, editing: { text: typed } }));
      }}
      onBlur={() => store.update((state) => (state.editing === null ? state : commit(state, store.layout)))}
    />
  );
}
