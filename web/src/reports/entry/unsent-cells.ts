import { value } from '@mangnon/domain/indicators/value.ts';
import { z } from 'zod';
import type { Mine } from './desk.ts';

const kept = z.object({
  typed: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('value'), value }),
    z.object({ kind: z.literal('text'), text: z.string() }),
  ]),
  base: z.int().min(0),
});

/**
 * What the server has not taken yet stays on this machine, an entry a cell, so that a reload or a lost signal loses
 * nothing and two windows do not write over each other's cells. In `localStorage`, which has written before the next key.
 */
export function createUnsentCells(storage: Storage, personId: string, versionId: string) {
  const prefix = `mangnon.report/${personId}/${versionId}/`;
  const written = new Map<string, Mine>();
  return {
    load(): Map<string, Mine> {
      for (let at = 0; at < storage.length; at += 1) {
        const name = storage.key(at) ?? '';
        if (!name.startsWith(prefix)) continue;
        const entry = readEntry(storage.getItem(name));
        if (entry !== null) written.set(name.slice(prefix.length), entry);
      }
      return new Map(written);
    },
    /** False when this machine cannot keep it (storage full or forbidden); the work goes on. */
    save(mine: ReadonlyMap<string, Mine>): boolean {
      try {
        for (const [key, one] of mine) {
          if (written.get(key) === one) continue;
          storage.setItem(prefix + key, JSON.stringify(one));
          written.set(key, one);
        }
        for (const key of written.keys()) {
          if (mine.has(key)) continue;
          storage.removeItem(prefix + key);
          written.delete(key);
        }
        return true;
      } catch {
        return false;
      }
    },
  };
}
export type UnsentCells = ReturnType<typeof createUnsentCells>;

/** What does not read as an entry any more (an older version, a broken write) is left where it is. */
function readEntry(text: string | null): Mine | null {
  try {
    return kept.safeParse(JSON.parse(text ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}
