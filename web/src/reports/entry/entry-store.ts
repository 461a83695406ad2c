import type { Value } from '@mangnon/domain/indicators/value.ts';
import type { Sentence } from '@mangnon/domain/kernel/sentence.ts';
import { NetworkError, RefusalError, ServerFault } from '../../platform/refusal-error.ts';
import { waitForSession } from '../../platform/session-state.ts';
import {
  markFailed,
  markSending,
  nextToSend,
  openDesk,
  takeAnswer,
  takeCells,
  type Desk,
  type Stored,
} from './desk.ts';
import { openEntry, type EntryState } from './entry-state.ts';
import type { Layout } from './grid-walk.ts';
import type { UnsentCells } from './unsent-cells.ts';

export interface Link {
  readonly state: 'fine' | 'lost' | 'refused';
  /** When the server last took something, in milliseconds; null before the first time. */
  readonly savedAt: number | null;
  /** Whether this machine keeps what waits. */
  readonly keptHere: boolean;
  /** Why the server does not take it. */
  readonly refusal: Sentence | null;
}

export interface EntrySnapshot {
  readonly entry: EntryState;
  readonly link: Link;
}

export type Batch = ReadonlyMap<string, { readonly value: Value; readonly base: number }>;
export interface SaveAnswer {
  readonly saved: readonly { key: string; revision: number }[];
  readonly clashes: readonly Stored[];
}

export interface EntryStore {
  readonly layout: Layout;
  getSnapshot(): EntrySnapshot;
  subscribe(listener: () => void): () => void;
  update(change: (state: EntryState) => EntryState): void;
  /** Whether the keyboard belongs to the grid, and follows its cell. */
  holdsKeyboard(): boolean;
  giveKeyboard(here: boolean): void;
  takeCells(cells: readonly Stored[]): void;
  /** Sends now what waits; answers whether nothing is left that could be sent. */
  flush(): Promise<boolean>;
  start(): void;
  stop(): void;
}

/** Typing rests this long (milliseconds) before it is sent. */
const rest = 500;
const waits = [1_000, 2_000, 4_000, 8_000, 15_000] as const;
/** Answers that say nothing about what was typed. */
const passing = new Set([401, 429, 503]);

/** Keeps the grid, and sends what is typed: after a rest, one request at a time, until it is answered. */
export function createEntryStore(given: {
  layout: Layout;
  cells: readonly Stored[];
  me: string;
  unsent: UnsentCells;
  save: (batch: Batch) => Promise<SaveAnswer>;
  now: () => number;
}): EntryStore {
  const { layout, unsent, save, now } = given;
  const desk = openDesk(given.cells, unsent.load());
  let snapshot: EntrySnapshot = {
    entry: openEntry(desk, layout),
    link: { state: 'fine', savedAt: null, keptHere: true, refusal: null },
  };
  const listeners = new Set<() => void>();
  let stopped = true;
  let keyboardHere = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;

  function set(next: EntrySnapshot): void {
    if (next === snapshot) return;
    snapshot = next;
    for (const listener of listeners) listener();
  }
  const setLink = (link: Partial<Link>) => set({ ...snapshot, link: { ...snapshot.link, ...link } });

  function setDesk(changed: Desk): void {
    update((entry) => ({ ...entry, desk: changed }));
  }

  function update(change: (state: EntryState) => EntryState): void {
    const entry = change(snapshot.entry);
    if (entry === snapshot.entry) return;
    const typed = entry.desk.mine !== snapshot.entry.desk.mine;
    const keptHere = typed ? unsent.save(entry.desk.mine) : snapshot.link.keptHere;
    set({ entry, link: keptHere === snapshot.link.keptHere ? snapshot.link : { ...snapshot.link, keptHere } });
    if (typed && failures === 0) wait(rest);
  }

  function wait(milliseconds: number): void {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void send(), milliseconds);
  }

  function send(): Promise<void> {
    running ??= sendOnce().finally(() => {
      running = null;
    });
    return running;
  }

  async function sendOnce(): Promise<void> {
    const batch = nextToSend(snapshot.entry.desk);
    if (batch.size === 0) return;
    setDesk(markSending(snapshot.entry.desk, batch));
    try {
      const answer = await save(batch);
      failures = 0;
      setDesk(takeAnswer(snapshot.entry.desk, answer, { name: given.me, at: new Date(now()).toISOString() }));
      setLink({ state: 'fine', savedAt: now(), refusal: null });
      if (nextToSend(snapshot.entry.desk).size > 0) wait(rest);
    } catch (error) {
      setDesk(markFailed(snapshot.entry.desk));
      await afterFailure(error);
    }
  }

  async function afterFailure(error: unknown): Promise<void> {
    if (error instanceof RefusalError && !passing.has(error.status)) {
      // Sent again as it is, it would be refused again; the next change tries anew.
      setLink({ state: 'refused', refusal: error.sentence });
      return;
    }
    const known = [RefusalError, NetworkError, ServerFault, DOMException].some((kind) => error instanceof kind);
    // A bug of ours is told as one, but what waits goes on waiting.
    if (!known) reportError(error);
    failures += 1;
    setLink({ state: 'lost' });
    if (error instanceof RefusalError && error.status === 401) await waitForSession();
    wait(waits[Math.min(failures, waits.length) - 1] ?? 1_000);
  }

  return {
    layout,
    getSnapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    update,
    holdsKeyboard: () => keyboardHere,
    giveKeyboard(here) {
      keyboardHere = here;
    },
    takeCells: (cells) => setDesk(takeCells(snapshot.entry.desk, cells)),
    async flush() {
      clearTimeout(timer);
      if (running !== null) await running;
      await send();
      // What was typed while the first was on its way.
      if (failures === 0 && nextToSend(snapshot.entry.desk).size > 0 && snapshot.link.state === 'fine') await send();
      return nextToSend(snapshot.entry.desk).size === 0 && snapshot.entry.desk.sending.size === 0;
    },
    start() {
      stopped = false;
      if (nextToSend(snapshot.entry.desk).size > 0) wait(0);
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
