import { useRef, type ClipboardEvent, type FocusEvent, type KeyboardEvent, type PointerEvent } from 'react';
import { writeTable } from './clipboard.ts';
import { typedAt } from './desk.ts';
import { clearChosen, commit, moveTo, paste, reachTo, startEdit } from './entry-state.ts';
import type { EntryStore } from './entry-store.ts';
import { isSamePlace, keyAt, rectangleOf, type Place } from './grid-walk.ts';
import { pressKey } from './press-key.ts';

/** What keys, pointer and clipboard do in the tables of a form: the handlers of one table. */
export function useGridHands(store: EntryStore, writes: boolean) {
  const drags = useRef(false);
  const { update } = store;
  const placeUnder = (target: EventTarget): Place | null => {
    const found = target instanceof Element ? target.closest('[data-place]')?.getAttribute('data-place') : null;
    if (found === null || found === undefined) return null;
    const [one = 0, row = 0, column = 0] = found.split(' ').map(Number);
    return { table: one, row, column };
  };
  return {
    onKeyDown(event: KeyboardEvent) {
      // A letter that is being put together (Vietnamese typing) is not a key of ours yet.
      if (event.nativeEvent.isComposing) return;
      const press = {
        key: event.key,
        shift: event.shiftKey,
        ctrl: event.ctrlKey || event.metaKey,
        alt: event.altKey,
      };
      const next = pressKey(store.getSnapshot().entry, store.layout, press, writes);
      if (next === null) return;
      event.preventDefault();
      event.stopPropagation();
      update(() => next);
    },
    onPointerDown(event: PointerEvent) {
      const place = placeUnder(event.target);
      if (place === null || event.button !== 0) return;
      const { entry: now } = store.getSnapshot();
      if (now.editing !== null && isSamePlace(now.at, place)) return;
      event.preventDefault();
      drags.current = event.pointerType === 'mouse';
      update((state) => {
        const done = commit(state, store.layout);
        if (done.asking !== null) return done;
        return event.shiftKey ? reachTo(done, place) : moveTo(done, place);
      });
      document.getElementById(`cell-${place.table}-${place.row}-${place.column}`)?.focus({ preventScroll: true });
    },
    onPointerOver(event: PointerEvent) {
      if (!drags.current) return;
      if (event.buttons !== 1) {
        drags.current = false;
        return;
      }
      const place = placeUnder(event.target);
      if (place !== null) update((state) => reachTo(state, place));
    },
    onPointerUp(event: PointerEvent) {
      drags.current = false;
      // A finger opens the cell at once: there is no key to begin with.
      const place = placeUnder(event.target);
      if (event.pointerType !== 'touch' || place === null || !writes) return;
      update((state) =>
        isSamePlace(state.at, place) && state.editing === null ? startEdit(state, store.layout) : state,
      );
    },
    // A screen reader may put the keyboard on any cell.
    onFocus(event: FocusEvent) {
      const place = placeUnder(event.target);
      const { entry: now } = store.getSnapshot();
      if (place === null || now.editing !== null || now.asking !== null || isSamePlace(now.at, place)) return;
      update((state) => moveTo(state, place));
    },
    onDoubleClick() {
      if (writes) update((state) => (state.editing === null ? startEdit(state, store.layout) : state));
    },
    onCopy: (event: ClipboardEvent) => void copy(event),
    onCut(event: ClipboardEvent) {
      if (copy(event) && writes) update((state) => clearChosen(state, store.layout));
    },
    onPaste(event: ClipboardEvent) {
      if (!writes || store.getSnapshot().entry.editing !== null) return;
      event.preventDefault();
      const text = event.clipboardData.getData('text/plain');
      if (text !== '') update((state) => paste(state, store.layout, text));
    },
  };

  function copy(event: ClipboardEvent): boolean {
    const { entry: now } = store.getSnapshot();
    if (now.editing !== null || keyAt(store.layout, now.at) === null) return false;
    event.preventDefault();
    const text = writeTable(store.layout, rectangleOf(now.at, now.reach), (key) => typedAt(now.desk, key));
    event.clipboardData.setData('text/plain', text);
    return true;
  }
}
