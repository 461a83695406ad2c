import { draftEdit } from '@mangnon/domain/plans/draft-edit.ts';
import type { Clash, QueuedEdit, Unsent } from '../state/review-state.ts';

/**
 * Keeps what the server has not taken yet on this machine, one entry an edit, so that a reload, a crash or a lost
 * signal loses nothing, and two windows on one draft do not write over each other. `localStorage`, because it has
 * written before the next keystroke; the edits carry their ids, so an edit sent twice is done once.
 */
export interface UnsentStorage {
  load(): Unsent;
  /** Answers whether everything is kept; a full or forbidden storage does not stop the work. */
  save(unsent: Unsent): boolean;
}

type Entry = { order: number } & ({ kind: 'edit'; item: QueuedEdit } | { kind: 'clash'; clash: Clash });

export function createUnsentStorage(storage: Storage, personId: string, draftId: string): UnsentStorage {
  const prefix = `mangnon.unsent/${personId}/${draftId}/`;
  const kept = new Map<string, { order: number; value: unknown }>();
  let last = 0;

  function load(): Unsent {
    const entries: Entry[] = [];
    for (const key of listKeys(storage, prefix)) {
      const entry = readEntry(storage.getItem(key));
      if (!entry) continue;
      last = Math.max(last, entry.order);
      kept.set(key, { order: entry.order, value: entry.kind === 'edit' ? entry.item : entry.clash });
      entries.push(entry);
    }
    entries.sort((one, other) => one.order - other.order);
    return {
      queue: entries.flatMap((entry) => (entry.kind === 'edit' ? [entry.item] : [])),
      clashes: entries.flatMap((entry) => (entry.kind === 'clash' ? [entry.clash] : [])),
    };
  }

  function save(unsent: Unsent): boolean {
    const wanted = new Map<string, Omit<Entry, 'order'>>();
    for (const item of unsent.queue) wanted.set(prefix + item.edit.editId, { kind: 'edit', item } as Entry);
    for (const clash of unsent.clashes) wanted.set(prefix + clash.id, { kind: 'clash', clash } as Entry);
    try {
      for (const [key, entry] of wanted) keep(key, entry as Entry);
      for (const key of kept.keys()) {
        if (wanted.has(key)) continue;
        storage.removeItem(key);
        kept.delete(key);
      }
      return true;
    } catch {
      return false;
    }
  }

  function keep(key: string, entry: Entry): void {
    const value = entry.kind === 'edit' ? entry.item : entry.clash;
    const before = kept.get(key);
    if (before?.value === value) return;
    // Later windows must sort behind what stands here already.
    const order = before?.order ?? Math.max(Date.now(), last + 1);
    last = Math.max(last, order);
    storage.setItem(key, JSON.stringify({ ...entry, order }));
    kept.set(key, { order, value });
  }

  return { load, save };
}

function listKeys(storage: Storage, prefix: string): string[] {
  const keys: string[] = [];
  for (let at = 0; at < storage.length; at += 1) {
    const key = storage.key(at);
    if (key?.startsWith(prefix)) keys.push(key);
  }
  return keys;
}

/** What does not read as an entry any more (an older version, a broken write) is left where it is. */
function readEntry(text: string | null): Entry | null {
  try {
    const entry = JSON.parse(text ?? 'null') as Entry | null;
    if (!entry || typeof entry.order !== 'number') return null;
    if (entry.kind === 'edit') return draftEdit.safeParse(entry.item.edit).success ? entry : null;
    return entry.kind === 'clash' && typeof entry.clash.factId === 'string' ? entry : null;
  } catch {
    return null;
  }
}
