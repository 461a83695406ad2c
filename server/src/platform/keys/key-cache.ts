/**
 * Opened data keys, for a short while and in memory only. A key is remembered together with its wrapped bytes as they
 * stood in the database in the asking transaction, so that a destroyed or replaced key is never answered from here.
 */
export interface KeyCache {
  find(id: string, wrapped: Buffer): Buffer | null;
  keep(id: string, wrapped: Buffer, key: Buffer): void;
  /** Drops what is older than its time. */
  sweep(): void;
  clear(): void;
}

interface Kept {
  readonly key: Buffer;
  readonly until: number;
}

/** `lifetime` in milliseconds; `clock` gives milliseconds that never run backwards. */
export function makeKeyCache(lifetime = 60_000, most = 2_000, clock = () => performance.now()): KeyCache {
  const kept = new Map<string, Kept>();
  const nameOf = (id: string, wrapped: Buffer) => `${id} ${wrapped.toString('base64')}`;
  return {
    find(id, wrapped) {
      const found = kept.get(nameOf(id, wrapped));
      return found !== undefined && found.until > clock() ? found.key : null;
    },
    keep(id, wrapped, key) {
      const oldest = kept.keys().next();
      if (kept.size >= most && oldest.done !== true) kept.delete(oldest.value);
      kept.set(nameOf(id, wrapped), { key, until: clock() + lifetime });
    },
    sweep() {
      const now = clock();
      for (const [name, { until }] of kept) if (until <= now) kept.delete(name);
    },
    clear: () => kept.clear(),
  };
}
