import { writingEdit, type WritingEdit } from '@mangnon/domain/plans/writing/writing-act.ts';
import { z } from 'zod';

const kept = z.array(writingEdit);

/** What the server has not taken yet stays on this machine, so that a reload or a lost signal loses nothing. */
export function createUnsentActs(storage: Storage, personId: string, manuscriptId: string) {
  const key = `mangnon.writing/${personId}/${manuscriptId}`;
  return {
    load(): WritingEdit[] {
      try {
        return kept.safeParse(JSON.parse(storage.getItem(key) ?? '[]')).data ?? [];
      } catch {
        return [];
      }
    },
    /** False when this machine cannot keep it (storage full or forbidden); the work goes on. */
    save(edits: readonly WritingEdit[]): boolean {
      try {
        if (edits.length === 0) storage.removeItem(key);
        else storage.setItem(key, JSON.stringify(edits));
        return true;
      } catch {
        return false;
      }
    },
  };
}
