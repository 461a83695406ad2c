import { isRefusal, NetworkError } from '../../platform/refusal-error.ts';

export interface KeptWords {
  readonly words: string;
  /** What the server has. */
  readonly saved: { readonly words: string; readonly revision: number };
  readonly savedAt: number | null;
  /** Why the last try did not save. */
  readonly problem: unknown;
}

/** Typing rests this long (milliseconds) before it is saved, and so long after a line that was lost. */
const rest = 800;
const again = 5_000;

/**
 * Keeps the words under one heading: on this machine at each key, on the server after a rest. Where somebody else was
 * quicker nothing is written until the person decides (`settle`).
 */
export function createWordsKeeper(given: {
  first: { words: string; revision: number };
  storage: Storage;
  name: string;
  save: (words: string, base: number) => Promise<{ revision: number }>;
  /** Fetches what somebody else wrote. */
  catchUp: () => Promise<unknown>;
  now: () => number;
}) {
  const { storage, name } = given;
  let state: KeptWords = {
    words: storage.getItem(name) ?? given.first.words,
    saved: given.first,
    savedAt: null,
    problem: null,
  };
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busy = false;

  function set(changed: Partial<KeptWords>): void {
    state = { ...state, ...changed };
    for (const listener of listeners) listener();
  }
  const isSaved = () => state.words.trim() === state.saved.words.trim();
  const wait = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void send(), milliseconds);
  };

  async function send(): Promise<void> {
    clearTimeout(timer);
    if (busy || isSaved() || isRefusal(state.problem, 'reports.narrative_changed')) return;
    busy = true;
    const sent = state.words;
    try {
      const { revision } = await given.save(sent, state.saved.revision);
      set({ saved: { words: sent, revision }, savedAt: given.now(), problem: null });
      if (isSaved()) storage.removeItem(name);
      else wait(rest);
    } catch (error) {
      set({ problem: error });
      if (error instanceof NetworkError) wait(again);
      else await given.catchUp();
    } finally {
      busy = false;
    }
  }

  return {
    getSnapshot: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      if (!isSaved()) wait(0);
      return () => clearTimeout(timer);
    },
    type(words: string) {
      set({ words });
      try {
        storage.setItem(name, words);
      } catch {
        // A full storage does not stop the work.
      }
      wait(rest);
    },
    leave: () => void send(),
    /** What the server has now appears where nothing of one's own waits; else it waits for a decision. */
    take(part: { words: string; revision: number }) {
      if (part.revision <= state.saved.revision) return;
      if (isSaved()) set({ words: part.words, saved: part });
    },
    settle(keep: 'mine' | 'theirs', theirs: { words: string; revision: number }) {
      set({ saved: theirs, problem: null, ...(keep === 'theirs' ? { words: theirs.words } : {}) });
      if (keep === 'theirs') storage.removeItem(name);
      else wait(0);
    },
  };
}
